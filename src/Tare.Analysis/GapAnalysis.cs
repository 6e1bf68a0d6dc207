using Tare.Records;

namespace Tare.Analysis;

/// <summary>How far one group is behind another: every definition of the lag in months, the gap in points, and the test of widening.</summary>
/// <remarks>
/// A month is 30.4375 days. The frontier of a group is the running maximum of ability by release date: equal values leave the earlier model in place,
/// and on one day only the most able model (of equals the first identifier) can set a record. Every draw selects both frontiers anew.
/// Formulas: docs/methods/lag-definitions.md.
/// </remarks>
public static class GapAnalysis
{
    /// <summary>The gap between the groups of the options, on a table of abilities.</summary>
    /// <param name="table">Abilities with dates and groups; draws where intervals are wanted.</param>
    /// <param name="options">Groups, period, definitions.</param>
    /// <param name="cancel">Stops between draws.</param>
    /// <exception cref="InputException">A group has no dated model, or the named model is not a follower.</exception>
    public static GapFinding Of(AbilityTable table, GapOptions options, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(options);
        Check(options);
        var groups = GapGroups.From(table, options);
        var cut = groups.Table;
        var problem = GapProblem.From(cut, groups.IsLeader, groups.IsFollower, options);
        var work = new GapWorkspace(problem);
        work.Load(cut.Rows.Select(r => r.Value).ToArray());
        var draws = GapDraws.Of(cut, problem, options.Threads, cancel);
        var interval = new DrawInterval(options.Level ?? table.Level, $"{table.Contains}; both frontiers selected anew in every draw");
        return new GapFinding
        {
            Axis = options.Axis,
            Leader = options.Leader,
            Follower = groups.FollowerName,
            Since = options.Since,
            Abilities = cut,
            AsOf = groups.AsOf,
            Headline = options.Headline,
            Definitions = Definitions(problem, work, draws, interval, options),
            Models = Models(cut, problem, work, draws, interval),
            Vertical = Vertical(cut, problem, work, draws, interval, groups.AsOf),
            Widening = Widening(cut, work, draws, interval),
            LeaderRecords = RecordRows(cut, problem.LeaderRow, work.LeaderRecords),
            FollowerRecords = RecordRows(cut, problem.FollowerRow, work.FollowerRecords),
            Trends =
            [
                .. TrendLines.Through(options.Leader, RecordRows(cut, problem.LeaderRow, work.LeaderRecords), groups.AsOf),
                .. TrendLines.Through(groups.FollowerName, RecordRows(cut, problem.FollowerRow, work.FollowerRecords), groups.AsOf),
            ],
            Counts = (problem.LeaderRow.Length, problem.FollowerRow.Length, groups.Neither.Count),
            NeitherNames = groups.Neither,
        };
    }

    /// <summary>The lag of each definition under one set of values.</summary>
    internal static LagMean Lag(LagDefinition definition, GapProblem problem, GapWorkspace work)
    {
        switch (definition)
        {
            case LagDefinition.FirstCrossing:
                var months = work.FirstCrossing(problem.NamedFollower >= 0 ? problem.NamedFollower : work.BestFollower);
                return double.IsNaN(months) ? new LagMean(months, 0, 1) : new LagMean(months, 1, 0);
            case LagDefinition.Records:
                return work.Records();
            case LagDefinition.Levels:
                return work.Levels();
            case LagDefinition.Daily:
                return work.Daily();
            case LagDefinition.TrendLine:
                return work.TrendLine();
            case LagDefinition.CatchUp:
                return work.CatchUp();
            default:
                throw new ArgumentOutOfRangeException(nameof(definition), definition, "Expected a definition that this version knows.");
        }
    }

    private static void Check(GapOptions options)
    {
        if (options.Level is { } level && !(level > 0 && level < 1))
        {
            throw InputException.At(
                "level of the intervals",
                FormattableString.Invariant($"{level}"),
                "a number strictly between 0 and 1",
                "for example --level 0.9"
            );
        }

        if (options.LevelStep is { } step && !(step > 0 && double.IsFinite(step)))
        {
            throw InputException.At(
                "distance of levels",
                FormattableString.Invariant($"{step}"),
                "a positive number of points",
                "leave it out for the default"
            );
        }
    }

