namespace Tare.Psychometrics.Tests;

public sealed class SimulatedTruthTests
{
    [Fact]
    public void A_person_has_the_same_responses_whatever_stands_beside()
    {
        var few = SimulatedTruth.Of(
            new TruthOptions
            {
                Persons = 10,
                Items = 20,
                MissingShare = 0.4,
            }
        );
        var more = SimulatedTruth.Of(
            new TruthOptions
            {
                Persons = 99,
                Items = 20,
                MissingShare = 0.4,
            }
        );
        more.ResponsesOf(7).ShouldBe(few.ResponsesOf(7));
        SimulatedTruth
            .Of(
                new TruthOptions
                {
                    Persons = 10,
                    Items = 20,
                    MissingShare = 0.4,
                    Seed = "other",
                }
            )
            .ResponsesOf(7)
            .ShouldNotBe(few.ResponsesOf(7));
    }

    [Fact]
    public void Missing_by_design_asks_everybody_as_many_items_and_failure_leaves_a_mark()
    {
        var truth = SimulatedTruth.Of(
            new TruthOptions
            {
                Persons = 200,
                Items = 50,
                MissingShare = 0.3,
                FailureShare = 0.1,
            }
        );
        var all = Enumerable.Range(0, 200).Select(p => truth.ResponsesOf(p).ToArray()).ToArray();
        all.ShouldAllBe(r => r.Length == 35);
        var failed = all.Sum(r => r.Count(a => a.Right is null));

        // 7,000 at 0.1: 700 with a deviation of 25.
        failed.ShouldBeInRange(600, 800);
        all.SelectMany(r => r).Select(r => r.Item).Distinct().Count().ShouldBe(50);
    }

    [Fact]
    public void Shares_of_right_answers_are_the_model_s_probabilities()
    {
        var bank = ItemBank.From([new BankItem("x", ItemParameters.At(1.5, 0.4, 0.2))]);
        var truth = SimulatedTruth.Of(
            new TruthOptions
            {
                Persons = 4000,
                Bank = bank,
                AbilityDeviation = 0,
                AbilityMean = 0.7,
                Trials = 5,
            }
        );
        var right = Enumerable.Range(0, 4000).Sum(p => truth.ResponsesOf(p).Single().Right!.Value);
        var p = bank.Items[0].Parameters.Probability(0.7);

        // 20,000 trials: 4 binomial deviations, a false alarm once in 16,000 runs; another seed would not change it, since seeds are names.
        ((double)right / 20_000).ShouldBe(p, 4 * Math.Sqrt(p * (1 - p) / 20_000));
    }

    [Fact]
    public void Facet_effects_have_the_deviations_that_were_asked_for()
    {
        var truth = SimulatedTruth.Of(
            new TruthOptions
            {
                Model = ResponseModel.Rasch,
                Persons = 500,
                Items = 60,
                Facet = new SimulatedFacet("harness", 4),
            }
        );
        var effects = truth.Values().Where(v => v.Kind == "person x harness").Select(v => v.Value).ToArray();
        effects.Length.ShouldBe(2000);

        // A deviation from 2,000 draws has a relative error of 1.6 %.
        Math.Sqrt(effects.Average(e => e * e)).ShouldBe(0.45, 0.03);
        truth.ResponsesOf(3).Count().ShouldBe(240);
    }

    [Fact]
    public void Options_out_of_range_are_refused_with_their_value()
    {
        void Refused(TruthOptions options, string part) =>
            Should.Throw<ArgumentException>(() => SimulatedTruth.Of(options)).Message.ShouldContain(part);
        Refused(new TruthOptions { Persons = 0 }, "0 persons");
        Refused(new TruthOptions { MissingShare = 1 }, "missing share 1");
        Refused(new TruthOptions { Guessing = -0.1 }, "guessing");
        Refused(new TruthOptions { Model = ResponseModel.Rasch, Facet = new SimulatedFacet("item", 3) }, "'item'");
        Refused(new TruthOptions { Facet = new SimulatedFacet("harness", 3) }, "Rasch");
    }
}
