using Tare.Numerics;

namespace Tare.Psychometrics.Tests;

/// <summary>Many persons scored with the shared table, against each one scored answer by answer.</summary>
public sealed class PersonScoresTests
{
    /// <summary>Guessing items, counts of trials, missing answers and an unknown item; all-right and all-wrong persons first.</summary>
    [Theory]
    [InlineData(ScoringMethod.WeightedLikelihood)]
    [InlineData(ScoringMethod.MaximumLikelihood)]
    [InlineData(ScoringMethod.MaximumAPosteriori)]
    [InlineData(ScoringMethod.ExpectedAPosteriori)]
    public void The_shared_table_and_threads_change_nothing(ScoringMethod method)
    {
        var data = Simulate(300, 25);
        var known = Enumerable.Range(0, data.Items.Count).Select(i => i == 4 ? (ItemParameters?)null : Truth(i)).ToArray();
        var options = new ScoringOptions { Method = method, PopulationMean = 0.3 };
        var one = PersonScores.Of(data, known, options, 1, null, TestContext.Current.CancellationToken);
        PersonScores.Of(data, known, options, 2, null, TestContext.Current.CancellationToken).ShouldBe(one);
        var reader = new AnswerReader(data);
        for (var p = 0; p < data.Persons.Count; p++)
        {
            var answers = new List<ScoredAnswer>();
            for (var k = data.PersonStart[p]; k < data.PersonStart[p + 1]; k++)
            {
                if (known[data.ItemOf[k]] is { } item)
                {
                    var (right, trials) = reader[k];
                    answers.Add(new ScoredAnswer(item, right, trials));
                }
            }

            one[p].Used.ShouldBe(answers.Count);
            var alone = new PersonLikelihood(answers).Estimate(options);
            if (alone is Estimate.Known expected)
            {
                // The root search ends within 1e-14 of the same root; only the bracket's values are rounded otherwise.
                var found = one[p].Person.Ability.ShouldBeOfType<Estimate.Known>();
                found.Value.ShouldBe(expected.Value, 1e-11);
                found.StandardError!.Value.ShouldBe(expected.StandardError!.Value, 1e-11);
                found.Basis.ShouldBe(expected.Basis);
            }
            else
            {
                one[p].Person.Ability.ShouldBe(alone);
            }
        }
    }

    /// <summary>Derivatives from one exponential are those of the definitions, far out in both tails too.</summary>
    [Fact]
    public void Derivatives_are_those_of_the_log_likelihood_and_the_items()
    {
        ScoredAnswer[] answers = [new(ItemParameters.At(1.4, 0.3), 2, 3), new(ItemParameters.At(0.6, -1, 0.2), 1, 1)];
        var likelihood = new PersonLikelihood(answers);
        foreach (var theta in new[] { -20.0, -3, -0.2, 0, 1.7, 20 })
        {
            const double H = 1e-5;
            var (score, information, warm) = likelihood.Derivatives(theta);
            score.ShouldBe((likelihood.LogLikelihood(theta + H) - likelihood.LogLikelihood(theta - H)) / (2 * H), 1e-8);
            information.ShouldBe(answers.Sum(x => x.Trials * x.Item.Information(theta)), 1e-14);
            warm.ShouldBe(
                answers.Sum(x =>
                {
                    // P' P'' / (P Q) with P' = a (1 - c) P* Q* and P'' = a P' (1 - 2 P*).
                    var star = Logistic.Sigmoid((x.Item.Discrimination * theta) + x.Item.Intercept);
                    return x.Trials * x.Item.Information(theta) * x.Item.Discrimination * (1 - (2 * star));
                }),
                1e-14
            );
        }
    }

    [Fact]
    public void A_bank_too_large_for_a_table_has_none()
    {
        ScanTable.Of(new ItemParameters?[30_000], new ScoringOptions()).ShouldBeNull();
        ScanTable.Of(new ItemParameters?[10], new ScoringOptions()).ShouldNotBeNull();
    }

    private static ItemParameters Truth(int item) =>
        ItemParameters.At(1 + (0.5 * Math.Sin(item)), 1.5 * Math.Cos(2 * item), item % 3 == 0 ? 0.2 : 0);

    private static ResponseMatrix Simulate(int persons, int items)
    {
        var random = RandomSource.For("tests/scoring/table", 0);
        var rows = new List<Response>();
        for (var p = 0; p < persons; p++)
        {
            var theta = 1.3 * random.NextNormal();
            for (var i = 0; i < items; i++)
            {
                var trials = i % 5 == 1 ? 3 : 1;
                var probability =
                    p == 0 ? 1
                    : p == 1 ? 0
                    : Truth(i).Probability(theta);
                var right = Enumerable.Range(0, trials).Count(_ => random.NextDouble() < probability);
                if (p < 2 || random.NextDouble() < 0.7)
                {
                    rows.Add(Response.Of($"p{p:000}", $"i{i:00}", right, trials));
                }
            }
        }

        return ResponseMatrix.From(rows);
    }
}
