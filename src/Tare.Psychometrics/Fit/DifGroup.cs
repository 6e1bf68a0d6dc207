namespace Tare.Psychometrics;

/// <summary>One level of the column, compared with all others.</summary>
/// <param name="Level">The level.</param>
/// <param name="Takers">Test takers: persons under this level, with frequencies.</param>
/// <param name="MeanAbility">Their mean weighted-likelihood ability, logits; <see langword="null"/> where none has one.</param>
/// <param name="Reason">Why the level is not compared; <see langword="null"/> where it is.</param>
public sealed record DifGroup(string Level, double Takers, double? MeanAbility, string? Reason);
