using Tare.Psychometrics;

namespace Tare.App.Commands;

/// <summary>Items that measure a level of a column rather than the persons.</summary>
/// <param name="Column">The column.</param>
/// <param name="OnlyOneLevel">Items that one level alone solved.</param>
/// <param name="Zeros">Cells without a success where the calibration expects some.</param>
internal sealed record FacetDiagnostics(string Column, IReadOnlyList<ExclusiveItem> OnlyOneLevel, IReadOnlyList<StructuralZero> Zeros);
