using Tare.Psychometrics;

namespace Tare.App.Commands;

/// <summary>Items that measure a level of a column rather than the persons.</summary>
/// <param name="Column">The column.</param>
/// <param name="OnlyOneLevel">Items that one level alone solved, whatever the persons' abilities.</param>
/// <param name="Unexpected">Those of them that persons elsewhere should have solved, by the calibration; none without calibrated items.</param>
/// <param name="Zeros">Cells without a success where the calibration expects some.</param>
internal sealed record FacetDiagnostics(
    string Column,
    IReadOnlyList<ExclusiveItem> OnlyOneLevel,
    IReadOnlyList<StructuralZero> Unexpected,
    IReadOnlyList<StructuralZero> Zeros
);
