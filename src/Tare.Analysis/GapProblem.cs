using Tare.Numerics;

namespace Tare.Analysis;

/// <summary>A gap's question with its models sorted once, so that every draw only reads values.</summary>
/// <remarks>Days are day numbers. Both groups are ordered by day, then identifier: of equal values on one day the first identifier counts.</remarks>
internal sealed class GapProblem
{
    /// <summary>Of each leader its row in the table.</summary>
    internal required int[] LeaderRow { get; init; }

    /// <summary>Of each leader its release day.</summary>
    internal required int[] LeaderDay { get; init; }

    /// <summary>Of each follower its row in the table.</summary>
    internal required int[] FollowerRow { get; init; }

    /// <summary>Of each follower its release day.</summary>
    internal required int[] FollowerDay { get; init; }

    /// <summary>Variance of each row, squared points, from its bounds; 0 where it has none.</summary>
    internal required double[] Variance { get; init; }

    /// <summary>First day of the period.</summary>
    internal required int SinceDay { get; init; }

    /// <summary>Last day of the period: the newest release of the two groups.</summary>
    internal required int LastDay { get; init; }

    /// <summary>Distance of levels in points, or <see langword="null"/> for 1/400 of the range.</summary>
    internal required double? LevelStep { get; init; }

    /// <summary>Position among the followers of the one whose first crossing is asked for, or -1 for the most able.</summary>
    internal required int NamedFollower { get; init; }

    /// <summary>Position of the first follower released in the period; those before it are not listed one by one.</summary>
    internal int FirstListed => Array.FindIndex(FollowerDay, d => d >= SinceDay) is var k && k < 0 ? FollowerDay.Length : k;

    /// <summary>Sorts the groups of a table.</summary>
    /// <param name="table">Abilities, cut at the last day that counts.</param>
    /// <param name="isLeader">Whether a row, by position, is in the leading group.</param>
    /// <param name="isFollower">Whether a row, by position, is in the following group.</param>
    /// <param name="options">What is asked.</param>
    internal static GapProblem From(AbilityTable table, Func<int, bool> isLeader, Func<int, bool> isFollower, GapOptions options)
    {
        var leaders = Sorted(table, isLeader);
        var followers = Sorted(table, isFollower);
        var named = options.Model is { } model ? Array.IndexOf(followers, AbilityTables.PositionOf(table, model, "--model")) : -1;
        var quantile = StandardNormal.Quantile((1 + table.Level) / 2);
        var days = leaders.Concat(followers).Select(k => table.Rows[k].Date!.Value.DayNumber);
        return new GapProblem
        {
            LeaderRow = leaders,
            LeaderDay = [.. leaders.Select(k => table.Rows[k].Date!.Value.DayNumber)],
            FollowerRow = followers,
            FollowerDay = [.. followers.Select(k => table.Rows[k].Date!.Value.DayNumber)],
            Variance = [.. table.Rows.Select(r => VarianceOf(r, quantile))],
            SinceDay = options.Since.DayNumber,
            LastDay = days.Max(),
            LevelStep = options.LevelStep ?? (string.Equals(table.Unit, "ECI", StringComparison.Ordinal) ? 0.05 : null),
            NamedFollower = named,
        };
    }

    private static int[] Sorted(AbilityTable table, Func<int, bool> isIn) =>
        [
            .. Enumerable
                .Range(0, table.Rows.Count)
                .Where(isIn)
                .OrderBy(k => table.Rows[k].Date!.Value)
                .ThenBy(k => table.Rows[k].Id, StringComparer.Ordinal),
        ];

    private static double VarianceOf(AbilityRow row, double quantile)
    {
        if (row.Lower is not { } lower || row.Upper is not { } upper)
        {
            return 0;
        }

        var s = (upper - lower) / (2 * quantile);
        return s * s;
    }
}
