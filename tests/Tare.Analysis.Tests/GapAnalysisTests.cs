using FsCheck;
using FsCheck.Fluent;
using Tare.Numerics;
using Tare.Records;
using static Tare.Analysis.Tests.Cases;

namespace Tare.Analysis.Tests;

/// <summary>The six definitions of the lag, the gap in points, and the test of widening.</summary>
public sealed class GapAnalysisTests
{
    private static readonly GapOptions s_options = new();
    private static readonly Config s_config = Config.QuickThrowOnFailure.WithQuietOnSuccess(true).WithMaxTest(60).WithReplay(20250120, 1);

    /// <summary>Sums of whole days differ from means of months by rounding only.</summary>
    private const double Rounding = 1e-12;

    [Theory]
    [InlineData(null, "points")]
    [InlineData(null, "ECI")]
    [InlineData(0.37, "points")]
    public void Every_definition_equals_its_slow_reading(double? step, string unit)
    {
        for (var replicate = 0; replicate < 40; replicate++)
        {
            var table = Lopsided(replicate, unit: unit);
            var (leaders, followers) = (Slow(table, "closed"), Slow(table, "open"));
            var gap = Gap(table, s_options with { LevelStep = step });
            var slowStep = step ?? (unit == "ECI" ? 0.05 : null);
            Same(Months(gap, LagDefinition.Records), SlowGap.RecordsMean(leaders, followers, Start), replicate);
            Same(Months(gap, LagDefinition.Levels), SlowGap.Levels(leaders, followers, Start, slowStep), replicate);
            Same(Months(gap, LagDefinition.Daily), SlowGap.Daily(leaders, followers, Start), replicate);
            Same(Months(gap, LagDefinition.TrendLine), SlowGap.TrendLine(leaders, followers), replicate, 1e-9);
            Same(Months(gap, LagDefinition.CatchUp), SlowGap.CatchUp(leaders, followers), replicate);
            Same(gap.Vertical.DailyMean, SlowGap.VerticalMean(leaders, followers, Start), replicate);
            gap.Vertical.Value.ShouldBe(leaders.Max(m => m.Value) - followers.Max(m => m.Value), Rounding);
            var best = SlowGap.Records(followers)[^1];
            Same(Months(gap, LagDefinition.FirstCrossing), SlowGap.FirstCrossing(leaders, best), replicate);
            gap.LeaderRecords.Select(r => r.Id).ShouldBe(SlowGap.Records(leaders).Select(r => r.Id));
            gap.FollowerRecords.Select(r => r.Id).ShouldBe(SlowGap.Records(followers).Select(r => r.Id));
            foreach (var model in gap.Models)
            {
                Same(model.Months, SlowGap.FirstCrossing(leaders, followers.Single(f => f.Id == model.Id)), replicate);
            }
        }
    }

    [Fact]
    public void Records_and_models_start_at_the_first_day_of_the_period_inclusive()
    {
        var table = Table(
            Row("c", "closed", Start.AddDays(-100), 9),
            Row("before", "open", Start.AddDays(-1), 1),
            Row("on-the-day", "open", Start, 2),
            Row("after", "open", Start.AddDays(1), 3)
        );
        var gap = Gap(table, s_options);
        gap.Models.Select(m => m.Id).ShouldBe(["on-the-day", "after"]);
        gap.Definitions.Single(d => d.Definition == LagDefinition.Records).Caught.ShouldBe(2);
    }

    [Fact]
    public void Of_equal_values_the_earlier_model_stays_and_on_one_day_the_first_identifier()
    {
        var table = Table(
            Row("c", "closed", Start, 9),
            Row("x-2", "open", Start, 4),
            Row("x-1", "open", Start, 4),
            Row("x-0", "open", Start, 3),
            Row("later-and-equal", "open", Start.AddDays(5), 4)
        );
        Gap(table, s_options).FollowerRecords.Select(r => r.Id).ShouldBe(["x-1"]);
    }

