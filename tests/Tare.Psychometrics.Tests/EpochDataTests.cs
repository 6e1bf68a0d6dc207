using Tare.Numerics;

namespace Tare.Psychometrics.Tests;

/// <summary>The published scores of August 2026, whose optimum is known from an independent program.</summary>
[Trait("tier", "gate")]
public sealed class EpochDataTests
{
    private const double Optimum = 6.520695497866805;
    private static readonly TwoParameterLeastSquaresOptions s_options = new() { PinnedItem = "Winogrande" };

    [Fact]
    public void The_data_are_the_published_table()
    {
        var data = DataMirror.Epoch();

        data.Count.ShouldBe(2249);
        data.Persons.Count.ShouldBe(222);
        data.Items.Count.ShouldBe(57);
    }

    [Fact]
    public void The_fit_reaches_the_optimum_inside_the_box()
    {
        var fit = TwoParameterLeastSquares.For(DataMirror.Epoch(), s_options).Fit();

        fit.Convergence.Reached.ShouldBeTrue();
        fit.Convergence.ProjectedGradientNorm.ShouldBeLessThan(1e-9);
        fit.Convergence.AtBound.ShouldBeEmpty();

        // The sum of 2,249 rounded squares.
        fit.Convergence.Objective.ShouldBe(Optimum, 1e-12);
    }

    [Theory]
    [InlineData(0.1, 0.0, 8)]
    [InlineData(1.5, 0.7, 8)]
    public void Every_start_ends_in_the_optimum(double locationSpread, double logSlopeSpread, int starts)
    {
        var family = TwoParameterLeastSquares.For(DataMirror.Epoch(), s_options);
        for (var seed = 0; seed < starts; seed++)
        {
            var fit = family.Refit(Simulation.Start(family.Data, locationSpread, logSlopeSpread, seed), [], []);

            fit.Convergence.Objective.ShouldBe(Optimum, 1e-12, $"start {seed}");
            fit.Convergence.ProjectedGradientNorm.ShouldBeLessThan(1e-9, $"start {seed}");
        }
    }

    [Fact]
    public void The_trap_of_a_negative_slope_is_recognised_and_left()
    {
        var family = TwoParameterLeastSquares.For(DataMirror.Epoch(), s_options);
        var trap = NegativeSlope(family, "The Agent Company");

        // Newton without bounds is content here; an independent program ends in the same point.
        trap.Convergence.ProjectedGradientNorm.ShouldBeLessThan(1e-9);
        trap.Convergence.Objective.ShouldBe(6.684184, 1e-6);
        trap.Discriminations.Min().ShouldBe(-0.1893, 1e-4);

        // Inside the box the point is neither kept nor called an optimum ...
        var stopped = TwoParameterLeastSquares.For(family.Data, s_options with { MaximumIterations = 0 }).Refit(trap, [], []);
        stopped.Convergence.Reached.ShouldBeFalse();
        stopped.Convergence.AtBound.ShouldBe(["discrimination of 'The Agent Company'"]);
        stopped.Convergence.ProjectedGradientNorm.ShouldBeGreaterThan(1e-3);

        // ... and from there the fit finds the optimum.
        var refit = family.Refit(trap, [], []);
        refit.Convergence.Reached.ShouldBeTrue();
        refit.Convergence.Objective.ShouldBe(Optimum, 1e-12);
    }

    [Fact]
    public void No_benchmark_turned_round_holds_the_fit_in_a_lesser_minimum()
    {
        var family = TwoParameterLeastSquares.For(DataMirror.Epoch(), s_options);
        var ends = family
            .Data.Items.Where(item => item != s_options.PinnedItem)
            .Select(item => (item, family.Refit(NegativeSlope(family, item), [], []).Convergence))
            .ToArray();

        foreach (var (item, convergence) in ends)
        {
            convergence.Reached.ShouldBeTrue(item);
            convergence.Objective.ShouldBe(Optimum, 1e-12, item);
        }
    }

    /// <summary>Where Newton without bounds ends when one item starts with a falling curve.</summary>
    private static Calibration NegativeSlope(IFamilyFit family, string item)
    {
        var fit = family.Fit();
        var index = family.Data.Items.ToList().IndexOf(item);
        var rows = Enumerable.Range(0, family.Data.Count).Where(k => family.Data.ItemOf[k] == index).ToArray();
        var ability = rows.Average(k => fit.Abilities[family.Data.PersonOf[k]]);
        var logit = rows.Average(k => Logistic.Logit(Math.Clamp(family.Data.Value[k], 0.001, 0.999)));
        double[] slopes = [.. fit.Discriminations];
        double[] difficulties = [.. fit.Difficulties];
        slopes[index] = -0.2;
        difficulties[index] = Math.Clamp(ability + (logit / 0.2), -10, 10);
        var unbounded = s_options with { DiscriminationMin = -1000, DiscriminationMax = 1000, LocationBound = 1000 };
        return TwoParameterLeastSquares
            .For(family.Data, unbounded)
            .Refit(fit with { Discriminations = slopes, Difficulties = difficulties }, [], []);
    }

    [Fact]
    public void Every_bootstrap_draw_reaches_its_optimum_and_threads_do_not_matter()
    {
        var family = TwoParameterLeastSquares.For(DataMirror.Epoch(), s_options);
        var fit = family.Fit();
        var cancel = TestContext.Current.CancellationToken;
        var one = family.Bootstrap(fit, new BootstrapOptions { Draws = 200, Threads = 1 }, null, cancel);
        var two = family.Bootstrap(fit, new BootstrapOptions { Draws = 200, Threads = 2 }, null, cancel);

        one.NotConverged.ShouldBe(0);
        for (var k = 0; k < one.Count; k++)
        {
            one.Abilities[k].ShouldBe(two.Abilities[k]);
            one.Discriminations[k].ShouldBe(two.Discriminations[k]);
        }
    }

    [Fact]
    public void Intervals_agree_with_the_published_ones()
    {
        var family = TwoParameterLeastSquares.For(DataMirror.Epoch(), s_options);
        var draws = family.Bootstrap(family.Fit(), new BootstrapOptions { Draws = 1000 }, null, TestContext.Current.CancellationToken);
        var persons = family.Data.Persons.ToList();
        var (low, high) = (persons.IndexOf("Claude 3.5 Sonnet"), persons.IndexOf("GPT-5"));

        // An independent program with other random numbers (500 draws) gives these ends; each has a Monte-Carlo standard error near 0.1.
        foreach (var (name, lower, upper) in new[] { ("DeepSeek-V4-Pro", 147.39, 151.09), ("Kimi K2.6", 149.35, 152.64) })
        {
            var person = persons.IndexOf(name);
            var index = draws.Abilities.Select(d => 130 + (20 * (d[person] - d[low]) / (d[high] - d[low]))).ToArray();
            Quantiles.Of(index, 0.05).ShouldBe(lower, 0.6);
            Quantiles.Of(index, 0.95).ShouldBe(upper, 0.6);
        }
    }
}
