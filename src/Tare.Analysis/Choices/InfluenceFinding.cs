using Tare.Records;

namespace Tare.Analysis;

/// <summary>Which benchmarks, domains and models an answer rests on.</summary>
public sealed record InfluenceFinding
{
    /// <summary>The methodology.</summary>
    public required Methodology Methodology { get; init; }

    /// <summary>What is asked.</summary>
    public required Estimand Estimand { get; init; }

    /// <summary>The answer on everything.</summary>
    public required double Value { get; init; }

    /// <summary>Its bootstrap interval, or <see langword="null"/> without draws.</summary>
    public Interval? Interval { get; init; }

    /// <summary>Each benchmark, domain and model left out, by kind, then by the size of the change.</summary>
    public required IReadOnlyList<InfluenceRow> Rows { get; init; }

    /// <summary>Interval over Dirichlet re-weightings of the domains; <see langword="null"/> where there are fewer than two domains.</summary>
    public Interval? Reweighted { get; init; }

    /// <summary>Re-weightings that gave an answer.</summary>
    public required int Reweightings { get; init; }

    /// <summary>Share of them in which the conclusion holds, in [0, 1]; <see langword="null"/> without one.</summary>
    public double? ReweightedHold { get; init; }

    /// <summary>The smallest set that turns the conclusion over; <see langword="null"/> without a conclusion.</summary>
    public InfluenceFlip? Flip { get; init; }
}
