namespace Tare.Psychometrics.Tests;

/// <summary>The reference variance decomposition: medians and 5% to 95% intervals of seven components, from another program's chain.</summary>
public sealed class CrossedCoreTests
{
    /// <summary>In the order of <see cref="TerminalBenchCore.Terms"/>. For the item only the median was published; its ends here are a sanity band, this posterior's own half width around 3.18, and no reference.</summary>
    private static readonly (double Median, double Lower, double Upper)[] s_published =
    [
        (1.78, 1.41, 2.38),
        (0.23, 0.12, 0.46),
        (0.45, 0.37, 0.58),
        (3.18, 2.74, 3.62),
        (1.29, 1.20, 1.37),
        (0.82, 0.74, 0.90),
        (0.88, 0.79, 0.97),
    ];

    [Fact]
    public void The_core_has_the_published_size()
    {
        var data = TerminalBenchCore.Read();
        data.Persons.Count.ShouldBe(20);
        data.Facets[0].Levels.Count.ShouldBe(9);
        data.Items.Count.ShouldBe(88);
        data.Trials.ToArray().Sum().ShouldBe(28_531);
        var facts = ManyFacet.For(data, TerminalBenchCore.Options(new ScalePrior.HalfNormal(1))).Facts;
        var pair = facts.Pairs.Single(p => p is { First: "person", Second: "harness" } or { First: "harness", Second: "person" });
        (pair.Cells - pair.EmptyCells.Count).ShouldBe(65);
        pair.Components.Count.ShouldBe(1);
    }

    [Fact, Trait("tier", "gate")]
    public void Components_lie_inside_the_published_intervals()
    {
        var fit = ManyFacet.For(TerminalBenchCore.Read(), TerminalBenchCore.Options(new ScalePrior.InverseGammaVariance(1, 0.05)));
        var result = fit.DrawPosterior(new PosteriorOptions(), null, TestContext.Current.CancellationToken);
        var calibration = result.ShouldBeOfType<ManyFacetResult.Converged>((result as ManyFacetResult.NotConverged)?.Reason).Calibration;
        for (var t = 0; t < s_published.Length; t++)
        {
            var component = calibration.Components[t];
            var (median, lower, upper) = s_published[t];
            component.StandardDeviation.ShouldBeInRange(lower, upper, component.Term);

            // Closer than the interval asks for: within a third of its half width, which two right chains of 1,000 effective draws keep easily.
            component.StandardDeviation.ShouldBe(median, (upper - lower) / 6, component.Term);
        }

        // Every interval but the standard deviations' ends agrees, and nothing printed is unconverged.
        calibration.Posterior!.IsConverged.ShouldBeTrue();
        calibration.Effects[1].Levels.Count.ShouldBe(9);
    }

    /// <summary>A prior that allows zero moves the harness, of nine levels, most; no component leaves the published interval.</summary>
    [Fact, Trait("tier", "statistical")]
    public void Weaker_priors_leave_the_components_inside_the_published_intervals()
    {
        foreach (ScalePrior prior in new ScalePrior[] { new ScalePrior.HalfT(3, 2.5), new ScalePrior.HalfNormal(1) })
        {
            var fit = ManyFacet.For(TerminalBenchCore.Read(), TerminalBenchCore.Options(prior));
            var result = fit.DrawPosterior(new PosteriorOptions { Draws = 2500 }, null, TestContext.Current.CancellationToken);
            var calibration = result
                .ShouldBeOfType<ManyFacetResult.Converged>((result as ManyFacetResult.NotConverged)?.Reason)
                .Calibration;
            for (var t = 0; t < s_published.Length; t++)
            {
                calibration
                    .Components[t]
                    .StandardDeviation.ShouldBeInRange(
                        s_published[t].Lower,
                        s_published[t].Upper,
                        $"{prior}: {TerminalBenchCore.Terms[t]}"
                    );
            }
        }
    }

    [Fact]
    public void Laplace_agrees_but_for_the_residual_term_which_it_reads_low()
    {
        var fit = ManyFacet.For(TerminalBenchCore.Read(), TerminalBenchCore.Options(new ScalePrior.HalfNormal(1)));
        var laplace = fit.EstimateLaplace(0, TestContext.Current.CancellationToken);
        laplace.Laplace!.Reached.ShouldBeTrue();
        for (var t = 0; t < 6; t++)
        {
            laplace.Components[t].StandardDeviation.ShouldBeInRange(s_published[t].Lower, s_published[t].Upper, TerminalBenchCore.Terms[t]);
        }

        // About five trials a level: the approximation is biased towards zero there (Breslow and Lin 1995).
        laplace.Components[6].StandardDeviation.ShouldBeInRange(0.7, 0.88);
    }
}
