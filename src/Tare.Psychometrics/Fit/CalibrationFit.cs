namespace Tare.Psychometrics;

/// <summary>What a calibration's residuals say: fit of items and persons, local dependence, overall fit, reliability, information.</summary>
/// <remarks>See docs/methods/item-fit.md, person-fit.md, m2-and-q3.md and reliability.md.</remarks>
public sealed record CalibrationFit
{
    /// <summary>The ability estimates at which residuals are taken: always weighted likelihood.</summary>
    public ScoringMethod Abilities => ScoringMethod.WeightedLikelihood;

    /// <summary>Every item, in the calibration's order.</summary>
    public required IReadOnlyList<ItemFit> Items { get; init; }

    /// <summary>Every person, in the calibration's order.</summary>
    public required IReadOnlyList<PersonFit> Persons { get; init; }

    /// <summary>How well the responses tell persons apart.</summary>
    public required Reliability Reliability { get; init; }

    /// <summary>The test's information by ability.</summary>
    public required IReadOnlyList<InformationPoint> Information { get; init; }

    /// <summary>Pairs of items that hang together beyond ability (Yen's Q3).</summary>
    public required LocalDependence LocalDependence { get; init; }

    /// <summary>Overall fit to the pairs of items (M2).</summary>
    public required LimitedInformation LimitedInformation { get; init; }

    /// <summary>What the data cannot bear; complete sentences.</summary>
    public required IReadOnlyList<string> Warnings { get; init; }

    /// <summary>Judges a calibration.</summary>
    /// <param name="calibration">The calibration; its items are taken as known.</param>
    /// <param name="options">How.</param>
    /// <param name="cancel">Stops between parts.</param>
    public static CalibrationFit Of(ItemCalibration calibration, FitOptions options, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(calibration);
        ArgumentNullException.ThrowIfNull(options);
        var input = FitInput.Of(calibration);
        var residuals = FitResiduals.Of(input, options, cancel);
        return new CalibrationFit
        {
            Items = residuals.Items,
            Persons = residuals.Persons,
            Reliability = FitSummaries.Reliability(calibration, residuals.Scores),
            Information = FitSummaries.Information(calibration, input, options),
            LocalDependence = PairResiduals.Of(input, residuals.Scores, options, cancel),
            LimitedInformation = LimitedInformation.Of(calibration, options, cancel),
            Warnings = FitSummaries.Warnings(calibration, residuals),
        };
    }
}
