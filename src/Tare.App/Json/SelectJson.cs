using System.Text.Json.Nodes;
using Tare.App.Cli;
using Tare.Psychometrics;
using Tare.Records;

namespace Tare.App.Json;

/// <summary>The result of <c>tare select --json</c>, schema <c>tare/select/1</c>.</summary>
internal static class SelectJson
{
    public static JsonObject Of(AdaptiveTest test, ItemFile file, IReadOnlyList<AdaptivePlan> plans, AdaptiveSimulation? simulation) =>
        new()
        {
            ["targetStandardError"] = test.Options.TargetStandardError,
            ["maximumItems"] = test.Options.MaximumItems,
            ["exposure"] = Screens.SelectScreen.Rule(test.Options.Exposure),
            ["groups"] = Envelope.Strings(test.Groups),
            ["knownItems"] = test.Bank.Items.Count,
            ["notIdentifiedItems"] = Envelope.Strings(file.NotIdentified),
            ["persons"] = new JsonArray([.. plans.Select(Plan)]),
            ["simulation"] = simulation is null ? null : Simulation(simulation),
        };

    private static JsonObject Plan(AdaptivePlan plan) =>
        new()
        {
            ["id"] = plan.Person,
            ["value"] = (plan.Ability as Estimate.Known)?.Value,
            ["standardError"] = (plan.Ability as Estimate.Known)?.StandardError,
            ["stoppedValue"] = plan.StoppedAbility,
            ["reason"] = (plan.Ability as Estimate.NotIdentified)?.Reason,
            ["answered"] = plan.Answered,
            ["stop"] = KebabCase.Of(plan.Stop),
            ["chosenAt"] = plan.ChosenAt,
            ["reachesTarget"] = plan.ReachesTarget,
            ["next"] = new JsonArray([
                .. plan.Next.Select(i => new JsonObject
                {
                    ["id"] = i.Id,
                    ["group"] = i.Group,
                    ["information"] = i.Information,
                    ["probability"] = i.Probability,
                    ["standardErrorAfter"] = i.StandardErrorAfter,
                }),
            ]),
            ["unknownItems"] = Envelope.Strings(plan.UnknownItems),
        };

    private static JsonObject Simulation(AdaptiveSimulation simulation) =>
        new()
        {
            ["population"] = Group(simulation.Population),
            ["abilities"] = new JsonArray([.. simulation.Abilities.Select(Group)]),
            ["fullTestItems"] = simulation.Test.Bank.Items.Count,
            ["highestExposure"] = simulation.Exposure.Max(),
            ["exposure"] = new JsonArray([
                .. simulation.Test.Bank.Items.Select((item, k) => new JsonObject { ["id"] = item.Id, ["rate"] = simulation.Exposure[k] }),
            ]),
        };

    private static JsonObject Group(SimulatedGroup group) =>
        new()
        {
            ["ability"] = group.Ability,
            ["replicates"] = group.Replicates,
            ["estimated"] = group.Estimated,
            ["bias"] = group.Bias,
            ["biasError"] = group.BiasError,
            ["biasWithinThreeErrors"] = group.IsBiasWithin(3),
            ["stoppedBias"] = group.StoppedBias,
            ["stoppedBiasError"] = group.StoppedBiasError,
            ["stoppedBiasWithinThreeErrors"] = group.IsStoppedBiasWithin(3),
            ["rootMeanSquareError"] = group.RootMeanSquareError,
            ["meanStandardError"] = group.MeanStandardError,
            ["reachedShare"] = group.ReachedShare,
            ["meanItems"] = group.MeanItems,
            ["mostItems"] = group.MostItems,
            ["randomOrderItems"] = group.RandomOrderItems,
            ["randomOrderReachedShare"] = group.RandomOrderReachedShare,
        };
}
