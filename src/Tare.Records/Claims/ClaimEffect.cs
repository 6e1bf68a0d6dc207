namespace Tare.Records;

/// <summary>The size of an effect as a claim states it.</summary>
/// <param name="Evidence">The evidence it cites.</param>
/// <param name="Value">The figure, in the unit of the evidence.</param>
/// <param name="Statistic">What the figure is said to be.</param>
public sealed record ClaimEffect(string Evidence, double Value, EffectStatistic Statistic);
