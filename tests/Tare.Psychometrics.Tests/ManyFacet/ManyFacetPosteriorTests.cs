using Tare.Numerics;

namespace Tare.Psychometrics.Tests;

public sealed class ManyFacetPosteriorTests
{
    private static readonly double[] s_spreads = [1.0, 0.5, 1.2, 0.6];
    private static readonly PosteriorOptions s_short = new()
    {
        Chains = 4,
        Warmup = 50,
        Draws = 100,
        LargestRHat = 10,
        SmallestEss = 1,
    };

    [Fact]
    public void Threads_and_the_order_of_the_rows_change_no_bit()
    {
        var data = Simulate(0);
        var one = Draw(data, s_short with { Threads = 1 });
        var two = Draw(data, s_short with { Threads = 2 });
        two.Components.ShouldBe(one.Components);
        two.Effects[0].Levels.Select(e => e.Value).ShouldBe(one.Effects[0].Levels.Select(e => e.Value));
        var backwards = Enumerable.Range(0, data.Count).Reverse().Select(k => At(data, k));
        Draw(ResponseMatrix.From(backwards, ["rater"]), s_short with { Threads = 2 }).Components.ShouldBe(one.Components);
        Draw(data, s_short with { Stream = "another" }).Components.ShouldNotBe(one.Components);
    }

    [Fact]
    public void Chains_that_have_not_converged_give_no_numbers()
    {
        var fit = ManyFacet.For(Simulate(0), SimulatedFacets.Options());
        var result = fit.DrawPosterior(s_short with { LargestRHat = 1.01, SmallestEss = 400 }, null, TestContext.Current.CancellationToken);
        var refused = result.ShouldBeOfType<ManyFacetResult.NotConverged>();
        refused.Reason.ShouldContain("have not converged");
        refused.Reason.ShouldContain("Draw more");
        refused.Evidence.Quantities.Count.ShouldBe(5);
        refused.Evidence.IsConverged.ShouldBeFalse();
    }

    /// <summary>
    /// The fast sampler against the plain one, all else equal: means of each spread, the intercept and all main effects agree within 4.5
    /// Monte-Carlo standard errors of their difference (29 comparisons: false alarm 2e-4).
    /// </summary>
    [Fact, Trait("tier", "gate")]
    public void Fast_and_plain_sampler_have_one_posterior()
    {
        var data = new SimulatedFacets(7, 4, 9, 4).Draw(RandomSource.For("posterior/plain", 0), 0.4, s_spreads).Data;
        var options = SimulatedFacets.Options();
        var design = FacetBackend.Design(data);
        var fit = ManyFacet.For(data, options);
        var run = new PosteriorOptions
        {
            Draws = 2000,
            Warmup = 300,
            LargestRHat = 1.03,
            SmallestEss = 150,
        };
        var fast = Converged(fit.DrawPosterior(run, null, TestContext.Current.CancellationToken));
        var plain = Converged(
            fit.DrawPosterior(
                new NaiveGibbs(design, options.Prior, options.InterceptWidth, NaiveGibbs.Flaw.None),
                run with
                {
                    Stream = "plain",
                    Thinning = 8,
                },
                null,
                TestContext.Current.CancellationToken
            )
        );

        // The smallest effective size of either run bounds every standard error.
        var ess = Math.Min(fast.Posterior!.WorstEss, plain.Posterior!.WorstEss);
        for (var t = 0; t < 4; t++)
        {
            var width = (fast.Components[t].Upper!.Value - fast.Components[t].Lower!.Value) / 3.29;
            fast.Components[t].StandardDeviation.ShouldBe(plain.Components[t].StandardDeviation, 4.5 * 1.25 * width * Math.Sqrt(2 / ess));
        }

        foreach (var (one, other) in fast.Effects.Take(3).SelectMany(e => e.Levels).Zip(plain.Effects.Take(3).SelectMany(e => e.Levels)))
        {
            one.Value.ShouldBe(other.Value, 4.5 * one.StandardError * Math.Sqrt(2 / ess), string.Join("/", one.Level));
        }
    }

