using Tare.Numerics;

namespace Tare.Psychometrics.Tests;

/// <summary>The many-facet leave-one-out of <c>--posterior</c> against drawing the posterior again without the response.</summary>
[Trait("tier", "gate")]
public sealed class ManyFacetLeaveOneOutTests
{
    private const int Refits = 8;
    private const int Draws = 4000;
    private const int Thinning = 4;

    [Fact]
    public void Each_response_is_predicted_as_by_the_posterior_without_it()
    {
        var data = new SimulatedFacets(6, 3, 4, 2).Draw(RandomSource.For("loo/facets", 0), 0.2, [0.8, 0.4, 0.8, 0.4]).Data;
        var options = SimulatedFacets.Options();
        var run = new PosteriorOptions
        {
            Draws = 2000,
            Warmup = 300,
            LargestRHat = 1.03,
            SmallestEss = 150,
        };
        var result = ManyFacet.For(data, options).DrawPosterior(run, null, TestContext.Current.CancellationToken);
        var loo = result.ShouldBeOfType<ManyFacetResult.Converged>().Calibration.LeaveOneOut!;
        loo.Pointwise.Count.ShouldBe(data.Count);
        loo.Unreliable.ShouldBe(0);
        loo.Elpd.ShouldBe(loo.Pointwise.Sum(), 1e-9);

        // What the response itself adds to its own prediction, which leaving it out must take away, is far above the tolerance below.
        (loo.EffectiveParameters / data.Count).ShouldBeGreaterThan(0.07);
        var rows = Enumerable.Range(0, Refits).Select(k => (k * data.Count / Refits) + 2).ToArray();
        var exact = ParallelLoop.Run(
            Refits,
            0,
            new WorkspacePool<object>(() => new object()),
            (k, _) => Without(data, rows[k], options),
            null,
            TestContext.Current.CancellationToken
        );

        // Likelihoods vary by a factor e^0.4 between draws: 0.4 / √1000 effective ones on either side, 3.5 of them.
        for (var k = 0; k < Refits; k++)
        {
            loo.Pointwise[rows[k]].ShouldBe(exact[k], 0.06, $"row {rows[k]}");
        }

        exact.Sum().ShouldBe(rows.Sum(row => loo.Pointwise[row]), 0.12);
    }

    private static double Without(ResponseMatrix data, int row, ManyFacetOptions options)
    {
        var whole = FacetBackend.Design(data);
        var rest = FacetBackend.Design(
            ResponseMatrix.From(
                Enumerable
                    .Range(0, data.Count)
                    .Where(k => k != row)
                    .Select(k => new Response(data.Persons[data.PersonOf[k]], data.Items[data.ItemOf[k]], data.Value[k])
                    {
                        Trials = data.Trials[k],
                        Levels = [data.Facets[0].Levels[data.Facets[0].LevelOf[k]]],
                    }),
                ["rater"]
            )
        );
        var kernel = new PolyaGammaGibbs(rest, priors: [.. Enumerable.Repeat(options.Prior, 4)], options.InterceptWidth);
        var random = RandomSource.For("loo/refit", row);
        var state = new GibbsState(rest);
        state.Scatter(rest, random);
        var (trials, right) = (whole.Trials[row], whole.Successes[row]);
        var places = whole.Terms.Select((term, t) => Place(term, rest.Terms[t], row)).ToArray();
        var sum = 0.0;
        for (var cycle = 1; cycle <= 500 + (Draws * Thinning); cycle++)
        {
            kernel.Advance(state, random);
            if (cycle > 500 && cycle % Thinning == 0)
            {
                var eta = state.Intercept + places.Select((level, t) => state.Effects[t][level]).Sum();
                sum += Math.Exp((right * Logistic.LogSigmoid(eta)) + ((trials - right) * Logistic.LogSigmoid(-eta)));
            }
        }

        // Two trials: two orders of one right answer.
        return Math.Log(sum / Draws) + (right == 1 ? Math.Log(2) : 0);
    }

    private static int Place(DesignTerm whole, DesignTerm rest, int row)
    {
        var label = string.Join('/', whole.Labels[whole.LevelOf[row]]);
        return Enumerable.Range(0, rest.Count).Single(level => string.Join('/', rest.Labels[level]) == label);
    }
}
