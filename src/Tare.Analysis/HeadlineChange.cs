namespace Tare.Analysis;

/// <summary>One change of the evidence, and what the headline becomes under it by exact refit.</summary>
/// <param name="Kind">What is changed.</param>
/// <param name="Description">The change in words, with names and values.</param>
/// <param name="Size">How large it is, in <paramref name="SizeUnit"/>; changes of a kind are ordered by it.</param>
/// <param name="SizeUnit"><c>days</c>, <c>percentage points</c> or <c>scores</c>.</param>
/// <param name="Months">The headline's months after the change; <see langword="null"/> where censored.</param>
/// <param name="Follower">The best follower after the change.</param>
/// <param name="Leader">The best leader after the change.</param>
/// <param name="CrossedBy">The leader that first reached the best follower's level, after the change; <see langword="null"/> where none has.</param>
/// <param name="Flips">Which part of the headline it flips, in words; empty where it flips none.</param>
public sealed record HeadlineChange(
    ChangeKind Kind,
    string Description,
    double Size,
    string SizeUnit,
    double? Months,
    string Follower,
    string Leader,
    string? CrossedBy,
    IReadOnlyList<string> Flips
);
