using Tare.App.Cli;
using Tare.Psychometrics;

namespace Tare.App.Commands;

/// <summary>Everything that <c>tare calibrate</c> says about a calibration beside its parameters.</summary>
/// <param name="Fit">Residuals of persons, items and pairs.</param>
/// <param name="Design">What the responses hold.</param>
/// <param name="Facets">For each further column, the items that only one of its levels solved and the cells that nobody solved.</param>
/// <param name="Dif">Differential item functioning by the column that was asked for.</param>
/// <param name="Families">How well the families that were asked for predict new persons; none where none was asked for.</param>
internal sealed record CalibrateDiagnostics(
    CalibrationFit Fit,
    DesignSummary Design,
    IReadOnlyList<FacetDiagnostics> Facets,
    DifReport? Dif,
    IReadOnlyList<FamilyDifference> Families
)
{
    /// <summary>An item counts as solved by one level only where the others tried it at least so often.</summary>
    private const int FewestOtherTrials = 10;

    public static CalibrateDiagnostics Of(
        Terminal terminal,
        ItemCalibration calibration,
        string? dif,
        IReadOnlyList<ResponseModel> families,
        CancellationToken cancel
    ) =>
        new(
            CalibrationFit.Of(calibration, new FitOptions(), cancel),
            DesignSummary.Of(calibration.Data),
            [
                .. calibration.Data.Facets.Select(f => new FacetDiagnostics(
                    f.Name,
                    ExclusiveItems.Of(calibration.Data, f.Name, FewestOtherTrials),
                    StructuralZeros.ElsewhereOf(calibration, f.Name),
                    StructuralZeros.Of(calibration, f.Name)
                )),
            ],
            dif is null ? null : DifferentialItemFunctioning.Of(calibration, dif, new DifOptions(), cancel),
            families.Count == 0 ? [] : Compare(terminal, calibration, [calibration.Options.Model, .. families], cancel)
        );

    /// <summary>The same for the many-facet family, which has no calibrated items.</summary>
    public static IReadOnlyList<FacetDiagnostics> OfFacets(ResponseMatrix data) =>
        [.. data.Facets.Select(f => new FacetDiagnostics(f.Name, ExclusiveItems.Of(data, f.Name, FewestOtherTrials), [], []))];

    private static IReadOnlyList<FamilyDifference> Compare(
        Terminal terminal,
        ItemCalibration calibration,
        IReadOnlyList<ResponseModel> families,
        CancellationToken cancel
    )
    {
        using var line = new ProgressLine(terminal, "comparing families");
        var progress = line.Of(FamilyComparison.TotalDraws(families));
        return FamilyComparison.Of(calibration.Data, families, calibration.Options, progress, cancel);
    }
}
