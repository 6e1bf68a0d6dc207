using Tare.Numerics;

namespace Tare.Psychometrics.Tests;

/// <summary>How often 90 % intervals, estimate ± 1.645 standard errors, hold the truth of simulated data. Powers are exact binomial.</summary>
[Trait("tier", "statistical")]
public sealed class IntervalCoverageTests
{
    private const double Width = 1.6448536269514722;

    /// <summary>
    /// Conditional likelihood, one difficulty of eight, abilities far from normal. Accepted: 338 ... 380 of 400, a false alarm of 3e-4 at coverage
    /// 0.90; it fails 99 % of the time at 0.80 and 98 % at 0.97.
    /// </summary>
    [Theory]
    [InlineData(1, true)]
    [InlineData(2.0 / 3, false)]
    public void Conditional_difficulties(double widen, bool holds)
    {
        var hits = Hits(
            400,
            replicate =>
            {
                var data = Rasch("coverage/conditional", replicate, 150, 8, skewed: true);
                var fit = ConditionalCalibration.Fit(data, new ConditionalOptions(), TestContext.Current.CancellationToken);
                return Holds(fit.Items[1].Difficulty, Difficulty(1, 8), widen);
            }
        );
        (hits is >= 338 and <= 380).ShouldBe(holds, $"{hits} of 400");
    }

    /// <summary>
    /// Bootstrap by person of the Rasch family, one difficulty of five, 60 draws. Accepted: 163 ... 194 of 200, a false alarm of 1e-4 at coverage
    /// 0.90; it fails 98 % of the time at 0.75. Sixty draws cost 0.003 of coverage.
    /// </summary>
    [Theory]
    [InlineData(1, true)]
    [InlineData(0.6, false)]
    public void Bootstrap_by_person(double widen, bool holds)
    {
        var options = new MarginalOptions
        {
            Model = ResponseModel.Rasch,
            Threads = 1,
            StandardErrors = StandardErrorMethod.None,
        };
        Refit Again(ResponseMatrix sample)
        {
            var fit = MarginalCalibration.Fit(sample, options, TestContext.Current.CancellationToken);
            return new Refit(fit.Persons, fit.Items, fit.Convergence.Reached);
        }

        var hits = Hits(
            200,
            replicate =>
            {
                var data = Rasch("coverage/person-bootstrap", replicate, 200, 5, skewed: false);
                var draws = new ResampleOptions
                {
                    Draws = 60,
                    Threads = 1,
                    Stream = $"coverage/{replicate}",
                };
                var error = CalibrationBootstrap
                    .Of(data, Again, draws, null, TestContext.Current.CancellationToken)
                    .Difficulties[1]
                    .StandardError!.Value;
                var value = ((Estimate.Known)Again(data).Items[1].Difficulty).Value;
                return Math.Abs(value - Difficulty(1, 5)) <= widen * Width * error;
            }
        );
        (hits is >= 163 and <= 194).ShouldBe(holds, $"{hits} of 200");
    }

    private static int Hits(int replicates, Func<int, bool> holds) =>
        ParallelLoop
            .Run(
                replicates,
                0,
                new WorkspacePool<object>(() => new object()),
                (k, _) => holds(k),
                null,
                TestContext.Current.CancellationToken
            )
            .Count(hit => hit);

    private static bool Holds(Estimate estimate, double truth, double widen) =>
        estimate is Estimate.Known { StandardError: { } error } known && Math.Abs(known.Value - truth) <= widen * Width * error;

    private static double Difficulty(int item, int items) => (2.4 * item / (items - 1)) - 1.2;

    private static ResponseMatrix Rasch(string stream, int replicate, int persons, int items, bool skewed)
    {
        var random = RandomSource.For(stream, replicate);
        var rows = new List<Response>();
        for (var p = 0; p < persons; p++)
        {
            var theta =
                !skewed ? random.NextNormal()
                : p % 2 == 0 ? -1.2
                : 0.8 - Math.Log(random.NextDouble());
            rows.AddRange(
                Enumerable
                    .Range(0, items)
                    .Select(i => new Response(
                        $"p{p:000}",
                        $"i{i}",
                        random.NextDouble() < Logistic.Sigmoid(theta - Difficulty(i, items)) ? 1 : 0
                    ))
            );
        }

        return ResponseMatrix.From(rows);
    }
}
