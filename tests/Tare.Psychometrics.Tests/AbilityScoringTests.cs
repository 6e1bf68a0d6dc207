using Tare.Psychometrics;

namespace Tare.Psychometrics.Tests;

public sealed class AbilityScoringTests
{
    private static readonly Dictionary<string, ItemParameters> s_items = new()
    {
        ["a"] = ItemParameters.At(1.2, -0.5),
        ["b"] = ItemParameters.At(0.7, 0.8),
        ["c"] = ItemParameters.At(2.0, 0.1),
        ["d"] = ItemParameters.At(1.0, 1.5, 0.2),
    };

    private static Estimate Score(ScoringMethod method, params double[] values) =>
        AbilityScoring
            .Of(
                ResponseMatrix.From(values.Select((v, k) => new Response("p", "abcd"[k].ToString(), v))),
                s_items,
                new ScoringOptions { Method = method }
            )[0]
            .Ability;

    private static double Log(double theta, double[] values) =>
        values
            .Select(
                (v, k) =>
                    s_items["abcd"[k].ToString()].Probability(theta) is var p && v == 1
                        ? Math.Log(p)
                        : Math.Log(1 - s_items["abcd"[k].ToString()].Probability(theta))
            )
            .Sum();

    [Fact]
    public void Posterior_mean_and_deviation_are_those_of_a_fine_sum()
    {
        double[] values = [1, 0, 1, 0];
        var (mass, first, second) = (0.0, 0.0, 0.0);
        for (var theta = -9.0; theta < 9; theta += 0.001)
        {
            var w = Math.Exp(Log(theta, values) - (0.5 * theta * theta));
            mass += w;
            first += w * theta;
            second += w * theta * theta;
        }

        var found = (Estimate.Known)Score(ScoringMethod.ExpectedAPosteriori, values);
        found.Value.ShouldBe(first / mass, 1e-9);
        found.StandardError!.Value.ShouldBe(Math.Sqrt((second / mass) - Math.Pow(first / mass, 2)), 1e-9);
    }

    [Theory]
    [InlineData(ScoringMethod.MaximumLikelihood)]
    [InlineData(ScoringMethod.MaximumAPosteriori)]
    [InlineData(ScoringMethod.WeightedLikelihood)]
    public void Modes_are_the_largest_values_of_their_objectives_on_a_fine_scan(ScoringMethod method)
    {
        double[] values = [1, 1, 0];
        double Objective(double theta) =>
            Log(theta, values)
            + method switch
            {
                ScoringMethod.MaximumAPosteriori => -0.5 * theta * theta,

                // Warm (1989), equation 9: for two-parameter items the weight is the root of the information.
                ScoringMethod.WeightedLikelihood => 0.5
                    * Math.Log(values.Select((_, k) => s_items["abcd"[k].ToString()].Information(theta)).Sum()),
                _ => 0,
            };
        var best = Enumerable.Range(-60_000, 120_000).Select(k => k * 1e-4).MaxBy(Objective);
        ((Estimate.Known)Score(method, values)).Value.ShouldBe(best, 1e-4);
    }

    [Fact]
    public void Information_is_the_expected_square_of_the_score()
    {
        foreach (var item in s_items.Values)
        {
            const double Theta = 0.3;
            const double H = 1e-5;
            var p = item.Probability(Theta);
            var slope = (item.Probability(Theta + H) - item.Probability(Theta - H)) / (2 * H);
            item.Information(Theta).ShouldBe(slope * slope / (p * (1 - p)), 1e-8);
        }
    }

    [Theory]
    [InlineData(1, "harder")]
    [InlineData(0, "easier")]
    public void All_right_and_all_wrong_are_not_identified_by_likelihood_and_finite_otherwise(double value, string advice)
    {
        double[] values = [value, value, value];
        Score(ScoringMethod.MaximumLikelihood, values).ShouldBeOfType<Estimate.NotIdentified>().Reason.ShouldContain(advice);
        ((Estimate.Known)Score(ScoringMethod.MaximumAPosteriori, values)).Basis.ShouldBe(EstimateBasis.Prior);
        ((Estimate.Known)Score(ScoringMethod.ExpectedAPosteriori, values)).Basis.ShouldBe(EstimateBasis.Prior);
        var weighted = (Estimate.Known)Score(ScoringMethod.WeightedLikelihood, values);
        Math.Sign(weighted.Value).ShouldBe(value == 1 ? 1 : -1);
        double.IsFinite(weighted.StandardError!.Value).ShouldBeTrue();
    }

    [Fact, Trait("tier", "gate")]
    public void Weighted_likelihood_is_less_biased_than_maximum_likelihood()
    {
        // 30 items, θ = 1.5, every replicate scored both ways; Warm's bias stays within four Monte-Carlo errors.
        var items = Enumerable.Range(0, 30).ToDictionary(k => $"i{k:00}", k => ItemParameters.At(1.3, -2 + (k * 4.0 / 29)));
        var random = Numerics.RandomSource.For("tests/scoring/warm", 0);
        const int Replicates = 20_000;
        var (warm, square, maximum) = (0.0, 0.0, 0.0);
        for (var r = 0; r < Replicates; r++)
        {
            var data = ResponseMatrix.From(
                items.Select(i => new Response("p", i.Key, random.NextDouble() < i.Value.Probability(1.5) ? 1 : 0)).ToArray()
            );
            var w = ((Estimate.Known)AbilityScoring.Of(data, items, new ScoringOptions())[0].Ability).Value - 1.5;
            warm += w;
            square += w * w;
            maximum += AbilityScoring.Of(data, items, new ScoringOptions { Method = ScoringMethod.MaximumLikelihood })[0].Ability
                is Estimate.Known m
                ? m.Value - 1.5
                : 1.5;
        }

        var error = Math.Sqrt(square / Replicates / Replicates);
        Math.Abs(warm / Replicates).ShouldBeLessThan(4 * error);
        (maximum / Replicates).ShouldBeGreaterThan(4 * error);
    }

    [Fact]
    public void An_item_without_parameters_is_an_error_that_names_it() =>
        Should
            .Throw<ArgumentException>(() =>
                AbilityScoring.Of(ResponseMatrix.From([new Response("p", "z", 1)]), s_items, new ScoringOptions())
            )
            .Message.ShouldContain("'z'");
}
