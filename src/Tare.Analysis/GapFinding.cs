using Tare.Records;

namespace Tare.Analysis;

/// <summary>How far the following group is behind the leading one, on one axis, under every definition.</summary>
public sealed record GapFinding
{
    /// <summary>The axis; a figure always names it.</summary>
    public required Axis Axis { get; init; }

    /// <summary>Name of the leading group.</summary>
    public required string Leader { get; init; }

    /// <summary>Name of the following group.</summary>
    public required string Follower { get; init; }

    /// <summary>Start of the period for mean lags.</summary>
    public required DateOnly Since { get; init; }

    /// <summary>The abilities, as they entered: after re-dating, re-grouping and the cut at <see cref="AsOf"/>.</summary>
    public required AbilityTable Abilities { get; init; }

    /// <summary>Last release date that counts: the newest in the two groups, of those that the question lets in.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>The definition that is this methodology's headline.</summary>
    public required LagDefinition Headline { get; init; }

    /// <summary>The lag under each definition asked for.</summary>
    public required IReadOnlyList<LagEstimate> Definitions { get; init; }

    /// <summary>The first-crossing lag of each follower since the start, ordered by date.</summary>
    public required IReadOnlyList<ModelLag> Models { get; init; }

    /// <summary>The gap in points.</summary>
    public required VerticalGap Vertical { get; init; }

    /// <summary>The test of widening; <see langword="null"/> where a group has fewer than 2 records.</summary>
    public WideningTest? Widening { get; init; }

    /// <summary>Record setters of the leading group, by date.</summary>
    public required IReadOnlyList<AbilityRow> LeaderRecords { get; init; }

    /// <summary>Record setters of the following group, by date.</summary>
    public required IReadOnlyList<AbilityRow> FollowerRecords { get; init; }

    /// <summary>Lines through the records of each group, the leader first; a group whose records are all of one day has none.</summary>
    public required IReadOnlyList<TrendLine> Trends { get; init; }

    /// <summary>Models in the leading group, in the following group, and in neither (unknown group or date).</summary>
    public required (int Leaders, int Followers, int Neither) Counts { get; init; }

    /// <summary>The models in neither group, by name.</summary>
    public required IReadOnlyList<string> NeitherNames { get; init; }

    /// <summary>The estimate under the headline's definition.</summary>
    public LagEstimate HeadlineEstimate => Definitions.First(d => d.Definition == Headline);
}
