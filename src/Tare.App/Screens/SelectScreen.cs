using Spectre.Console;
using Tare.App.Cli;
using Tare.Psychometrics;

namespace Tare.App.Screens;

/// <summary>The screens of <c>tare select</c>.</summary>
internal static class SelectScreen
{
    private const int Shown = 20;
    private const double Errors = 3;

    public static void Write(Terminal terminal, AdaptiveTest test, IReadOnlyList<AdaptivePlan> plans, AdaptiveSimulation? simulation)
    {
        var console = terminal.Styled();
        console.WriteLine(
            $"{Show.Count(test.Bank.Items.Count, "known item")}; stop at a standard error of {Show.Number(test.Options.TargetStandardError, "0.###")} logits"
                + (test.Options.MaximumItems is { } most ? $" or {Show.Count(most, "item")}" : "")
                + $"; exposure control: {Rule(test.Options.Exposure)}"
                + (test.Groups.Count > 0 ? $"; content balance over {string.Join(", ", test.Groups)}" : "")
                + "."
        );
        if (plans.Count == 1)
        {
            WriteOne(terminal, plans[0]);
        }
        else
        {
            WriteAll(terminal, plans);
        }

        if (simulation is not null)
        {
            WriteSimulation(terminal, simulation);
        }
    }

    /// <summary>Exposure control as the command line writes it.</summary>
    public static string Rule(ExposureControl control) =>
        control switch
        {
            ExposureControl.Randomesque r => $"randomesque:{r.Among}",
            ExposureControl.SympsonHetter s => $"sympson-hetter:{Show.Number(s.Limit, "R")}",
            _ => "none",
        };

    private static void WriteOne(Terminal terminal, AdaptivePlan plan)
    {
        var console = terminal.Styled();
        console.WriteLine($"{plan.Person}: {Standing(plan)}");
        if (plan.Next.Count == 0)
        {
            return;
        }

        console.WriteLine($"Next, chosen at {Show.Number(plan.ChosenAt, "F2")} logits ({Expected(plan)}):");
        var table = Tables.New("item", "group", "information", "P(right)", "se after");
        Tables.AlignRight(table, 2, 3, 4);
        foreach (var item in plan.Next.Take(Shown))
        {
            Tables.Row(
                table,
                item.Id,
                item.Group ?? "",
                Show.Number(item.Information, "F3"),
                Show.Number(item.Probability, "F2"),
                Show.Number(item.StandardErrorAfter, "F3")
            );
        }

        if (plan.Next.Count > Shown)
        {
            table.Caption($"{Shown} of {Show.Count(plan.Next.Count)} planned items; --json has all.");
        }

        console.Write(table);
        console.WriteLine("Give the first and select again with its answer: the plan holds only while the estimate stays where it is.");
    }

    private static void WriteAll(Terminal terminal, IReadOnlyList<AdaptivePlan> plans)
    {
        var console = terminal.Styled();
        var table = Tables.New("person", "ability", "se", "answered", "next", "planned");
        Tables.AlignRight(table, 1, 2, 3, 5);
        foreach (var plan in plans.Take(Shown))
        {
            Tables.Row(
                table,
                plan.Person,
                plan.Ability is Estimate.Known k ? Show.Number(k.Value, "F3") : "not identified",
                plan.Ability is Estimate.Known { StandardError: { } s } ? Show.Number(s, "F3") : "",
                Show.Count(plan.Answered),
                plan.Next.Count > 0 ? plan.Next[0].Id : Stopped(plan.Stop),
                plan.Next.Count > 0 ? Show.Count(plan.Next.Count) + (plan.ReachesTarget ? "" : ", target not reached") : ""
            );
        }

        if (plans.Count > Shown)
        {
            table.Caption($"{Shown} of {Show.Count(plans.Count)} persons; --json has all.");
        }

        console.Write(table);
    }

