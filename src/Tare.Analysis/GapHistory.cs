using Tare.Numerics;
using Tare.Psychometrics;
using Tare.Records;

namespace Tare.Analysis;

/// <summary>The gap as it would have been computed on earlier days: each day's fit knows only the models and benchmarks released by then.</summary>
/// <remarks>
/// A day's logits are put on today's scale by mean and standard deviation over the models that both fits have (mean-sigma linking, Kolen and Brennan 2014,
/// section 6.2), since the anchors may not be released yet; every draw is linked by itself. Scores published later on models and benchmarks that
/// existed are in the fit: the evidence does not say when a score was published.
/// </remarks>
public static class GapHistory
{
    private const double DaysPerMonth = 30.4375;
    private const int FewestShared = 3;

    /// <summary>The first day of every month, from one month to another.</summary>
    /// <param name="from">First day; its month counts.</param>
    /// <param name="until">Last day; a first of month after it does not count.</param>
    public static IReadOnlyList<DateOnly> Months(DateOnly from, DateOnly until)
    {
        var days = new List<DateOnly>();
        for (var day = new DateOnly(from.Year, from.Month, 1); day <= until; day = day.AddMonths(1))
        {
            if (day >= from)
            {
                days.Add(day);
            }
        }

        return days;
    }

    /// <summary>The gap on each day.</summary>
    /// <param name="evidence">The evidence of today's fit.</param>
    /// <param name="today">Today's fit, whose methodology and scale are used.</param>
    /// <param name="days">The days.</param>
    /// <param name="draws">Draws for the intervals of each day, not negative; a few dozen give rough intervals.</param>
    /// <param name="cancel">Stops between days.</param>
    public static GapHistoryFinding Of(
        Evidence evidence,
        FitFinding today,
        IReadOnlyList<DateOnly> days,
        int draws,
        CancellationToken cancel = default
    ) => Of(evidence, today, days, draws, threads: 0, cancel);

    /// <summary>The gap on each day, on a stated number of threads.</summary>
    internal static GapHistoryFinding Of(
        Evidence evidence,
        FitFinding today,
        IReadOnlyList<DateOnly> days,
        int draws,
        int threads,
        CancellationToken cancel
    )
    {
        ArgumentNullException.ThrowIfNull(evidence);
        ArgumentNullException.ThrowIfNull(today);
        ArgumentNullException.ThrowIfNull(days);
        ArgumentOutOfRangeException.ThrowIfNegative(draws);
        var results = ParallelLoop.Run(
            days.Count,
            threads,
            new WorkspacePool<object>(() => new object()),
            (k, _) => OfDay(evidence, today, days[k], draws, cancel),
            progress: null,
            cancel
        );
        return new GapHistoryFinding(
            [.. results.Where(r => r.Point is not null).Select(r => r.Point!)],
            [.. results.Select((r, k) => (Date: days[k], r.Reason)).Where(r => r.Reason is not null).Select(r => (r.Date, r.Reason!))]
        );
    }

    private static (GapHistoryPoint? Point, string? Reason) OfDay(
        Evidence evidence,
        FitFinding today,
        DateOnly day,
        int draws,
        CancellationToken cancel
    )
    {
        var methodology = today.Methodology;
        var known = KnownBy(evidence, methodology.DateRule, day);
        try
        {
            var built = ResponseMatrixBuilder.Build(known, methodology);
            var family = MethodologyFit.FamilyOf(methodology, built.Matrix);
            var solution = family.Fit();
            var bootstrap = new BootstrapOptions
            {
                Draws = draws,
                Stream = FormattableString.Invariant($"history/{methodology.Name}/{evidence.Name}/{day:yyyy-MM-dd}"),
                Threads = 1,
            };
            var raw = draws == 0 ? [] : family.Bootstrap(solution, bootstrap, null, cancel).Abilities;
            return Linked(evidence, today, day, solution, raw);
        }
        catch (NotIdentifiedException reason)
        {
            return (null, reason.Message);
        }
        catch (InputException)
        {
            return (null, "no score is left under the methodology");
        }
    }

    private static Evidence KnownBy(Evidence evidence, DateRule rule, DateOnly day)
    {
        var models = evidence.Models.Where(m => m.DateUnder(rule) <= day).ToList();
        var benchmarks = evidence.Benchmarks.Where(b => !(b.ReleaseDate > day)).ToList();
        var modelIds = models.Select(m => m.Id).ToHashSet(StringComparer.Ordinal);
        var benchmarkIds = benchmarks.Select(b => b.Id).ToHashSet(StringComparer.Ordinal);
        return evidence with
        {
            Models = models,
            Benchmarks = benchmarks,
            Scores = [.. evidence.Scores.Where(s => modelIds.Contains(s.ModelId) && benchmarkIds.Contains(s.BenchmarkId))],
        };
    }