    [Fact, Trait("tier", "gate")]
    public void Laplace_estimates_lie_inside_the_posterior_intervals()
    {
        var data = new SimulatedFacets(25, 6, 20, 5).Draw(RandomSource.For("posterior/laplace", 0), 0.2, s_spreads).Data;
        var fit = ManyFacet.For(data, SimulatedFacets.Options());
        var laplace = fit.EstimateLaplace(0, TestContext.Current.CancellationToken);
        var posterior = Converged(fit.DrawPosterior(new PosteriorOptions(), null, TestContext.Current.CancellationToken));
        for (var t = 0; t < 4; t++)
        {
            laplace
                .Components[t]
                .StandardDeviation.ShouldBeInRange(posterior.Components[t].Lower!.Value, posterior.Components[t].Upper!.Value);
        }

        // Persons differ by far less than their own uncertainty: the two methods share the likelihood and differ in the spreads' uncertainty.
        foreach (var (one, other) in laplace.Effects[0].Levels.Zip(posterior.Effects[0].Levels))
        {
            one.Value.ShouldBe(other.Value, 0.5 * other.StandardError);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void All_right_or_all_wrong_gives_finite_numbers_that_the_facts_mark(double value)
    {
        var data = Simulate(1);
        var same = ResponseMatrix.From(Enumerable.Range(0, data.Count).Select(k => At(data, k) with { Value = value }), ["rater"]);
        var fit = Draw(same, s_short);
        fit.Components.ShouldAllBe(c => double.IsFinite(c.StandardDeviation) && c.StandardDeviation > 0);
        Math.Sign(fit.Intercept.Value).ShouldBe(value > 0 ? 1 : -1);
        var items = fit.Facts.Columns.Single(c => c.Name == "item");
        (value > 0 ? items.AllRight : items.AllWrong).Count.ShouldBe(items.Levels);
    }

    [Fact]
    public void Effects_of_a_fixed_term_are_not_shrunk_and_have_no_component()
    {
        var data = Simulate(2);
        FacetTerm[] terms = [FacetTerm.Random("person"), FacetTerm.Fixed(10, "rater"), FacetTerm.Random("item")];
        var fit = ManyFacet.For(data, new ManyFacetOptions { Terms = terms, Prior = new ScalePrior.HalfT(3, 1) });
        var drawn = Converged(fit.DrawPosterior(s_short, null, TestContext.Current.CancellationToken));
        drawn.Components.Select(c => c.Term).ShouldBe(["person", "item"]);
        drawn.Effects[1].Levels.Count.ShouldBe(4);
        var laplace = fit.EstimateLaplace(1, TestContext.Current.CancellationToken);
        laplace.Components.Select(c => c.Term).ShouldBe(["person", "item"]);
        laplace.Laplace!.Reached.ShouldBeTrue();
    }

    private static ManyFacetCalibration Draw(ResponseMatrix data, PosteriorOptions posterior) =>
        Converged(ManyFacet.For(data, SimulatedFacets.Options()).DrawPosterior(posterior, null, TestContext.Current.CancellationToken));

    private static ManyFacetCalibration Converged(ManyFacetResult result) =>
        result is ManyFacetResult.Converged converged
            ? converged.Calibration
            : throw new InvalidOperationException(((ManyFacetResult.NotConverged)result).Reason);

    private static ResponseMatrix Simulate(int replicate) =>
        new SimulatedFacets(6, 4, 8, 3).Draw(RandomSource.For("posterior/test", replicate), 0.3, s_spreads).Data;

    private static Response At(ResponseMatrix data, int k) =>
        new(data.Persons[data.PersonOf[k]], data.Items[data.ItemOf[k]], data.Value[k])
        {
            Trials = data.Trials[k],
            Levels = [data.Facets[0].Levels[data.Facets[0].LevelOf[k]]],
        };
}