    [Fact]
    public void A_follower_above_every_leader_is_censored_and_counted()
    {
        var table = Table(
            Row("c", "closed", Start.AddDays(-10), 5),
            Row("o-1", "open", Start, 4),
            Row("o-2", "open", Start.AddDays(20), 7)
        );
        var gap = Gap(table, s_options);
        var first = gap.Definitions.Single(d => d.Definition == LagDefinition.FirstCrossing);
        (first.Months, first.Caught, first.Censored).ShouldBe((null, 0, 1));
        var records = gap.Definitions.Single(d => d.Definition == LagDefinition.Records);
        (records.Caught, records.Censored).ShouldBe((1, 1));
        records.Months!.Value.ShouldBe(10 / 30.4375, Rounding);
        gap.Models.Single(m => m.Id == "o-2").CrossedBy.ShouldBeNull();
        var daily = gap.Definitions.Single(d => d.Definition == LagDefinition.Daily);
        (daily.Caught, daily.Censored).ShouldBe((20, 1));
        gap.Definitions.Single(d => d.Definition == LagDefinition.Levels).Censored.ShouldBeGreaterThan(0);
        gap.Vertical.Value.ShouldBe(-2);
    }

    [Fact]
    public void A_follower_that_came_first_has_a_negative_lag()
    {
        var table = Table(Row("c", "closed", Start.AddDays(30), 5), Row("o", "open", Start, 4));
        var gap = Gap(table, s_options);
        Months(gap, LagDefinition.FirstCrossing)!.Value.ShouldBe(-30 / 30.4375, Rounding);
        Months(gap, LagDefinition.Records)!.Value.ShouldBe(-30 / 30.4375, Rounding);
    }

    [Fact]
    public void One_model_a_group_gives_numbers_where_they_exist_and_no_slope()
    {
        var gap = Gap(Table(Row("c", "closed", Start, 5), Row("o", "open", Start.AddDays(61), 4)), s_options);
        gap.Widening.ShouldBeNull();
        gap.Trends.ShouldBeEmpty();
        Months(gap, LagDefinition.TrendLine).ShouldBeNull();
        Months(gap, LagDefinition.Levels).ShouldBeNull();
        Months(gap, LagDefinition.FirstCrossing)!.Value.ShouldBe(61 / 30.4375, Rounding);
    }

    [Fact]
    public void Models_of_one_day_give_a_lag_of_zero_and_no_trend()
    {
        var gap = Gap(Table(Row("c-1", "closed", Start, 5), Row("c-2", "closed", Start, 6), Row("o", "open", Start, 4)), s_options);
        Months(gap, LagDefinition.FirstCrossing).ShouldBe(0);
        Months(gap, LagDefinition.Daily).ShouldBe(0);
        Months(gap, LagDefinition.TrendLine).ShouldBeNull();
        gap.Widening.ShouldBeNull();
    }

    [Fact]
    public void An_empty_group_is_an_error_that_names_the_groups_there_are()
    {
        var table = Table(Row("c", "closed", Start, 5), Row("o", "open", Start, 4));
        var error = Should.Throw<InputException>(() => Gap(table, s_options with { Axis = Axis.Country, Leader = "US", Follower = "CN" }));
        error.Message.ShouldContain("group 'US'");
        error.Message.ShouldContain("closed (1), open (1)");
        error.Message.ShouldContain("--leader");
    }

    [Fact]
    public void The_cut_at_a_date_equals_a_table_without_the_later_models()
    {
        var table = Lopsided(3, draws: 50);
        var last = Start.AddDays(200);
        var cut = Gap(table, s_options with { AsOf = last });
        var kept = Enumerable.Range(0, table.Rows.Count).Where(k => table.Rows[k].Date <= last).ToArray();
        var less = table with
        {
            Rows = [.. kept.Select(k => table.Rows[k])],
            Draws = [.. table.Draws.Select(d => kept.Select(k => d[k]).ToArray())],
        };
        Print(Gap(less, s_options)).ShouldBe(Print(cut));
    }

    [Fact]
    public void Shifting_every_date_and_the_start_changes_no_lag() =>
        Check(
            (table, shift) =>
            {
                var moved = table with { Rows = [.. table.Rows.Select(r => r with { Date = r.Date!.Value.AddDays(shift) })] };
                SameLags(Gap(table, s_options), GapAnalysis.Of(moved, s_options with { Since = Start.AddDays(shift) }), 1e-9);
            }
        );

