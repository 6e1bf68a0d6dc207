using Tare.Records;

namespace Tare.Analysis;

/// <summary>What is asked of a gap.</summary>
public sealed record GapOptions
{
    /// <summary>Every definition, in the order in which they are printed.</summary>
    public static readonly IReadOnlyList<LagDefinition> EveryDefinition = Enum.GetValues<LagDefinition>();

    /// <summary>The axis that the groups stand on. Default weights.</summary>
    public Axis Axis { get; init; } = Axis.Weights;

    /// <summary>The leading group. Default <c>closed</c>.</summary>
    public string Leader { get; init; } = "closed";

    /// <summary>The following group; on the axis <see cref="Records.Axis.Model"/> it is the one model named in <see cref="Model"/>. Default <c>open</c>.</summary>
    public string Follower { get; init; } = "open";

    /// <summary>First day of the period for mean lags, inclusive. Default 2025-01-20, the release of DeepSeek-R1.</summary>
    public DateOnly Since { get; init; } = new(2025, 1, 20);

    /// <summary>Last release date that counts, or <see langword="null"/> for the newest in the two groups.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>The definitions to compute; the headline's is always among them. Default all.</summary>
    public IReadOnlyList<LagDefinition> Definitions { get; init; } = EveryDefinition;

    /// <summary>The definition that the headline uses. Default <see cref="LagDefinition.Records"/>.</summary>
    public LagDefinition Headline { get; init; } = LagDefinition.Records;

    /// <summary>Identifier or name of the follower whose first crossing is asked for; <see langword="null"/> for the most able one.</summary>
    public string? Model { get; init; }

    /// <summary>Distance of the levels of <see cref="LagDefinition.Levels"/>, points; <see langword="null"/> for 0.05 on ECI and 1/400 of the range elsewhere.</summary>
    public double? LevelStep { get; init; }

    /// <summary>Level of the intervals, in (0, 1); <see langword="null"/> for that of the table.</summary>
    public double? Level { get; init; }

    /// <summary>Threads to use; 0 means one for each processor. The result does not depend on it.</summary>
    public int Threads { get; init; }

    /// <summary>What a methodology asks for.</summary>
    /// <param name="methodology">The methodology.</param>
    public static GapOptions From(Methodology methodology)
    {
        ArgumentNullException.ThrowIfNull(methodology);
        return new GapOptions
        {
            Axis = methodology.Axis,
            Leader = methodology.Leader,
            Follower = methodology.Follower,
            Since = methodology.Since,
            AsOf = methodology.AsOf,
            Model = methodology.FollowerModel,
            Headline = methodology.Lag,
        };
    }
}
