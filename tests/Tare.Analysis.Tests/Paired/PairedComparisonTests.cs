using FsCheck;
using FsCheck.Fluent;
using MathNet.Numerics.Distributions;
using Tare.Analysis;
using Tare.Numerics;
using Tare.Records;
using Outcome = Tare.Records.Outcome;

namespace Tare.Analysis.Tests;

/// <summary>Two sides on the same items: the estimate by hand, the interval by its definition, and what missing attempts do.</summary>
public sealed class PairedComparisonTests
{
    private const double Level = 0.95;
    private static readonly double s_z = Normal.InvCDF(0, 1, (1 + Level) / 2);

    [Fact]
    public void A_comparison_by_hand()
    {
        var finding = PairedComparison.Of(
            [Item("a", "1", "0"), Item("b", "0", "1"), Item("c", "0", "1"), Item("d", "1", "1"), Item("e", "!", "1"), Item("f", "1", "")],
            Level
        );
        finding.Items.ShouldBe(6);
        finding.Paired.ShouldBe(4);
        finding.Difference.ShouldBe(0.25);
        (finding.First.Mean, finding.Second.Mean).ShouldBe((0.5, 0.75));
        (finding.Gained, finding.Lost).ShouldBe((2, 1));
        finding.First.Missing[MissingCause.Provider].ShouldBe(1);
        finding.Second.Untried.ShouldBe(1);
        // Against the second: e counts 1 for both, f counts 0 against 1. For it: e counts 1 against 0, f counts 1 for both.
        finding.Bounds.Lower.ShouldBe((1 + 0 - 1) / 6.0, 1e-12);
        finding.Bounds.Upper.ShouldBe((1 + 1 + 0) / 6.0, 1e-12);
        finding.Rows.Select(r => r.Id).ShouldBe(["a", "b", "c", "d", "e", "f"]);
    }

    [Fact]
    public void Several_attempts_are_averaged_within_their_item_and_items_count_once()
    {
        var finding = PairedComparison.Of([Item("a", "1111", "10"), Item("b", "0", "1"), Item("c", "01", "01")], Level);
        finding.Difference!.Value.ShouldBe((-0.5 + 1 + 0) / 3, 1e-12);
        var s = Math.Sqrt((Square(-0.5 - (0.5 / 3)) + Square(1 - (0.5 / 3)) + Square(-0.5 / 3)) / 2);
        var half = StudentT.InvCDF(0, 1, 2, 0.975) * s / Math.Sqrt(3);
        finding.Interval!.Lower.ShouldBe(Math.Max(-1, (0.5 / 3) - half), 1e-12);
        finding.MinimumDetectable!.Value.ShouldBe(
            Math.Min(1, (StudentT.InvCDF(0, 1, 2, 0.975) + StudentT.InvCDF(0, 1, 2, 0.8)) * s / Math.Sqrt(3)),
            1e-12
        );

        static double Square(double x) => x * x;
    }

    /// <summary>The bound is where |T| = z; T's inner probability maximises the likelihood, found here by search.</summary>
    [Theory]
    [InlineData(44, 1, 0)]
    [InlineData(50, 12, 2)]
    [InlineData(30, 0, 0)]
    [InlineData(20, 20, 0)]
    [InlineData(300, 40, 61)]
    public void The_score_interval_is_where_the_statistic_reaches_the_quantile(int items, int gained, int lost)
    {
        var (lower, upper) = PairedProportions.ScoreInterval(items, gained, lost, s_z);
        foreach (var bound in new[] { lower, upper }.Where(b => Math.Abs(b) < 1 - 1e-9))
        {
            var q = BestLossBySearch(items, gained, lost, bound);
            var t = (gained - lost - (items * bound)) / Math.Sqrt(items * ((2 * q) + (bound * (1 - bound))));
            Math.Abs(t).ShouldBe(s_z, 1e-3);
        }

        lower.ShouldBeLessThanOrEqualTo((gained - lost) / (double)items);
        upper.ShouldBeGreaterThanOrEqualTo((gained - lost) / (double)items);
    }

