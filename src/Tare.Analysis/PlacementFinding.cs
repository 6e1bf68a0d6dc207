using Tare.Records;

namespace Tare.Analysis;

/// <summary>Where a model stands on the scale of a fit, from its scores on benchmarks of that fit.</summary>
public sealed record PlacementFinding
{
    /// <summary>What can be said.</summary>
    public required PlacementKind Kind { get; init; }

    /// <summary>One sentence for the reader: how the value came, or why there is none.</summary>
    public required string Explanation { get; init; }

    /// <summary>What a point is called.</summary>
    public required string Unit { get; init; }

    /// <summary>Scores used.</summary>
    public required int ScoreCount { get; init; }

    /// <summary>Ability in points; the bound itself where the kind is a bound; <see langword="null"/> where not identified.</summary>
    public double? Value { get; init; }

    /// <summary>Ability in logits of the fit.</summary>
    public double? Raw { get; init; }

    /// <summary>Percentile interval; <see langword="null"/> without draws, for a bound, and where not identified.</summary>
    public Interval? Interval { get; init; }

    /// <summary>Standard error by the least-squares information at the estimate, points; <see langword="null"/> where there is no value.</summary>
    public double? StandardError { get; init; }

    /// <summary>The nearest models above, nearest first; at most 3.</summary>
    public IReadOnlyList<AbilityRow> Above { get; init; } = [];

    /// <summary>The nearest models below, nearest first; at most 3.</summary>
    public IReadOnlyList<AbilityRow> Below { get; init; } = [];

    /// <summary>What the value predicts on every benchmark of the fit, beside the score where it was run.</summary>
    public IReadOnlyList<PredictedScore> Benchmarks { get; init; } = [];

    /// <summary>The benchmarks not yet run whose running would narrow the interval most, best first; at most 3.</summary>
    public IReadOnlyList<NextBenchmark> Next { get; init; } = [];

    /// <summary>Scores that were moved into the methodology's range, with examples.</summary>
    public IReadOnlyList<Exclusion> Exclusions { get; init; } = [];
}