    [Fact]
    public void Shifting_and_stretching_abilities_changes_no_lag_and_stretches_the_gap() =>
        Check(
            (table, shift) =>
            {
                var slope = 0.25 * (1 + Math.Abs(shift % 7));
                double? Move(double? v) => shift + (slope * v);
                var moved = table with
                {
                    Rows =
                    [
                        .. table.Rows.Select(r =>
                            r with
                            {
                                Value = shift + (slope * r.Value),
                                Lower = Move(r.Lower),
                                Upper = Move(r.Upper),
                            }
                        ),
                    ],
                };
                var (before, after) = (Gap(table, s_options), GapAnalysis.Of(moved, s_options));

                // A threshold that coincides with a level may fall on its other side: one level of 400.
                var (left, right) = (Months(before, LagDefinition.Levels), Months(after, LagDefinition.Levels));
                (right is null).ShouldBe(left is null);
                Math.Abs((left ?? 0) - (right ?? 0)).ShouldBeLessThan(2 * 24.0 / 400);
                SameLags(before, after, 1e-9, LagDefinition.Levels);
                after.Vertical.DailyMean.ShouldBe(slope * before.Vertical.DailyMean, 1e-9);
            }
        );

    [Fact]
    public void Relabelling_changes_nothing_where_no_two_values_tie() =>
        Check(
            (table, shift) =>
            {
                var distinct = table with { Rows = [.. table.Rows.Select((r, k) => r with { Value = r.Value + (1e-4 * k) })] };
                var renamed = distinct with
                {
                    Rows = [.. distinct.Rows.Select((r, k) => r with { Id = $"{(k * 7) + shift & 1023:D4}-{r.Id}" })],
                };
                SameLags(Gap(distinct, s_options), GapAnalysis.Of(renamed, s_options), 0);
            }
        );

    [Fact]
    public void A_dominated_model_changes_nothing() =>
        Check(
            (table, shift) =>
            {
                var last = table.Rows.Where(r => r.Group == "open").MaxBy(r => r.Date)!;
                var weak = Row("weak", "open", last.Date!.Value, table.Rows.Min(r => r.Value) - 1 - Math.Abs(shift));
                SameLags(Gap(table, s_options), GapAnalysis.Of(table with { Rows = [.. table.Rows, weak] }, s_options), 0);
            }
        );

    [Fact]
    public void Swapping_the_groups_flips_the_sign_of_trend_line_and_vertical_gap() =>
        Check(
            (table, _) =>
            {
                var there = Gap(table, s_options);
                var back = Gap(table, s_options with { Leader = "open", Follower = "closed" });
                back.Vertical.Value.ShouldBe(-there.Vertical.Value, Rounding);
                back.Vertical.DailyMean.ShouldBe(-there.Vertical.DailyMean, 1e-9);
                Same(Months(back, LagDefinition.TrendLine), -Months(there, LagDefinition.TrendLine), 0, 1e-9);
            }
        );

    [Fact]
    public void Any_number_of_threads_gives_the_same_bits()
    {
        var table = Lopsided(5, draws: 400);
        var one = Print(Gap(table, s_options with { Threads = 1 }));
        Print(Gap(table, s_options with { Threads = 2 })).ShouldBe(one);
        Print(Gap(table, s_options with { Threads = 16 })).ShouldBe(one);
    }

    [Fact]
    public void An_interval_is_that_of_the_draws_each_with_its_own_frontier()
    {
        var table = Lopsided(4, draws: 300);
        var gap = Gap(table, s_options);
        var each = table
            .Draws.Select(d =>
                Gap(
                    table with
                    {
                        Draws = [],
                        Rows =
                        [
                            .. table.Rows.Select(
                                (r, k) =>
                                    r with
                                    {
                                        Value = d[k],
                                        Lower = d[k] - (r.Value - (r.Lower ?? r.Value)),
                                        Upper = d[k] + ((r.Upper ?? r.Value) - r.Value),
                                    }
                            ),
                        ],
                    },
                    s_options
                )
            )
            .ToList();
        foreach (var estimate in gap.Definitions)
        {
            var months = each.Select(e => Months(e, estimate.Definition)).OfType<double>().ToArray();
            estimate.ComputableShare.ShouldBe((double)months.Length / 300);
            estimate.Interval!.Lower.ShouldBe(Quantiles.Of(months, 0.05), 1e-9);
            estimate.Interval.Upper.ShouldBe(Quantiles.Of(months, 0.95), 1e-9);
        }
    }

