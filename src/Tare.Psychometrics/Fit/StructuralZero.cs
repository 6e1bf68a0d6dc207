namespace Tare.Psychometrics;

/// <summary>No success on an item where the calibration expects some, though it is solved on the other side of a column.</summary>
/// <param name="Item">The item.</param>
/// <param name="Level">
/// The level without a success (<see cref="StructuralZeros.Of"/>), or the only one with (<see cref="StructuralZeros.ElsewhereOf"/>).
/// </param>
/// <param name="FailedTrials">Trials on the side without a success.</param>
/// <param name="Expected">Successes that the calibration expects of them.</param>
/// <param name="Successes">Successes on the other side.</param>
/// <param name="Trials">Trials on the other side.</param>
/// <param name="P">Probability of no success, times the comparisons made (Bonferroni), at most 1.</param>
public sealed record StructuralZero(
    string Item,
    string Level,
    double FailedTrials,
    double Expected,
    double Successes,
    double Trials,
    double P
);