    private static void WriteSimulation(Terminal terminal, AdaptiveSimulation simulation)
    {
        var console = terminal.Styled();
        var full = simulation.Test.Bank.Items.Count;
        console.WriteLine(
            $"Simulated: {Show.Count(simulation.Population.Replicates, "person")} of a normal population (mean {Show.Number(simulation.Test.Options.PopulationMean, "0.##")}, sd {Show.Number(simulation.Test.Options.PopulationDeviation, "0.##")}) and as many of each ability."
        );
        var table = Tables.New("ability", "bias at the stop", "corrected", "rmse", "mean se", "reached", "items", "random order");
        Tables.AlignRight(table, 0, 1, 2, 3, 4, 5, 6, 7);
        foreach (var g in simulation.Abilities.Append(simulation.Population))
        {
            Tables.Row(
                table,
                g.Ability is { } theta ? Show.Number(theta, "0.##") : "population",
                Bias(g.Bias, g.BiasError, g.IsBiasWithin(Errors)),
                Bias(g.StoppedBias, g.StoppedBiasError, g.IsStoppedBiasWithin(Errors)),
                Show.Number(g.RootMeanSquareError, "F3"),
                Show.Number(g.MeanStandardError, "F3"),
                Show.Share(g.ReachedShare),
                Show.Number(g.MeanItems, "F1"),
                $"{Show.Number(g.RandomOrderItems, "F1")} ({Show.Share(g.RandomOrderReachedShare)})"
            );
        }

        console.Write(table);
        var groups = simulation.Abilities.Append(simulation.Population).ToArray();
        console.WriteLine(
            "Items: mean number to the stop; in random order the same persons by the same rule (share that reached the target)."
        );
        console.WriteLine(
            $"Bias within {Errors} Monte-Carlo errors (* outside): the weighted-likelihood estimate {groups.Count(g => g.IsBiasWithin(Errors))} of {groups.Length}, freed of the bias of stopping {groups.Count(g => g.IsStoppedBiasWithin(Errors))} of {groups.Length}."
        );
        var own = simulation.Population;
        console.WriteLine(
            $"It saves {Show.Share(1 - (own.MeanItems / own.RandomOrderItems))} of the items of random order and {Show.Share(1 - (own.MeanItems / full))} of the full test of {Show.Count(full)}."
        );
        console.WriteLine(Exposure(simulation));
    }

    private static string Bias(double bias, double error, bool isWithin) =>
        $"{Show.Number(bias, "F3")} ± {Show.Number(error, "F3")}{(isWithin ? "" : "*")}";

    private static string Exposure(AdaptiveSimulation simulation)
    {
        var highest = simulation.Exposure.Max();
        var item = simulation.Test.Bank.Items[simulation.Exposure.ToList().IndexOf(highest)].Id;
        var never = simulation.Exposure.Count(r => r == 0);
        var text =
            $"Exposure: {item} goes to {Show.Share(highest)} of the population, the most of all; {Show.Count(never)} of {Show.Count(simulation.Exposure.Count, "item")} went to nobody.";
        return simulation.Test.Options.Exposure is ExposureControl.SympsonHetter s && highest > s.Limit + Noise(s.Limit, simulation)
            ? $"{text} That is above the limit of {Show.Share(s.Limit)}: the bank is too small for this target; raise the limit or the target, or add items."
            : text;
    }

    /// <summary>Three binomial standard errors of a rate at the limit, in the rounds that set it and in this simulation.</summary>
    private static double Noise(double limit, AdaptiveSimulation simulation) =>
        Errors * Math.Sqrt(limit * (1 - limit) * 2 / Math.Min(simulation.Population.Replicates, 500));

    private static string Standing(AdaptivePlan plan)
    {
        var answered = $"{Show.Count(plan.Answered, "item")} answered";
        return plan.Ability is Estimate.Known { StandardError: { } error } known
            ? $"ability {Show.Number(known.Value, "F3")} (standard error {Show.Number(error, "F3")}), {answered}; {Stopped(plan.Stop)}{(plan.StoppedAbility is { } free ? $" (freed of the bias of stopping: {Show.Number(free, "F3")})" : "")}."
            : $"{answered}. {((Estimate.NotIdentified)plan.Ability).Reason}";
    }

    private static string Stopped(AdaptiveStop stop) =>
        stop switch
        {
            AdaptiveStop.TargetReached => "stop: target reached",
            AdaptiveStop.MaximumReached => "stop: most items given",
            AdaptiveStop.BankExhausted => "stop: bank exhausted",
            _ => "the test goes on",
        };

    private static string Expected(AdaptivePlan plan) =>
        plan.ReachesTarget
            ? $"{Show.Count(plan.Next.Count, "item")} expected to the target"
            : $"all {Show.Count(plan.Next.Count, "item")} together do not reach the target";
}
