using Tare.Records;

namespace Tare.Analysis;

/// <summary>The lag in months under one definition.</summary>
/// <param name="Definition">The definition.</param>
/// <param name="Months">The lag; <see langword="null"/> where nothing was caught: a result, not an error.</param>
/// <param name="Interval">Interval from draws that re-select the frontier each time; <see langword="null"/> without draws.</param>
/// <param name="Caught">How many terms the mean has (models, levels, days, leader records).</param>
/// <param name="Censored">How many had no counterpart and are not in the mean.</param>
public sealed record LagEstimate(LagDefinition Definition, double? Months, Interval? Interval, int Caught, int Censored)
{
    /// <summary>What a term is: <c>follower records</c>, <c>levels</c>, <c>days</c>, <c>leader records</c>, ...</summary>
    public required string Terms { get; init; }

    /// <summary>Share of draws in which the definition gave a number, in [0, 1]; <see langword="null"/> without draws.</summary>
    public double? ComputableShare { get; init; }
}
