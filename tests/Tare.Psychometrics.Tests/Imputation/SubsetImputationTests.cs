using Tare.Numerics;

namespace Tare.Psychometrics.Tests.Imputation;

/// <summary>Imputed scores against their definition and at the edges.</summary>
public sealed class SubsetImputationTests
{
    private static readonly ImputationOptions s_options = new();

    [Fact]
    public void The_score_and_its_parts_are_those_of_the_definition()
    {
        var data = Cut(HoldOutStudyTests.Simulated(30, 24, 1, "imputation/definition"), "p007", i => int.Parse(i[1..]) % 4 == 0);
        var result = Of(data, "p007");
        var score = result.Scores.Single(s => s.Variant == ImputationVariant.OwnBenchmark);
        var known = score.Score.ShouldBeOfType<Estimate.Known>();

        // Slowly: items of the others, the posterior mean by the public scorer, sums as in the formula.
        var others = ResponseMatrix.From(Rows(data).Where(r => r.Person != "p007"));
        var fit = MarginalCalibration.Fit(
            others,
            new MarginalOptions { Model = ResponseModel.Rasch, StandardErrors = StandardErrorMethod.ItemBlock },
            TestContext.Current.CancellationToken
        );
        var b = fit.Items.ToDictionary(i => i.Id, i => (Estimate.Known)i.Difficulty);
        var run = Rows(data).Where(r => r.Person == "p007").ToList();
        var ability = (Estimate.Known)
            AbilityScoring
                .Of(
                    ResponseMatrix.From(run),
                    b.ToDictionary(x => x.Key, x => ItemParameters.At(1, x.Value.Value)),
                    new ScoringOptions
                    {
                        Method = ScoringMethod.ExpectedAPosteriori,
                        PopulationDeviation = ((Estimate.Known)fit.PopulationDeviation).Value,
                    }
                )[0]
                .Ability;
        var rest = b.Keys.Except(run.Select(r => r.Item)).ToList();
        double P(string item) => 1 / (1 + Math.Exp(b[item].Value - ability.Value));
        double Q(string item) => P(item) * (1 - P(item));
        var s = rest.Sum(Q);
        known.Value.ShouldBe((run.Sum(r => r.Value) + rest.Sum(P)) / 24, 1e-9);
        var fromAbility = Math.Pow(s * ability.StandardError!.Value / 24, 2);
        var fromItems =
            (
                rest.Sum(i => Math.Pow(Q(i) * b[i].StandardError!.Value, 2))
                + (
                    Math.Pow(s, 2)
                    * Math.Pow(ability.StandardError.Value, 4)
                    * run.Sum(r => Math.Pow(Q(r.Item) * b[r.Item].StandardError!.Value, 2))
                )
            ) / (24 * 24);
        score.Variance!.Ability.ShouldBe(fromAbility, 1e-9);
        score.Variance.Items.ShouldBe(fromItems, 1e-9);
        score.Variance.Responses.ShouldBe(s / (24 * 24), 1e-9);
        known.StandardError!.Value.ShouldBe(Math.Sqrt(fromAbility + fromItems + (s / (24 * 24))), 1e-9);
    }

    [Fact]
    public void The_plain_mean_has_the_interval_of_wilson_with_the_finite_correction()
    {
        var run = Enumerable.Range(0, 9).Select(k => new RunItem($"i{k}", k < 2 ? 1 : 0, 1)).ToList();
        var score = ImputationArithmetic.Plain(run, 40, 0.9);
        ((Estimate.Known)score.Score).Value.ShouldBe(2.0 / 9, 1e-12);
        // n (N - 1) / (N - n) = 9 * 39 / 31; centre and half width by Wilson (1927).
        const double Effective = 9.0 * 39 / 31;
        const double Z = 1.6448536269514722;
        var centre = ((2.0 / 9) + (Z * Z / (2 * Effective))) / (1 + (Z * Z / Effective));
        var half = Z / (1 + (Z * Z / Effective)) * Math.Sqrt((2.0 / 9 * 7 / 9 / Effective) + (Z * Z / (4 * Effective * Effective)));
        score.Upper!.Value.ShouldBe(centre + half, 1e-9);
        score.Lower!.Value.ShouldBe(Math.Max(centre - half, 2.0 / 40), 1e-9);
    }

    [Fact]
    public void A_whole_run_is_its_own_score_without_error()
    {
        var data = HoldOutStudyTests.Simulated(20, 12, 3, "imputation/whole");
        foreach (var score in Of(data, "p003").Scores)
        {
            var known = score.Score.ShouldBeOfType<Estimate.Known>();
            known.Value.ShouldBe(Rows(data).Where(r => r.Person == "p003").Average(r => r.Value), 1e-12);
            known.StandardError.ShouldBe(0);
        }
    }

