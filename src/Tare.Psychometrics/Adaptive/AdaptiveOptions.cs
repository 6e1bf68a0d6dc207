namespace Tare.Psychometrics;

/// <summary>How an adaptive test chooses and when it stops.</summary>
public sealed record AdaptiveOptions
{
    /// <summary>The test stops when the standard error is at most this; logits, positive.</summary>
    public double TargetStandardError { get; init; } = 0.3;

    /// <summary>Most items of a test; <see langword="null"/>: the whole bank.</summary>
    public int? MaximumItems { get; init; }

    /// <summary>Ability for which the first item is chosen, and each next one until an estimate exists; logits.</summary>
    public double StartAbility { get; init; }

    /// <summary>Exposure control.</summary>
    public ExposureControl Exposure { get; init; } = new ExposureControl.None();

    /// <summary>
    /// Content balance: the share of each group in a test, positive; they are brought to a sum of 1. The next item comes from the group that is
    /// furthest below its share (Kingsbury and Zara 1989). <see langword="null"/>: no balance.
    /// </summary>
    public IReadOnlyDictionary<string, double>? GroupShares { get; init; }

    /// <summary>Mean of the population for which exposure is controlled and simulated; logits.</summary>
    public double PopulationMean { get; init; }

    /// <summary>Standard deviation of that population; logits, positive.</summary>
    public double PopulationDeviation { get; init; } = 1;

    /// <summary>Name of the random streams; the same name gives the same choices, whatever the number of threads.</summary>
    public string Seed { get; init; } = "tare";

    /// <summary>Threads; 0 means one for each processor. No result depends on it.</summary>
    public int Threads { get; init; }
}
