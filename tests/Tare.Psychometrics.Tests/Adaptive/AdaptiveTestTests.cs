using Tare.Numerics;

namespace Tare.Psychometrics.Tests;

public sealed class AdaptiveTestTests
{
    private static ItemBank Bank(int items, double guessing = 0, int groups = 0)
    {
        var random = RandomSource.For("tests/adaptive/bank", items);
        return ItemBank.From(
            Enumerable
                .Range(0, items)
                .Select(k => new BankItem(
                    $"i{k:000}",
                    ItemParameters.At(Math.Exp(0.3 * random.NextNormal()), 1.2 * random.NextNormal(), guessing),
                    groups == 0 ? null : $"g{k % groups}"
                ))
        );
    }

    private static AdaptiveTest Prepared(ItemBank bank, AdaptiveOptions options) =>
        AdaptiveTest.For(bank, options, cancel: TestContext.Current.CancellationToken);

    private static AdaptiveSimulation Simulated(AdaptiveTest test, double[] abilities, int replicates) =>
        AdaptiveSimulation.Of(test, abilities, replicates, cancel: TestContext.Current.CancellationToken);

    private static ResponseMatrix Answers(ItemBank bank, string person, params int[] items) =>
        ResponseMatrix.From(items.Select((item, k) => new Response(person, bank.Items[item].Id, k % 2)));

    [Theory]
    [InlineData(0)]
    [InlineData(0.2)]
    public void The_next_item_is_the_most_informative_one_by_brute_force(double guessing)
    {
        var bank = Bank(120, guessing);
        int[] given = [3, 50, 77, 110, 9];
        var plan = Prepared(bank, new AdaptiveOptions()).PlansFor(Answers(bank, "p", given))[0];
        var theta = ((Estimate.Known)plan.Ability).Value;
        plan.ChosenAt.ShouldBe(theta);

        // Information from the definition, P'^2 / (P Q) by central differences, over every item that was not given.
        double Brute(ItemParameters item)
        {
            const double H = 1e-5;
            var p = item.Probability(theta);
            var slope = (item.Probability(theta + H) - item.Probability(theta - H)) / (2 * H);
            return slope * slope / (p * (1 - p));
        }

        var expected = bank
            .Items.Where((_, k) => !given.Contains(k))
            .OrderByDescending(i => Brute(i.Parameters))
            .Select(i => i.Id)
            .ToArray();
        plan.Next.Select(i => i.Id).ShouldBe(expected.Take(plan.Next.Count));
        plan.Next[0].Information.ShouldBe(Brute(bank.Items[bank.IndexOf(expected[0])].Parameters), 1e-8);
    }

    [Fact]
    public void The_running_estimate_is_that_of_ability_scoring()
    {
        foreach (var guessing in new[] { 0, 0.25 })
        {
            var bank = Bank(40, guessing);
            var data = Answers(bank, "p", 1, 5, 8, 13, 21, 30, 39);
            var scored = (Estimate.Known)AbilityScoring.Of(data, bank.Parameters(), new ScoringOptions())[0].Ability;
            var planned = (Estimate.Known)Prepared(bank, new AdaptiveOptions()).PlansFor(data)[0].Ability;
            // Both bisect the same bracket; their sums differ in order alone.
            planned.Value.ShouldBe(scored.Value, 1e-12);
            planned.StandardError!.Value.ShouldBe(scored.StandardError!.Value, 1e-12);
        }
    }

    [Fact]
    public void A_plan_ends_with_the_item_that_reaches_the_target()
    {
        var plan = Prepared(Bank(300), new AdaptiveOptions { TargetStandardError = 0.3 }).PlanFor("p");
        plan.Stop.ShouldBe(AdaptiveStop.Continue);
        plan.ReachesTarget.ShouldBeTrue();
        plan.Next[^1].StandardErrorAfter.ShouldBeLessThanOrEqualTo(0.3);
        plan.Next[^2].StandardErrorAfter.ShouldBeGreaterThan(0.3);
        plan.Ability.ShouldBeOfType<Estimate.NotIdentified>();
    }

