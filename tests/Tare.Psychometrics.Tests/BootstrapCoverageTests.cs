using Tare.Numerics;

namespace Tare.Psychometrics.Tests;

/// <summary>How often the bootstrap's interval holds the truth, on data simulated from the family itself.</summary>
[Trait("tier", "statistical")]
public sealed class BootstrapCoverageTests
{
    private const int Replicates = 400;
    private const int Persons = 4;
    private const int Items = 60;
    private const int TasksPerItem = 20;

    /// <summary>
    /// Nominal 90 %, resampling 60 responses of each person. Accepted: 338 ... 380 of 400, which is a false alarm of 3e-4 at true coverage 0.90; it
    /// fails 99 % of the time at 0.80 and 98 % at 0.97, so it catches standard errors that are 22 % too small or 32 % too large. At 0.85 it fails only
    /// 36 % of the time. (Exact binomial.)
    /// </summary>
    [Fact]
    public void The_interval_of_a_difference_holds_the_truth_as_often_as_it_says()
    {
        var hits = Enumerable.Range(0, Replicates).Count(replicate => Holds(replicate, widen: 1));

        hits.ShouldBeInRange(338, 380);
    }

    /// <summary>The check itself is checked: intervals of two thirds the width must fail.</summary>
    [Fact]
    public void An_interval_that_is_too_narrow_fails_this_check()
    {
        var hits = Enumerable.Range(0, Replicates).Count(replicate => Holds(replicate, widen: 2.0 / 3));

        hits.ShouldBeLessThan(338);
    }

    private static bool Holds(int replicate, double widen)
    {
        double[] ability = [-0.6, -0.1, 0.3, 1.0];
        var random = RandomSource.For("coverage/data", replicate);
        var responses = new List<Response>();
        for (var item = 0; item < Items; item++)
        {
            var difficulty = 1.5 * random.NextNormal();
            for (var person = 0; person < Persons; person++)
            {
                var solved = 0;
                for (var task = 0; task < TasksPerItem; task++)
                {
                    solved += random.NextDouble() < Logistic.Sigmoid(ability[person] - difficulty + random.NextNormal()) ? 1 : 0;
                }

                responses.Add(new Response($"p{person}", $"i{item:D2}", (double)solved / TasksPerItem));
            }
        }

        var family = OneParameterWithSpread.For(
            ResponseMatrix.From(WithoutUnanimousItems(responses)),
            new OneParameterWithSpreadOptions { Sigma = 1 }
        );
        var fit = family.Fit();
        var options = new BootstrapOptions
        {
            Draws = 200,
            Stream = $"coverage/{replicate}",
            Threads = 1,
        };
        var draws = family.Bootstrap(fit, options, null, TestContext.Current.CancellationToken);
        var differences = draws.Abilities.Select(d => d[3] - d[0]).ToArray();
        var centre = fit.Abilities[3] - fit.Abilities[0];
        var lower = centre + (widen * (Quantiles.Of(differences, 0.05) - centre));
        var upper = centre + (widen * (Quantiles.Of(differences, 0.95) - centre));
        return lower <= ability[3] - ability[0] && ability[3] - ability[0] <= upper;
    }

    /// <summary>An item that all solve wholly, or none at all, says nothing about differences and has no finite difficulty.</summary>
    private static IEnumerable<Response> WithoutUnanimousItems(List<Response> responses) =>
        responses
            .GroupBy(r => r.Item, StringComparer.Ordinal)
            .Where(g => g.Any(r => r.Value > 0) && g.Any(r => r.Value < 1))
            .SelectMany(g => g);
}
