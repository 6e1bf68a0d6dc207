using Tare.Numerics;

namespace Tare.Psychometrics.Tests;

/// <summary>Infit, outfit, person fit, reliability: against eRm, definitions and what must not change them.</summary>
public sealed class CalibrationFitTests
{
    [Fact]
    public void Mean_squares_equal_those_of_eRm_at_its_own_estimates()
    {
        var golden = Golden.Read("item-fit-erm.json");
        var input = golden.GetProperty("input");
        var rows = input.GetProperty("responses").EnumerateArray().Select(r => r.GetString()!).ToArray();
        var ability = input.Numbers("ability");
        var items = input.Numbers("difficulty").Select(b => (ItemParameters?)ItemParameters.At(1, b)).ToArray();
        var known = new FitInput(FitCases.Table(rows), items, ability);
        var sums = new ItemSums(known.Items, 1);
        for (var p = 0; p < known.Persons; p++)
        {
            sums.Add(known, p, ability[p], 0);
            var person = new ResidualSums();
            for (var i = 0; i < known.Items; i++)
            {
                var (probability, rest, _) = known.Curve(i, ability[p]);
                person.Add(rows[p][i] - '0', 1, probability, rest, 1);
            }

            Equal(golden.GetProperty("expected").GetProperty("person"), p, person);
        }

        for (var i = 0; i < known.Items; i++)
        {
            Equal(golden.GetProperty("expected").GetProperty("item"), i, sums.Fit(i));
        }
    }

    [Fact]
    public void Abilities_are_those_of_weighted_likelihood_scoring()
    {
        var fit = FitCases.Fit(ResponseMatrix.From(FitCases.Simulate(150, 12, 1)));
        var scored = AbilityScoring.Of(fit.Data, fit, new ScoringOptions());
        var judged = FitCases.Judge(fit);
        for (var p = 0; p < scored.Count; p++)
        {
            var expected = scored[p].Ability.ShouldBeOfType<Estimate.Known>();
            var found = judged.Persons[p].Ability.ShouldBeOfType<Estimate.Known>();
            // Both solve the same equation, one by bisection, to 1e-10.
            found.Value.ShouldBe(expected.Value, 1e-8);
            found.StandardError!.Value.ShouldBe(expected.StandardError!.Value, 1e-8);
        }
    }

    [Fact]
    public void K_of_n_gives_the_infit_of_its_definition()
    {
        var data = ResponseMatrix.From(FitCases.Simulate(60, 6, 2, trials: 4));
        var fit = FitCases.Fit(data);
        var judged = FitCases.Judge(fit);
        for (var item = 0; item < data.Items.Count; item++)
        {
            var (square, variance, outfit, count) = (0.0, 0.0, 0.0, 0);
            for (var k = 0; k < data.Count; k++)
            {
                var person = judged.Persons[data.PersonOf[k]];
                if (data.ItemOf[k] != item || person.Infit is null)
                {
                    continue;
                }

                var p = fit.Items[item].Parameters!.Value.Probability(((Estimate.Known)person.Ability).Value);
                var residual = (4 * data.Value[k]) - (4 * p);
                square += residual * residual;
                variance += 4 * p * (1 - p);
                outfit += residual * residual / (4 * p * (1 - p));
                count++;
            }

            judged.Items[item].Infit!.Value.ShouldBe(square / variance, 1e-9);
            judged.Items[item].Outfit!.Value.ShouldBe(outfit / count, 1e-9);
            judged.Items[item].Answers.ShouldBe(count);
        }
    }

    [Fact]
    public void A_residual_curve_adds_up_to_the_items_right_answers()
    {
        var fit = FitCases.Fit(ResponseMatrix.From(FitCases.Simulate(200, 8, 3)));
        var judged = FitCases.Judge(fit, new FitOptions { ResidualGroups = 5 });
        var inner = Enumerable.Range(0, 200).Where(p => judged.Persons[p].Infit is not null).ToHashSet();
        for (var item = 0; item < 8; item++)
        {
            var right = Enumerable
                .Range(0, fit.Data.Count)
                .Where(k => fit.Data.ItemOf[k] == item && inner.Contains(fit.Data.PersonOf[k]))
                .Sum(k => fit.Data.Value[k]);
            var curve = judged.Items[item].Curve;
            curve.Count.ShouldBe(5);
            curve.Sum(g => g.Observed * g.Trials).ShouldBe(right, 1e-9);
            curve.Sum(g => g.Answers).ShouldBe(inner.Count);
            curve.Select(g => g.Ability).ShouldBeInOrder();
            curve.ShouldAllBe(g => g.Answers >= 20);
        }
    }

    [Fact]
    public void A_reversed_answer_key_is_the_worst_item()
    {
        var data = ResponseMatrix.From(FitCases.Simulate(400, 15, 4).Select(r => r.Item == "i07" ? r with { Value = 1 - r.Value } : r));
        var judged = FitCases.Judge(FitCases.Fit(data, ResponseModel.OneParameter));
        judged.Items.MaxBy(i => i.Infit!.Standardised)!.Id.ShouldBe("i07");
        judged.Items[7].Infit!.Standardised!.Value.ShouldBeGreaterThan(5);
    }

    [Fact]
    public void A_person_who_answers_backwards_stands_out()
    {
        var data = ResponseMatrix.From(
            FitCases
                .Simulate(300, 20, 5)
                .Select(r => r.Person == "p0042" ? r with { Value = r.Item.CompareTo("i10", StringComparison.Ordinal) >= 0 ? 1 : 0 } : r)
        );
        var judged = FitCases.Judge(FitCases.Fit(data, ResponseModel.OneParameter));
        judged.Persons.MinBy(p => p.LzStar ?? 0)!.Id.ShouldBe("p0042");
        judged.Persons[42].LzStar!.Value.ShouldBeLessThan(-4);
    }