    private static List<LagEstimate> Definitions(
        GapProblem problem,
        GapWorkspace work,
        GapDraws draws,
        DrawInterval interval,
        GapOptions options
    )
    {
        var asked = GapOptions.EveryDefinition.Where(d => options.Definitions.Contains(d) || d == options.Headline);
        return [.. asked.Select(Estimate)];

        LagEstimate Estimate(LagDefinition definition)
        {
            var lag = Lag(definition, problem, work);
            var column = draws.Column((int)definition);
            return new LagEstimate(definition, Known(lag.Months), interval.Of(column), lag.Caught, lag.Censored)
            {
                Terms = TermsOf(definition),
                ComputableShare = DrawInterval.ComputableShare(column),
            };
        }
    }

    private static string TermsOf(LagDefinition definition) =>
        definition switch
        {
            LagDefinition.FirstCrossing => "followers",
            LagDefinition.Records => "follower records",
            LagDefinition.Levels => "levels",
            LagDefinition.Daily => "days",
            LagDefinition.TrendLine => "record setters of both groups",
            LagDefinition.CatchUp => "leader records",
            _ => throw new ArgumentOutOfRangeException(nameof(definition), definition, "Expected a definition that this version knows."),
        };

    private static List<ModelLag> Models(AbilityTable table, GapProblem problem, GapWorkspace work, GapDraws draws, DrawInterval interval)
    {
        var records = work.FollowerRecords.ToArray().ToHashSet();
        var lags = new List<ModelLag>();
        for (var k = problem.FirstListed; k < problem.FollowerRow.Length; k++)
        {
            var row = table.Rows[problem.FollowerRow[k]];
            var first = work.FirstLeader(row.Value);
            var leader = first < 0 ? null : table.Rows[problem.LeaderRow[work.LeaderRecords[first]]];
            var column = draws.Column(GapDraws.FirstModel + k - problem.FirstListed);
            lags.Add(
                new ModelLag(row.Id, row.Name, row.Date!.Value, row.Value, Known(work.FirstCrossing(k)), leader?.Name, records.Contains(k))
                {
                    CrossedById = leader?.Id,
                    Interval = interval.Of(column),
                    CensoredShare = 1 - DrawInterval.ComputableShare(column),
                }
            );
        }

        return lags;
    }

    private static VerticalGap Vertical(
        AbilityTable table,
        GapProblem problem,
        GapWorkspace work,
        GapDraws draws,
        DrawInterval interval,
        DateOnly asOf
    ) =>
        new(asOf, work.Vertical(), table.Unit, interval.Of(draws.Column(GapDraws.Vertical)))
        {
            DailyMean = work.VerticalMean(),
            DailyMeanInterval = interval.Of(draws.Column(GapDraws.VerticalMean)),
            LeaderModel = table.Rows[problem.LeaderRow[work.LeaderRecords[^1]]],
            FollowerModel = table.Rows[problem.FollowerRow[work.BestFollower]],
        };

    private static WideningTest? Widening(AbilityTable table, GapWorkspace work, GapDraws draws, DrawInterval interval)
    {
        const double DaysPerYear = 365.25;
        var (leader, follower) = work.Slopes();
        if (!double.IsFinite(leader) || !double.IsFinite(follower))
        {
            return null;
        }

        var column = draws.Column(GapDraws.SlopeDifference);
        var known = column.Where(double.IsFinite).ToArray();
        return new WideningTest(
            leader * DaysPerYear,
            follower * DaysPerYear,
            (leader - follower) * DaysPerYear,
            interval.Of(column),
            known.Length == 0 ? null : (double)known.Count(d => d > 0) / known.Length,
            table.Unit
        );
    }

    private static AbilityRow[] RecordRows(AbilityTable table, int[] rows, ReadOnlySpan<int> records)
    {
        var list = new AbilityRow[records.Length];
        for (var k = 0; k < records.Length; k++)
        {
            list[k] = table.Rows[rows[records[k]]];
        }

        return list;
    }

    private static double? Known(double value) => double.IsNaN(value) ? null : value;
}
