using Tare.Numerics;

namespace Tare.Psychometrics.Tests;

/// <summary>Pareto smoothing against the package loo; leave-one-out against the answer by refitting.</summary>
public sealed class LeaveOneOutTests
{
    [Fact]
    public void Smoothed_weights_equal_those_of_loo()
    {
        foreach (var expected in Golden.Read("pareto-smoothing.json").GetProperty("expected").EnumerateArray())
        {
            var draws = expected.GetProperty("draws").GetInt32();
            var shape = expected.GetProperty("shape").GetDouble();
            var ratios = Enumerable
                .Range(1, draws)
                .Select(s => (-shape * Math.Log(((s * 7919L % draws) + 0.5) / draws)) + (0.01 * Math.Sin(s)))
                .ToArray();
            var k = ParetoSmoothing.Smooth(ratios);
            k.ShouldBe(expected.GetProperty("k").GetDouble(), 1e-9);
            LeaveOneOut.LogSum(ratios).ShouldBe(expected.GetProperty("logSum").GetDouble(), 1e-9);
            ratios.Max().ShouldBe(expected.GetProperty("largest").GetDouble(), 1e-9);
            ratios.Sum(x => x * x).ShouldBe(expected.GetProperty("sumOfSquares").GetDouble(), 1e-6);
        }
    }

    [Fact]
    public void A_normal_mean_is_predicted_as_by_the_closed_form()
    {
        // y ~ N(mu, 1), flat prior: p(y_i | the others) is N(mean of the others, 1 + 1 / (n - 1)).
        var random = RandomSource.For("normal leave-one-out", 1);
        var y = Enumerable.Range(0, 30).Select(_ => random.NextNormal()).ToArray();
        var mu = Enumerable.Range(0, 4000).Select(_ => y.Average() + (random.NextNormal() / Math.Sqrt(y.Length))).ToArray();
        var loo = LeaveOneOut.Of([.. y.Select(v => Array.ConvertAll(mu, m => LogNormal(v - m, 1)))], []);
        var exact = y.Select(v => LogNormal(v - ((y.Sum() - v) / 29), 1 + (1.0 / 29))).ToArray();
        // Monte-Carlo error of 4,000 draws is about 0.002 a unit, and partly common to all.
        loo.Elpd.ShouldBe(exact.Sum(), 0.05);
        loo.EffectiveParameters.ShouldBe(y.Sum(v => LogNormal(v - y.Average(), 1 + (1.0 / 30))) - exact.Sum(), 0.1);
        loo.WorstK.ShouldBeLessThan(LeaveOneOut.LargestK);
        loo.Unreliable.ShouldBe(0);
    }

    [Fact]
    [Trait("tier", "gate")]
    public void Persons_left_out_by_weights_agree_with_refitting_without_them()
    {
        var data = ResponseMatrix.From(FitCases.Simulate(400, 8, 31));
        var found = FitCases.Predict(data, ResponseModel.OneParameter)[0].Prediction.LeaveOneOut!;
        found.Unreliable.ShouldBe(0);
        for (var p = 0; p < 400; p += 80)
        {
            var name = data.Persons[p];
            var others = ResponseMatrix.From(FitCases.Simulate(400, 8, 31).Where(r => r.Person != name));
            var fit = FitCases.Fit(others, ResponseModel.OneParameter);
            var items = fit.Items.Select(i => i.Parameters!.Value).ToArray();
            var exact = MarginalOf(data, p, items);
            // Weights average over the parameters' uncertainty, refitting takes the best ones: about half a parameter's share of 1 / 400 each.
            found.Pointwise[p].ShouldBe(exact, 0.05);
        }
    }

    [Fact]
    [Trait("tier", "gate")]
    public void The_family_that_made_the_data_predicts_best_and_too_few_persons_give_no_difference()
    {
        var slopes = ResponseMatrix.From(FitCases.Simulate(1200, 10, 32, slopeSpread: 0.7));
        var families = FitCases.Predict(slopes, ResponseModel.OneParameter, ResponseModel.TwoParameter);
        families[0].Prediction.Model.ShouldBe(ResponseModel.TwoParameter);
        families[1].Difference!.Value.ShouldBeLessThan(-4 * families[1].StandardError!.Value);

        var few = ResponseMatrix.From(FitCases.Simulate(25, 20, 33));
        FitCases.Predict(few, ResponseModel.OneParameter, ResponseModel.TwoParameter).ShouldContain(f => f.Difference == null);
    }

    private static double LogNormal(double x, double variance) => -0.5 * ((x * x / variance) + Math.Log(2 * Math.PI * variance));

    private static double MarginalOf(ResponseMatrix data, int person, ItemParameters[] items)
    {
        var sum = 0.0;
        for (var z = -8.0; z <= 8; z += 0.05)
        {
            var log = LogNormal(z, 1);
            for (var k = data.PersonStart[person]; k < data.PersonStart[person + 1]; k++)
            {
                var p = items[data.ItemOf[k]].Probability(z);
                log += Math.Log(data.Value[k] > 0 ? p : 1 - p);
            }

            sum += 0.05 * Math.Exp(log);
        }

        return Math.Log(sum);
    }
}
