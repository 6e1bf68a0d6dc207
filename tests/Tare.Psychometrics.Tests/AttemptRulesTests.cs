namespace Tare.Psychometrics.Tests;

/// <summary>Rules for several trials against enumeration.</summary>
public sealed class AttemptRulesTests
{
    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(5)]
    [InlineData(9)]
    public void Pass_at_two_is_the_share_of_pairs_with_a_success(int trials)
    {
        for (var successes = 0; successes <= trials; successes++)
        {
            var (hits, pairs) = (0, 0);
            for (var a = 0; a < trials; a++)
            {
                for (var b = a + 1; b < trials; b++)
                {
                    pairs++;
                    hits += a < successes || b < successes ? 1 : 0;
                }
            }

            AttemptRules.PassAtTwo(successes, trials).ShouldBe((double)hits / pairs, 1e-12);
        }
    }

    /// <summary>Every pattern of successes of four items: no pattern leaves the bounds for its mean, and for each mean some pattern reaches each.</summary>
    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(5)]
    public void The_bounds_for_counted_trials_are_sharp(int trials)
    {
        const int Items = 4;
        var byTotal = new Dictionary<int, (double Least, double Most)>();
        for (var code = 0; code < Math.Pow(trials + 1, Items); code++)
        {
            var (rest, total, sum) = (code, 0, 0.0);
            for (var i = 0; i < Items; i++, rest /= trials + 1)
            {
                total += rest % (trials + 1);
                sum += AttemptRules.PassAtTwo(rest % (trials + 1), trials) / Items;
            }

            var seen = byTotal.GetValueOrDefault(total, (double.MaxValue, double.MinValue));
            byTotal[total] = (Math.Min(seen.Item1, sum), Math.Max(seen.Item2, sum));
        }

        foreach (var (total, (least, most)) in byTotal)
        {
            var (lower, upper) = AttemptRules.PassAtTwoBounds((double)total / (Items * trials), trials);
            upper.ShouldBe(most, 1e-12);
            (lower <= least + 1e-12).ShouldBeTrue();
            if (total % trials == 0)
            {
                lower.ShouldBe(least, 1e-12);
            }

            (upper <= AttemptRules.PassAtTwoBounds((double)total / (Items * trials)).Upper + (1.0 / trials)).ShouldBeTrue();
        }
    }

    [Fact]
    public void The_bounds_of_the_mean_turn_those_of_pass_at_two_round()
    {
        foreach (var mean in new[] { 0, 0.1, 0.46, 0.63, 0.79, 1 })
        {
            var (lower, upper) = AttemptRules.PassAtTwoBounds(mean);
            AttemptRules.MeanBounds(upper).Lower.ShouldBe(mean, 1e-12);
            AttemptRules.MeanBounds(lower).Upper.ShouldBe(mean, 1e-12);
        }

        AttemptRules.PassAtTwoBounds(0.46).Upper.ShouldBe(0.7084, 1e-12);
        Should.Throw<ArgumentOutOfRangeException>(() => AttemptRules.PassAtTwoBounds(46));
    }

    [Fact]
    public void Each_response_is_scored_and_one_trial_is_counted_as_too_few()
    {
        var data = ResponseMatrix.From(
            [
                Response.Of("a", "x", 2, 5) with
                {
                    Levels = ["h"],
                },
                Response.Of("a", "y", 0, 5) with
                {
                    Levels = ["h"],
                },
                Response.Of("b", "x", 1, 1) with
                {
                    Levels = ["g"],
                },
                Response.Of("b", "y", 1, 2) with
                {
                    Levels = ["g"],
                },
                Response.Of("b", "y", 0, 3) with
                {
                    Levels = ["g"],
                },
            ],
            ["harness"]
        );
        var two = AttemptRules.Apply(data, AttemptRule.PassAtTwo, out var tooFew);
        tooFew.ShouldBe(1);
        two.Value.ToArray().ShouldBe([0.7, 0, 0.4]);
        two.Facets[0].Levels.ShouldBe(["g", "h"]);
        AttemptRules.Apply(data, AttemptRule.Best, out _).Value.ToArray().ShouldBe([1, 0, 1, 1]);
        AttemptRules.Apply(data, AttemptRule.Mean, out _).ShouldBeSameAs(data);
    }
}
