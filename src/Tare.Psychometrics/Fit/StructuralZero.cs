namespace Tare.Psychometrics;

/// <summary>An item that nobody solved under one level of a column, though the persons who tried it there should have and it is solved elsewhere.</summary>
/// <param name="Item">The item.</param>
/// <param name="Level">The level without a success.</param>
/// <param name="Trials">Trials there, all failed.</param>
/// <param name="Expected">Successes that the calibration expects of them.</param>
/// <param name="OtherSuccesses">Successes under the other levels.</param>
/// <param name="OtherTrials">Trials under the other levels.</param>
/// <param name="P">
/// Probability of no success under the calibration, each person's trials of the item counted as one, times the cells looked at (Bonferroni).
/// </param>
public sealed record StructuralZero(
    string Item,
    string Level,
    double Trials,
    double Expected,
    double OtherSuccesses,
    double OtherTrials,
    double P
);