    [Fact]
    public void A_person_who_has_reached_the_target_gets_no_further_item()
    {
        var bank = Bank(200);
        var data = Answers(bank, "p", [.. Enumerable.Range(0, 200)]);
        var plan = Prepared(bank, new AdaptiveOptions { TargetStandardError = 0.5 }).PlansFor(data)[0];
        (plan.Stop, plan.Next.Count, plan.ReachesTarget).ShouldBe((AdaptiveStop.TargetReached, 0, true));
    }

    [Fact]
    public void Bank_and_maximum_end_a_test_that_cannot_reach_its_target()
    {
        var bank = Bank(10);
        var whole = Prepared(bank, new AdaptiveOptions { TargetStandardError = 0.05 }).PlanFor("p");
        (whole.Next.Count, whole.ReachesTarget).ShouldBe((10, false));
        var short4 = Prepared(bank, new AdaptiveOptions { TargetStandardError = 0.05, MaximumItems = 4 }).PlanFor("p");
        (short4.Next.Count, short4.ReachesTarget).ShouldBe((4, false));
        var done = Prepared(bank, new AdaptiveOptions { TargetStandardError = 0.05 });
        done.PlansFor(Answers(bank, "p", [.. Enumerable.Range(0, 10)]))[0].Stop.ShouldBe(AdaptiveStop.BankExhausted);
    }

    [Fact]
    public void An_item_that_the_bank_does_not_know_is_named_and_not_used()
    {
        var bank = Bank(30);
        var with = ResponseMatrix.From([new Response("p", "i001", 1), new Response("p", "i002", 0), new Response("p", "stranger", 1)]);
        var without = ResponseMatrix.From([new Response("p", "i001", 1), new Response("p", "i002", 0)]);
        var test = Prepared(bank, new AdaptiveOptions());
        var plan = test.PlansFor(with)[0];
        plan.UnknownItems.ShouldBe(["stranger"]);
        plan.Ability.ShouldBe(test.PlansFor(without)[0].Ability);
    }

    [Fact]
    public void Content_balance_keeps_every_group_within_one_item_of_its_share()
    {
        var shares = new Dictionary<string, double>(StringComparer.Ordinal)
        {
            ["g0"] = 2,
            ["g1"] = 1,
            ["g2"] = 1,
        };
        var plan = Prepared(
                Bank(150, groups: 3),
                new AdaptiveOptions
                {
                    GroupShares = shares,
                    MaximumItems = 24,
                    TargetStandardError = 0.01,
                }
            )
            .PlanFor("p");
        plan.Next.Count(i => i.Group == "g0").ShouldBe(12);
        plan.Next.Count(i => i.Group == "g1").ShouldBe(6);
        plan.Next.Count(i => i.Group == "g2").ShouldBe(6);
    }

    [Fact]
    public void Options_out_of_range_are_refused_with_their_value()
    {
        var bank = Bank(5);
        void Refused(AdaptiveOptions options, string part) =>
            Should.Throw<ArgumentException>(() => Prepared(bank, options)).Message.ShouldContain(part);
        Refused(new AdaptiveOptions { TargetStandardError = 0 }, "target standard error 0");
        Refused(new AdaptiveOptions { TargetStandardError = double.NaN }, "target standard error");
        Refused(new AdaptiveOptions { MaximumItems = 0 }, "at most 0 items");
        Refused(new AdaptiveOptions { Exposure = new ExposureControl.SympsonHetter(1.2) }, "exposure limit");
        Refused(new AdaptiveOptions { Exposure = new ExposureControl.Randomesque(1) }, "randomesque");
        Refused(new AdaptiveOptions { GroupShares = new Dictionary<string, double> { ["x"] = 1 } }, "'x'");
        Should.Throw<ArgumentException>(() => ItemBank.From([new BankItem("a", new ItemParameters(-1, 0))])).Message.ShouldContain("'a'");
        Should
            .Throw<ArgumentException>(() => ItemBank.From([new BankItem("a", new ItemParameters(double.NaN, 0))]))
            .Message.ShouldContain("'a'");
    }