    [Fact]
    public void A_frequency_is_that_many_equal_persons_and_threads_change_nothing()
    {
        var options = new FitOptions { Threads = 1 };
        var one = FitCases.Judge(FitCases.Fit(Lsat6.Patterns()), options);
        var many = FitCases.Judge(FitCases.Fit(Lsat6.Persons()), options);
        for (var i = 0; i < 5; i++)
        {
            // The two fits stop within 1e-5 of each other.
            one.Items[i].Infit!.Value.ShouldBe(many.Items[i].Infit!.Value, 1e-5);
            one.Items[i].Outfit!.Standardised!.Value.ShouldBe(many.Items[i].Outfit!.Standardised!.Value, 1e-3);
            one.Items[i].Answers.ShouldBe(many.Items[i].Answers);
        }

        // Five items: the errors exceed the spread, so no separation.
        one.Reliability.Separation.ShouldBeNull();
        many.Reliability.Separation.ShouldBeNull();
        one.Reliability.Empirical!.Value.ShouldBe(many.Reliability.Empirical!.Value, 1e-5);
        one.LocalDependence.Mean!.Value.ShouldBe(many.LocalDependence.Mean!.Value, 1e-5);
        one.LimitedInformation.Fit!.M2.ShouldBe(many.LimitedInformation.Fit!.M2, 1e-4);

        var fit = FitCases.Fit(ResponseMatrix.From(FitCases.Simulate(700, 10, 6)));
        var single = FitCases.Judge(fit, options);
        var several = FitCases.Judge(fit, new FitOptions { Threads = 4 });
        single.Items.Select(i => i.Infit).ShouldBe(several.Items.Select(i => i.Infit));
        single.Persons.Select(p => p.LzStar).ShouldBe(several.Persons.Select(p => p.LzStar));
    }

    [Fact]
    public void Extreme_persons_and_items_without_difficulty_say_why_they_have_no_fit()
    {
        var responses = FitCases.Simulate(60, 6, 7);
        responses.AddRange(Enumerable.Range(0, 6).Select(i => new Response("all right", $"i{i:00}", 1)));
        responses.AddRange(Enumerable.Range(0, 60).Select(p => new Response($"p{p:0000}", "nobody", 0)));
        responses.Add(new Response("only nobody", "nobody", 0));
        var judged = FitCases.Judge(FitCases.Fit(ResponseMatrix.From(responses), ResponseModel.Rasch));
        var extreme = judged.Persons.Single(p => p.Id == "all right");
        extreme.Ability.ShouldBeOfType<Estimate.Known>();
        extreme.LzStar.ShouldBeNull();
        extreme.Reason!.ShouldContain("same end");
        judged.Persons.Single(p => p.Id == "only nobody").Ability.ShouldBeOfType<Estimate.NotIdentified>();
        judged.Items.Single(i => i.Id == "nobody").Reason!.ShouldContain("no parameters");
        foreach (var i in judged.Items.Where(i => i.Infit is not null))
        {
            double.IsFinite(i.Infit!.Value + i.Outfit!.Value + (i.Outfit.Standardised ?? 0)).ShouldBeTrue();
        }
    }

    [Fact]
    public void Shares_have_no_mean_squares()
    {
        var data = ResponseMatrix.From(FitCases.Simulate(80, 6, 8).Select(r => r with { Value = 0.2 + (0.6 * r.Value) }));
        var judged = FitCases.Judge(FitCases.Fit(data));
        judged.Items.ShouldAllBe(i => i.Infit == null && i.Reason!.Contains("shares"));
        judged.Persons.ShouldAllBe(p => p.LzStar == null && p.Reason!.Contains("shares"));
        judged.LimitedInformation.Fit.ShouldBeNull();
    }

    [Fact]
    public void Information_is_the_sum_over_items_and_its_error_the_inverse_root()
    {
        var fit = FitCases.Fit(ResponseMatrix.From(FitCases.Simulate(200, 8, 9)));
        foreach (var point in FitCases.Judge(fit).Information)
        {
            var expected = fit.Items.Sum(i => i.Parameters!.Value.Information(point.Ability));
            point.Information.ShouldBe(expected, 1e-12 * expected);
            point.StandardError!.Value.ShouldBe(1 / Math.Sqrt(expected), 1e-9);
        }
    }

    /// <summary>
    /// 2,000 persons who follow the model: the mean of lz* has a standard error of 0.022, its variance of about 0.035 (skewness makes it more). Without
    /// Snijders' correction the variance at 30 items is below 0.85: the bounds tell the two apart.
    /// </summary>
    [Fact]
    [Trait("tier", "gate")]
    public void Lz_star_is_standard_where_the_model_holds()
    {
        var data = ResponseMatrix.From(FitCases.Simulate(2000, 30, 10));
        var values = FitCases.Judge(FitCases.Fit(data)).Persons.Select(p => p.LzStar).OfType<double>().ToArray();
        var mean = values.Average();
        mean.ShouldBe(0, 0.1);
        values.Average(v => (v - mean) * (v - mean)).ShouldBe(1, 0.12);
    }

    private static void Equal(System.Text.Json.JsonElement expected, int at, ResidualSums found)
    {
        found.Infit!.Value.ShouldBe(expected.Numbers("infit")[at], 1e-9);
        found.Outfit!.Value.ShouldBe(expected.Numbers("outfit")[at], 1e-9);
        if (found.Infit.Standardised is { } infit)
        {
            infit.ShouldBe(expected.Numbers("infitZ")[at], 1e-8);
        }

        if (found.Outfit.Standardised is { } outfit)
        {
            outfit.ShouldBe(expected.Numbers("outfitZ")[at], 1e-8);
        }
    }
}