    [Fact]
    public void Swapping_the_sides_flips_every_sign() =>
        Prop.ForAll(
                Gen.Choose(0, 3).ListOf(25).ToArbitrary(),
                codes =>
                {
                    var items = codes.Select(
                        (c, i) => Item(FormattableString.Invariant($"{i}"), (c & 1) == 1 ? "1" : "0", c > 1 ? "1" : "0")
                    );
                    var one = PairedComparison.Of([.. items], Level);
                    var other = PairedComparison.Of([.. items.Select(i => i with { First = i.Second, Second = i.First })], Level);
                    one.Difference!.Value.ShouldBe(-other.Difference!.Value, 1e-12);
                    one.Interval!.Lower.ShouldBe(-other.Interval!.Upper, 1e-9);
                    (one.Gained, one.Lost).ShouldBe((other.Lost, other.Gained));
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Sides_that_never_differ_do_not_prove_that_they_are_equal()
    {
        var finding = PairedComparison.Of(
            [.. Enumerable.Range(0, 20).Select(i => Item(FormattableString.Invariant($"{i}"), "1", "1"))],
            Level
        );
        finding.Difference.ShouldBe(0);
        finding.Interval!.Upper.ShouldBeGreaterThan(0.1);
        finding.MinimumDetectable!.Value.ShouldBeGreaterThan(0.1);
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("1", "!")]
    public void Without_a_pair_there_is_no_difference(string first, string second)
    {
        var finding = PairedComparison.Of([Item("a", first, second)], Level);
        (finding.Difference, finding.Interval, finding.MinimumDetectable, finding.Paired).ShouldBe((null, null, null, 0));
        PairedComparison.Of([], Level).Bounds.ShouldBe((-1, 1));
    }

    /// <summary>
    /// 4,000 tables of 60 pairs: the standard error of the coverage is 0.0034, so that a coverage below 0.93 or above 0.97 is seen with
    /// probability above 0.999.
    /// </summary>
    [Fact]
    [Trait("tier", "statistical")]
    public void The_score_interval_covers_as_it_says()
    {
        const int Tables = 4_000;
        const double Gain = 0.2;
        const double Loss = 0.08;
        var random = RandomSource.For("test/paired/coverage", 0);
        var covered = 0;
        for (var table = 0; table < Tables; table++)
        {
            int gained = 0,
                lost = 0;
            for (var i = 0; i < 60; i++)
            {
                var u = random.NextDouble();
                gained += u < Gain ? 1 : 0;
                lost += u is >= Gain and < Gain + Loss ? 1 : 0;
            }

            var (lower, upper) = PairedProportions.ScoreInterval(60, gained, lost, s_z);
            covered += lower <= Gain - Loss && Gain - Loss <= upper ? 1 : 0;
        }

        (covered / (double)Tables).ShouldBeInRange(0.93, 0.97);
    }

    private static double BestLossBySearch(double n, double gained, double lost, double difference)
    {
        double low = Math.Max(0, -difference) + 1e-12,
            high = ((1 - difference) / 2) - 1e-12;
        for (var i = 0; i < 200; i++)
        {
            double a = low + ((high - low) / 3),
                b = high - ((high - low) / 3);
            if (Likelihood(a) < Likelihood(b))
            {
                low = a;
            }
            else
            {
                high = b;
            }
        }

        return (low + high) / 2;

        double Likelihood(double q) => Term(gained, q + difference) + Term(lost, q) + Term(n - gained - lost, 1 - (2 * q) - difference);

        static double Term(double count, double p) => count == 0 ? 0 : count * Math.Log(p);
    }

    /// <summary>An item from marks: 1 passes, 0 fails, ! is missing.</summary>
    private static PairedItem Item(string id, string first, string second)
    {
        return new(id, [.. first.Select(Of)], [.. second.Select(Of)]);

        static Outcome Of(char mark) =>
            mark == '!' ? new Outcome.Missing(MissingCause.Provider, "429") : new Outcome.Scored(mark == '1' ? 1 : 0);
    }
}