    [Fact]
    public void A_simulation_does_not_depend_on_the_number_of_threads()
    {
        AdaptiveSimulation Run(int threads) =>
            Simulated(
                Prepared(
                    Bank(60),
                    new AdaptiveOptions
                    {
                        TargetStandardError = 0.5,
                        Exposure = new ExposureControl.Randomesque(3),
                        Threads = threads,
                    }
                ),
                [0, 1],
                25
            );
        var (one, many) = (Run(1), Run(4));
        many.Population.ShouldBe(one.Population);
        many.Abilities.ShouldBe(one.Abilities);
        many.Exposure.ShouldBe(one.Exposure);
    }

    [Fact, Trait("tier", "gate")]
    public void No_item_exceeds_the_exposure_limit()
    {
        const double Limit = 0.25;
        const int Persons = 2000;
        var options = new AdaptiveOptions { TargetStandardError = 0.45, Exposure = new ExposureControl.SympsonHetter(Limit) };
        var controlled = Simulated(Prepared(Bank(150), options), [], Persons);

        // The probabilities come from 500 simulated tests a round and the rate from 2,000 more, so a rate at the limit has a standard error of
        // sqrt(L (1 - L) (1/500 + 1/2000)); 4 of them over 150 items give a false alarm of about 0.5 %.
        var error = Math.Sqrt(Limit * (1 - Limit) * ((1.0 / 500) + (1.0 / Persons)));
        controlled.Exposure.Max().ShouldBeLessThan(Limit + (4 * error));
        var free = Simulated(Prepared(Bank(150), options with { Exposure = new ExposureControl.None() }), [], 500);

        // Without control the first item goes to everybody.
        free.Exposure.Max().ShouldBe(1);
        controlled.Population.ReachedShare.ShouldBe(1);
    }

    [Fact, Trait("tier", "statistical")]
    public void The_weighted_likelihood_estimate_of_a_fixed_length_is_unbiased_within_Monte_Carlo_error()
    {
        // No target stops the test, so nothing is corrected: the estimate itself, after 40 adaptive items. Power and false alarm as below.
        var test = Prepared(Bank(300), new AdaptiveOptions { TargetStandardError = 0.01, MaximumItems = 40 });
        foreach (var group in Simulated(test, [-2, -1, 0, 1, 2], 1500).Abilities)
        {
            group.IsBiasWithin(3.5).ShouldBeTrue($"ability {group.Ability}: bias {group.Bias}, error {group.BiasError}");
            group.StoppedBias.ShouldBe(group.Bias);
        }
    }

    [Fact, Trait("tier", "statistical")]
    public void The_estimate_freed_of_the_bias_of_stopping_is_unbiased_within_Monte_Carlo_error()
    {
        // 5 abilities, 1,500 adaptive tests each: a bias of 0.03 logits (a tenth of the target) would be 4 Monte-Carlo errors of 0.0077. At 3.5
        // errors an unbiased estimate fails in 0.2 % of the runs.
        var test = Prepared(Bank(300), new AdaptiveOptions { TargetStandardError = 0.3 });
        var simulation = Simulated(test, [-2, -1, 0, 1, 2], 1500);
        foreach (var group in simulation.Abilities)
        {
            group.ReachedShare.ShouldBe(1);
            group
                .IsStoppedBiasWithin(3.5)
                .ShouldBeTrue($"ability {group.Ability}: bias {group.StoppedBias}, error {group.StoppedBiasError}");

            // The stated standard error is that of the estimates: 1,500 replicates know a deviation to 1.8 %.
            group.RootMeanSquareError.ShouldBe(group.MeanStandardError, 0.1 * group.MeanStandardError);
            group.MeanItems.ShouldBeLessThan(group.RandomOrderItems);
        }
    }
}
