using Tare.Numerics;

namespace Tare.Psychometrics.Tests;

/// <summary>
/// Simulation-based calibration (Talts et al. 2018). Seven quantities, each refused at p below 1e-4: a right sampler fails once in 1,400 other seeds.
/// With 100 replicates of this design the two flawed samplers reach p of 1e-4 or less in the quantity that they disturb most.
/// </summary>
public sealed class ManyFacetCoverageTests
{
    private const int Draws = 63;
    private const double Smallest = 1e-4;
    private static readonly FacetGenerator s_small = new(new SimulatedFacets(6, 3, 7, 3), new ScalePrior.HalfNormal(1), 1);

    [Fact, Trait("tier", "gate")]
    public void Ranks_of_the_truth_are_uniform_in_a_small_design() =>
        Check(s_small, (design, prior, width) => new PolyaGammaGibbs(design, priors: [.. Enumerable.Repeat(prior, 4)], width), 100);

    [Theory, Trait("tier", "gate")]
    [InlineData(0)]
    [InlineData(1)]
    public void A_flawed_sampler_is_caught(int flaw)
    {
        var kind = flaw == 0 ? NaiveGibbs.Flaw.WrongShape : NaiveGibbs.Flaw.HalfVariance;
        var values = PValues(s_small, (design, prior, width) => new NaiveGibbs(design, prior, width, kind), 100);
        values.Min().ShouldBeLessThanOrEqualTo(Smallest, Show(values));
    }

    [Fact, Trait("tier", "statistical")]
    public void Ranks_of_the_truth_are_uniform_in_a_larger_design_with_many_replicates() =>
        Check(
            new FacetGenerator(new SimulatedFacets(8, 4, 12, 4), new ScalePrior.HalfNormal(1), 1),
            (design, prior, width) => new PolyaGammaGibbs(design, priors: [.. Enumerable.Repeat(prior, 4)], width),
            500
        );

    [Theory, Trait("tier", "statistical")]
    [InlineData(true)]
    [InlineData(false)]
    public void Ranks_of_the_truth_are_uniform_under_the_other_priors(bool isInverseGamma)
    {
        ScalePrior prior = isInverseGamma ? new ScalePrior.InverseGammaVariance(1, 0.05) : new ScalePrior.HalfT(4, 0.7);
        var generator = new FacetGenerator(new SimulatedFacets(6, 3, 7, 3), prior, 1);
        Check(generator, (design, p, width) => new PolyaGammaGibbs(design, priors: [.. Enumerable.Repeat(p, 4)], width), 400);
    }

    private static void Check(FacetGenerator generator, Func<ManyFacetDesign, ScalePrior, double, IManyFacetKernel> kernel, int replicates)
    {
        var values = PValues(generator, kernel, replicates);
        values.Min().ShouldBeGreaterThan(Smallest, Show(values));
    }

    private static double[] PValues(
        FacetGenerator generator,
        Func<ManyFacetDesign, ScalePrior, double, IManyFacetKernel> kernel,
        int replicates
    )
    {
        var backend = new FacetBackend(generator, kernel);
        var ranks = ParallelLoop.Run(
            replicates,
            0,
            new WorkspacePool<object>(() => new object()),
            (k, _) => backend.Ranks(k, Draws, "calibration-study"),
            null,
            TestContext.Current.CancellationToken
        );
        return [.. FacetGenerator.Names.Select((_, q) => RankBand.PValue([.. ranks.Select(r => r[q])], Draws, 20_000))];
    }

    private static string Show(double[] values) => string.Join("; ", FacetGenerator.Names.Zip(values, (name, p) => $"{name}: p = {p:G3}"));
}
