namespace Tare.Analysis;

/// <summary>What a gap's headline says: the months, the best model of each group, and the leader that first had the best follower's level.</summary>
/// <param name="Months">Months under the headline's definition; <see langword="null"/> where censored.</param>
/// <param name="Follower">Identifier of the best follower.</param>
/// <param name="Leader">Identifier of the best leader.</param>
/// <param name="CrossedBy">Identifier of the leader that first had the best follower's level; <see langword="null"/> where none has.</param>
internal sealed record Headline(double? Months, string Follower, string Leader, string? CrossedBy);