    [Fact]
    public void The_axis_of_one_model_compares_any_model_with_the_leaders()
    {
        var table = Lopsided(2);
        var gap = Gap(table, s_options with { Axis = Axis.Model, Model = "closed-4" });
        gap.Follower.ShouldBe("CLOSED-4");
        gap.Counts.Followers.ShouldBe(1);
        gap.Counts.Leaders.ShouldBe(8);
        Should.Throw<InputException>(() => Gap(table, s_options with { Axis = Axis.Model })).Message.ShouldContain("--model");
        Should.Throw<InputException>(() => Gap(table, s_options with { Model = "closed-4" })).Message.ShouldContain("--axis model");
    }

    [Fact]
    public void The_band_has_the_width_of_Working_and_Hotelling()
    {
        // 2 F(0.95; 2, 8) = 8.918; Snedecor and Cochran, Statistical Methods, table A14: F = 4.46.
        (2 * TrendLines.FisherQuantile(0.95, 8)).ShouldBe(8.918, 0.002);
        TrendLines.FisherQuantile(0.95, 5).ShouldBe(MathNet.Numerics.Distributions.FisherSnedecor.InvCDF(2, 5, 0.95), 1e-6);
        var rows = new[] { (0, 1.0), (10, 3.0), (20, 4.0), (40, 9.0) }.Select(p =>
            Row($"m{p.Item1}", "closed", Start.AddDays(p.Item1), p.Item2)
        );
        var band = TrendLines.Through("closed", [.. rows], Start.AddDays(40)).Single().Band;

        // By hand: mean day 17.5, mean value 4.25, S = 875, slope = 172.5 / 875, residual sum 34.75 - 172.5² / 875, s² over 2.
        var s = Math.Sqrt((34.75 - (172.5 * 172.5 / 875)) / 2);
        var half = Math.Sqrt(2 * TrendLines.FisherQuantile(0.95, 2)) * s * Math.Sqrt(0.25 + (17.5 * 17.5 / 875));
        band[0].Value.ShouldBe(4.25 - (17.5 * 172.5 / 875), 1e-12);
        (band[0].Upper!.Value - band[0].Value).ShouldBe(half, 1e-12);
    }

    private static void Check(Action<AbilityTable, int> property)
    {
        var cases = Gen.Choose(0, 500).Zip(Gen.Choose(-400, 400)).ToArbitrary();
        Prop.ForAll(cases, c => property(Lopsided(c.Item1), c.Item2)).Check(s_config);
    }

    private static void SameLags(GapFinding left, GapFinding right, double tolerance, params LagDefinition[] except)
    {
        foreach (var definition in GapOptions.EveryDefinition.Where(d => !except.Contains(d)))
        {
            Same(Months(right, definition), Months(left, definition), (int)definition, tolerance);
        }
    }

    private static void Same(double? actual, double? expected, int context, double relative = Rounding)
    {
        (actual is null).ShouldBe(expected is null, $"case {context}");
        if (expected is { } e && relative == 0)
        {
            actual!.Value.ShouldBe(e, $"case {context}");
        }
        else if (expected is { } e2)
        {
            actual!.Value.ShouldBe(e2, relative * Math.Max(1, Math.Abs(e2)), $"case {context}");
        }
    }

    private static string Print(GapFinding gap) =>
        string.Join('\n', gap.Definitions)
        + '\n'
        + string.Join('\n', gap.Models)
        + '\n'
        + gap.Vertical
        + gap.Vertical.DailyMean.ToString("R")
        + gap.Widening;
}
