using MathNet.Numerics.Distributions;
using Tare.Numerics;
using Tare.Records;

namespace Tare.Analysis.Tests;

/// <summary>Means over items and their intervals.</summary>
public sealed class MeanScoreTests
{
    [Fact]
    public void One_attempt_an_item_has_wilsons_interval()
    {
        // 8 of 10 at 95 %: the bounds solve (p - P)^2 = z^2 P (1 - P) / n.
        var found = MeanScore.Of([.. Enumerable.Range(0, 10).Select(i => Item(i, i < 8 ? 1 : 0))], 0.95);
        found.Mean.ShouldBe(0.8);
        var z = Normal.InvCDF(0, 1, 0.975);
        foreach (var bound in new[] { found.Interval!.Lower, found.Interval.Upper })
        {
            ((0.8 - bound) * (0.8 - bound)).ShouldBe(z * z * bound * (1 - bound) / 10, 1e-12);
        }

        found.Interval.Lower.ShouldBe(0.4902, 5e-5); // published in many tables of the interval, for example Brown, Cai and DasGupta (2001)
        found.Interval.Upper.ShouldBe(0.9433, 5e-5);
    }

    [Fact]
    public void Several_attempts_at_an_item_are_one_cluster()
    {
        // Ten attempts that always agree say no more than one, but for the smaller number of degrees of freedom.
        var one = MeanScore.Of([.. Enumerable.Range(0, 12).Select(i => Item(i, i % 2))], 0.9);
        var ten = MeanScore.Of([.. Enumerable.Range(0, 12).Select(i => Item(i, [.. Enumerable.Repeat(i % 2.0, 10)]))], 0.9);
        ten.Mean.ShouldBe(one.Mean);
        ten.Scored.ShouldBe(120);
        (ten.Interval!.Upper - ten.Interval.Lower).ShouldBeGreaterThan(one.Interval!.Upper - one.Interval.Lower);
    }

    [Fact]
    public void An_item_counts_once_whatever_its_attempts()
    {
        var found = MeanScore.Of([Item(0, 1, 1, 1, 1), Item(1, 0)], 0.9);
        found.Mean.ShouldBe(0.5);
    }

    [Fact]
    public void Missing_is_counted_and_never_zero()
    {
        ItemOutcomes[] items =
        [
            Item(0, 1),
            new("i1", [new Outcome.Missing(MissingCause.Provider, "429"), new Outcome.Missing(MissingCause.Provider, "500")]),
            new("i2", []),
        ];
        var found = MeanScore.Of(items, 0.9);
        found.Mean.ShouldBe(1);
        (found.Items, found.ItemsScored, found.Scored).ShouldBe((3, 1, 1));
        found.Missing.ShouldBe([new(MissingCause.Provider, 2)]);
    }

    [Fact]
    public void Where_nothing_differs_the_interval_is_not_a_point()
    {
        MeanScore.Of([], 0.9).ShouldSatisfyAllConditions(f => f.Mean.ShouldBeNull(), f => f.Interval.ShouldBeNull());
        MeanScore.Of([Item(0, 1, 0)], 0.9).Interval.ShouldBeNull();
        var all = MeanScore.Of([Item(0, 1, 1), Item(1, 1, 1), Item(2, 1, 1)], 0.9).Interval!;
        all.Upper.ShouldBe(1);
        all.Lower.ShouldBeInRange(0.1, 0.7);
        var half = MeanScore.Of([Item(0, 0.5), Item(1, 0.5), Item(2, 0.5)], 0.9).Interval!;
        (half.Upper - half.Lower).ShouldBeGreaterThan(0.4);
    }

    /// <summary>
    /// 2,000 simulated runs of 24 items whose chances are uniform on [0, 1] and 3 attempts each; true mean 0.5. Nominal 0.9: accepted from 0.88 to 0.93,
    /// three standard errors of the share (0.0067) below and more above, where Student's quantile and Wilson's form are known to err to the safe side.
    /// Taking all 72 attempts as independent covers about 0.83 and fails.
    /// </summary>
    [Fact]
    public void The_interval_covers_as_it_says()
    {
        const int Runs = 2000;
        var (hits, naive) = (0, 0);
        for (var run = 0; run < Runs; run++)
        {
            var random = RandomSource.For("test/mean-score", run);
            var items = Enumerable
                .Range(0, 24)
                .Select(i =>
                {
                    var chance = random.NextDouble();
                    return Item(i, [.. Enumerable.Range(0, 3).Select(_ => random.NextDouble() < chance ? 1.0 : 0.0)]);
                })
                .ToList();
            var found = MeanScore.Of(items, 0.9).Interval!;
            hits += found.Lower <= 0.5 && 0.5 <= found.Upper ? 1 : 0;
            var apart = MeanScore
                .Of([.. items.SelectMany((i, k) => i.Outcomes.Select((o, a) => new ItemOutcomes($"{k}-{a}", [o])))], 0.9)
                .Interval!;
            naive += apart.Lower <= 0.5 && 0.5 <= apart.Upper ? 1 : 0;
        }

        (hits / (double)Runs).ShouldBeInRange(0.88, 0.93);
        (naive / (double)Runs).ShouldBeLessThan(0.86);
    }

    private static ItemOutcomes Item(int index, params double[] scores) =>
        new(FormattableString.Invariant($"i{index}"), [.. scores.Select(s => new Outcome.Scored(s))]);
}