    private static (GapHistoryPoint? Point, string? Reason) Linked(
        Evidence evidence,
        FitFinding today,
        DateOnly day,
        Calibration solution,
        double[][] raw
    )
    {
        var rows = today.Abilities.Rows.ToDictionary(r => r.Id, StringComparer.Ordinal);
        var persons = solution.Data.Persons;
        var shared = Enumerable.Range(0, persons.Count).Where(k => rows.ContainsKey(persons[k])).ToArray();
        var target = Array.ConvertAll(shared, k => rows[persons[k]].Value);
        var link = Link(shared, target, solution.Abilities);
        if (shared.Length < FewestShared || !link.IsUsable)
        {
            return (null, $"{shared.Length} models are shared with today's fit; a link needs {FewestShared} of different ability");
        }

        var models = evidence.Models.ToDictionary(m => m.Id, StringComparer.Ordinal);
        var methodology = today.Methodology;
        var table = new AbilityTable
        {
            Unit = today.Abilities.Unit,
            Rows =
            [
                .. persons.Select(
                    (id, k) =>
                        new AbilityRow(id, models[id].Name, link.Points(solution.Abilities[k]))
                        {
                            Date = models[id].DateUnder(methodology.DateRule),
                            Group = AxisGroups.Of(models[id], methodology.Axis),
                        }
                ),
            ],
            Draws =
            [
                .. raw.Select(d => (Link: Link(shared, target, d), Draw: d))
                    .Where(d => d.Link.IsUsable)
                    .Select(d => Array.ConvertAll(d.Draw, d.Link.Points)),
            ],
            Level = today.Abilities.Level,
            Contains = $"{today.Abilities.Contains}; {raw.Length} draws, linked on the shared models",
        };
        return Point(table, GapOptions.From(methodology), day, solution.Data);
    }

    /// <summary>The map that gives the shared models the mean and the standard deviation that they have today.</summary>
    private static PointScale Link(int[] shared, double[] target, IReadOnlyList<double> abilities)
    {
        if (shared.Length == 0)
        {
            return default;
        }

        var source = Array.ConvertAll(shared, k => abilities[k]);
        var (meanSource, meanTarget) = (source.Average(), target.Average());
        var slope = Math.Sqrt(target.Sum(v => (v - meanTarget) * (v - meanTarget)) / source.Sum(v => (v - meanSource) * (v - meanSource)));
        return new PointScale(meanTarget - (slope * meanSource), slope);
    }

    private static (GapHistoryPoint? Point, string? Reason) Point(AbilityTable table, GapOptions options, DateOnly day, ResponseMatrix data)
    {
        bool IsIn(int row, string group) => string.Equals(table.Rows[row].Group, group, StringComparison.Ordinal);
        foreach (var group in new[] { options.Leader, options.Follower })
        {
            if (!Enumerable.Range(0, table.Rows.Count).Any(k => IsIn(k, group)))
            {
                return (null, $"no model of group '{group}' was in the fit by then");
            }
        }

        var problem = GapProblem.From(table, k => IsIn(k, options.Leader), k => IsIn(k, options.Follower), options with { Model = null });
        var work = new GapWorkspace(problem);
        var lags = new double[table.Draws.Length];
        var gaps = new double[table.Draws.Length];
        for (var k = 0; k < lags.Length; k++)
        {
            work.Load(table.Draws[k]);
            lags[k] = CurrentLag(work, day);
            gaps[k] = work.Vertical();
        }

        work.Load(table.Rows.Select(r => r.Value).ToArray());
        var lag = CurrentLag(work, day);
        var interval = new DrawInterval(table.Level, table.Contains);
        return (
            new GapHistoryPoint(
                day,
                double.IsNaN(lag) ? null : lag,
                interval.Of(lags),
                work.Vertical(),
                interval.Of(gaps),
                table.Rows[problem.LeaderRow[work.LeaderRecords[^1]]].Name,
                table.Rows[problem.FollowerRow[work.BestFollower]].Name,
                data.Persons.Count,
                data.Count
            ),
            null
        );
    }

    /// <summary>That day minus the first leader's date at the level of the best follower, months; NaN where no leader has it.</summary>
    private static double CurrentLag(GapWorkspace work, DateOnly day)
    {
        var first = work.FirstLeader(work.BestFollowerValue);
        return first < 0 ? double.NaN : (day.DayNumber - work.LeaderRecordDay(first)) / DaysPerMonth;
    }
}