    [Fact]
    public void Correlated_trials_count_for_fewer()
    {
        // Five equal trials are one trial: the correlation is 1, and so are the effective trials.
        var copies = ResponseMatrix.From(
            Rows(HoldOutStudyTests.Simulated(60, 20, 1, "imputation/copies")).Select(r => r with { Trials = 5 })
        );
        var bank = CalibratedBank.From(copies, TestContext.Current.CancellationToken);
        bank.Effective(5).ShouldBe(1, 0.35);
        var independent = CalibratedBank.From(
            HoldOutStudyTests.Simulated(60, 20, 5, "imputation/independent"),
            TestContext.Current.CancellationToken
        );
        independent.Effective(5).ShouldBe(5, 0.6);
    }

    [Fact]
    public void The_order_of_the_rows_and_further_names_change_nothing()
    {
        var data = Cut(HoldOutStudyTests.Simulated(20, 16, 1, "imputation/order"), "p002", i => string.CompareOrdinal(i, "i06") < 0);
        var shuffled = ResponseMatrix.From(Enumerable.Reverse(Rows(data)));
        Of(shuffled, "p002").Scores.ShouldBe(Of(data, "p002").Scores);
    }

    [Fact]
    public void Other_benchmarks_inform_only_the_variant_that_takes_them()
    {
        var data = Cut(HoldOutStudyTests.Simulated(30, 20, 1, "imputation/two"), "p005", i => i is not ("i01" or "i03" or "i05" or "i07"));
        var result = SubsetImputation.Of(data, "p005", "left", Side, s_options, TestContext.Current.CancellationToken);
        result
            .Scores.Select(s => s.Variant)
            .ShouldBe([ImputationVariant.PlainMean, ImputationVariant.OwnBenchmark, ImputationVariant.AllBenchmarks]);
        (result.ItemCount, result.RunCount, result.OtherCount).ShouldBe((10, 6, 10));
        var alone = ResponseMatrix.From(Rows(data).Where(r => Side(r.Item) == "left"));
        var own = SubsetImputation.Of(alone, "p005", null, _ => null, s_options, TestContext.Current.CancellationToken);
        own.Scores.ShouldBe(result.Scores.Take(2));

        static string Side(string item) => string.CompareOrdinal(item, "i10") < 0 ? "left" : "right";
    }

    [Fact]
    public void Nothing_run_and_items_that_all_solve_are_said_and_not_guessed_away()
    {
        var rows = Rows(HoldOutStudyTests.Simulated(20, 10, 1, "imputation/constant"))
            .Concat(Enumerable.Range(0, 20).Select(p => new Response($"p{p:000}", "easy", 1)));
        var data = ResponseMatrix.From(rows.Where(r => r.Person != "p004" || r.Item == "i09"));
        var result = Of(data, "p004");
        result.ConstantCount.ShouldBeGreaterThanOrEqualTo(1);
        result.RunCount.ShouldBe(1);
        var wle = SubsetImputation.Of(
            ResponseMatrix.From(rows.Where(r => r.Person != "p004" || r.Item == "easy")),
            "p004",
            null,
            _ => null,
            new ImputationOptions { Ability = ScoringMethod.WeightedLikelihood },
            TestContext.Current.CancellationToken
        );
        wle.Scores.Single(s => s.Variant == ImputationVariant.OwnBenchmark)
            .Score.ShouldBeOfType<Estimate.NotIdentified>()
            .Reason.ShouldNotBeEmpty();
    }

    [Fact]
    public void A_person_or_level_out_of_place_is_refused()
    {
        var data = HoldOutStudyTests.Simulated(6, 5, 1, "imputation/refused");
        Should.Throw<ArgumentException>(() => Of(data, "nobody")).Message.ShouldContain("nobody");
        Should.Throw<ArgumentException>(() => SubsetImputation.Of(data, "p001", null, _ => null, new ImputationOptions { Level = 90 }));
        Should.Throw<ArgumentException>(() => SubsetImputation.Of(data, "p001", "none", _ => "some", s_options));
    }

    private static SubsetImputationResult Of(ResponseMatrix data, string person) =>
        SubsetImputation.Of(data, person, null, _ => null, s_options, TestContext.Current.CancellationToken);

    private static List<Response> Rows(ResponseMatrix data) =>
        Enumerable
            .Range(0, data.Count)
            .Select(k => new Response(data.Persons[data.PersonOf[k]], data.Items[data.ItemOf[k]], data.Value[k])
            {
                Trials = data.Trials[k],
            })
            .ToList();

    private static ResponseMatrix Cut(ResponseMatrix data, string person, Func<string, bool> keep) =>
        ResponseMatrix.From(Rows(data).Where(r => r.Person != person || keep(r.Item)));
}
