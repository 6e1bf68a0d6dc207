namespace Tare.Psychometrics;

/// <summary>A benchmark of which one person was given a part, filled in.</summary>
public sealed record SubsetImputationResult
{
    /// <summary>The person.</summary>
    public required string Person { get; init; }

    /// <summary>The benchmark; <see langword="null"/> where all items are one.</summary>
    public required string? Benchmark { get; init; }

    /// <summary>Items of the benchmark.</summary>
    public required int ItemCount { get; init; }

    /// <summary>Items of it that the person was given and answered.</summary>
    public required int RunCount { get; init; }

    /// <summary>Responses of the person to other benchmarks.</summary>
    public required int OtherCount { get; init; }

    /// <summary>Persons that the items were calibrated on: all others.</summary>
    public required int ReferenceCount { get; init; }

    /// <summary>Items not run that the other persons all solved or all failed: predicted by their share alone, whatever the ability.</summary>
    public required int ConstantCount { get; init; }

    /// <summary>The variants: plain mean, own benchmark, and all benchmarks where the person has responses to others.</summary>
    public required IReadOnlyList<ImputedScore> Scores { get; init; }

    /// <summary>How uneven the person is: the measure of <see cref="HoldOutStudy.Unevenness"/>; <see langword="null"/> where it has none.</summary>
    public required double? Unevenness { get; init; }
}
