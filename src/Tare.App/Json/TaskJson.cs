using System.Text.Json.Nodes;
using Tare.App.Cli;
using Tare.App.Commands;
using Tare.Records;
using Tare.Runner;

namespace Tare.App.Json;

/// <summary>Packs, tasks and what was found out about them as JSON.</summary>
internal static class TaskJson
{
    /// <summary>A pack.</summary>
    public static JsonNode Pack(TaskPack pack) =>
        new JsonObject
        {
            ["name"] = pack.Name,
            ["version"] = pack.Version,
            ["description"] = pack.Description,
            ["seed"] = pack.Seed,
            ["licence"] = pack.Licence,
            ["items"] = Envelope.Strings(pack.Items),
            ["folder"] = pack.Folder,
        };

    /// <summary>Tasks with the programs that are missing here.</summary>
    public static JsonArray Items(IReadOnlyList<EvalTask> tasks, IReadOnlyDictionary<string, IReadOnlyList<string>> missing) =>
        new([
            .. tasks.Select(t => new JsonObject
            {
                ["id"] = t.Id,
                ["digest"] = t.Digest,
                ["difficulty"] = t.Difficulty,
                ["simulatedDifficulty"] = t.SimulatedDifficulty,
                ["category"] = t.Category,
                ["tags"] = Envelope.Strings(t.Tags),
                ["tools"] = Envelope.Strings(t.Tools),
                ["missingTools"] = Envelope.Strings(missing[t.Id]),
                ["limits"] = Limits(t.Limits),
            }),
        ]);

    /// <summary>Everything that a check found.</summary>
    public static JsonObject Check(
        IReadOnlyList<TaskCheckResult> results,
        IReadOnlyList<string> unstable,
        IReadOnlyList<SimulatedSpread> spread
    ) =>
        new()
        {
            ["tasks"] = new JsonArray([.. results.Select(One)]),
            ["hold"] = results.Count(r => r.Holds),
            ["fail"] = results.Count(r => !r.Holds && r.MissingTools.Count == 0),
            ["untried"] = results.Count(r => r.MissingTools.Count > 0),
            ["drawnDifferently"] = Envelope.Strings(unstable),
            ["simulated"] = new JsonArray([
                .. spread.Select(s => new JsonObject
                {
                    ["ability"] = s.Ability,
                    ["unit"] = "logits",
                    ["expected"] = s.Expected,
                    ["drawn"] = s.Drawn,
                    ["items"] = s.Items,
                }),
            ]),
        };

    private static JsonObject Limits(TaskLimits limits) =>
        new()
        {
            ["agentSeconds"] = limits.Agent.TotalSeconds,
            ["verifierSeconds"] = limits.Verifier.TotalSeconds,
            ["memoryBytes"] = limits.MemoryBytes,
            ["storageBytes"] = limits.StorageBytes,
            ["cpus"] = limits.Cpus,
        };

    private static JsonObject One(TaskCheckResult r) =>
        new()
        {
            ["id"] = r.Task.Id,
            ["digest"] = r.Task.Digest,
            ["holds"] = r.Holds,
            ["missingTools"] = Envelope.Strings(r.MissingTools),
            ["seconds"] = r.Elapsed.TotalSeconds,
            ["remarks"] = Envelope.Strings(r.Remarks),
            ["agents"] = new JsonArray([.. r.Agents.Select(Agent)]),
        };

    private static JsonObject Agent(CheckedAgent agent) =>
        new()
        {
            ["name"] = agent.Name,
            ["reward"] = agent.Raw is Outcome.Scored scored ? scored.Value : null,
            ["missing"] = agent.Raw is Outcome.Missing missing ? missing.Reason : null,
            ["seconds"] = agent.Elapsed.TotalSeconds,
            ["problem"] = agent.Problem,
            ["nextStep"] = agent.NextStep,
            ["log"] = agent.Log,
        };
}
