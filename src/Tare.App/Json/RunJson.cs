using System.Text.Json.Nodes;
using Tare.Analysis;
using Tare.App.Runs;
using Tare.Harnesses;
using Tare.Records;

namespace Tare.App.Json;

/// <summary>The result of <c>tare run</c>, <c>tare resume</c> and <c>tare status</c> with <c>--json</c>.</summary>
internal static class RunJson
{
    public static JsonObject Of(OpenedRun run, IReadOnlyList<RunRow> rows)
    {
        var state = run.State;
        return new()
        {
            ["run"] = run.Name,
            ["attempts"] = new JsonObject
            {
                ["planned"] = state.Planned,
                ["scored"] = state.Scored,
                ["missing"] = state.Missing,
                ["running"] = state.Open.Count,
            },
            ["runner"] = run.Runner,
            ["causes"] = Causes(state.Causes),
            ["tokens"] = state.Usage.Total,
            ["usage"] = TranscriptJson.Usage(state.Usage),
            ["calls"] = state.Calls,
            ["callsWithoutUsage"] = state.CallsWithoutUsage,
            ["costUsd"] = state.CostUsd,
            ["knownCostUsd"] = state.KnownCostUsd,
            ["endsWithoutCost"] = state.EndsWithoutCost,
            ["plan"] = Plan(state.Plan),
            ["products"] = new JsonArray([.. state.Products.Select(p => (JsonNode?)p)]),
            ["journalDamage"] = state.Damage is { } d
                ? new JsonObject
                {
                    ["line"] = d.Line,
                    ["byte"] = d.Offset,
                    ["found"] = d.Found,
                    ["ordinary"] = d.Ordinary,
                }
                : null,
            ["rows"] = new JsonArray([.. rows.Select(Row)]),
        };
    }

    /// <summary>Counts by cause; causes without one are left out.</summary>
    public static JsonObject Causes(IReadOnlyDictionary<MissingCause, int> causes)
    {
        var json = new JsonObject();
        foreach (var (cause, count) in causes.OrderBy(c => c.Key))
        {
            json[KebabCase.Of(cause)] = count;
        }

        return json;
    }

    private static JsonObject Plan(Plan plan) =>
        new()
        {
            ["models"] = new JsonArray([.. plan.Models.Select(m => new JsonObject { ["label"] = m.Label, ["address"] = m.Address })]),
            ["harnesses"] = new JsonArray([.. plan.Harnesses.Select(h => (JsonNode?)h)]),
            ["items"] = plan.Items.Count,
            ["attempts"] = plan.Attempts,
            ["budget"] = new JsonObject
            {
                ["tokens"] = plan.Budget.Tokens,
                ["turns"] = plan.Budget.Turns,
                ["costUsd"] = plan.Budget.CostUsd,
                ["seconds"] = plan.Budget.Seconds,
                ["disclosure"] = KebabCase.Of(plan.Budget.Disclosure),
            },
            ["isolation"] = KebabCase.Of(plan.Isolation),
            ["seed"] = plan.Seed,
            ["validity"] = plan.Validity,
            ["analysis"] = plan.Analysis,
        };

    private static JsonObject Row(RunRow row) =>
        new()
        {
            ["model"] = row.Model,
            ["harness"] = row.Harness,
            ["pack"] = row.Pack,
            ["planned"] = row.Planned,
            ["raw"] = Mean(row.Raw),
            ["validated"] = Mean(row.Validated),
            ["outcomesThatDiffer"] = row.Differ,
            ["usage"] = TranscriptJson.Usage(row.Usage),
            ["callsWithoutUsage"] = row.CallsWithoutUsage,
            ["costUsd"] = row.CostUsd,
        };

    private static JsonObject Mean(MeanFinding finding) =>
        new()
        {
            ["mean"] = finding.Mean,
            ["interval"] = IntervalJson.Of(finding.Interval),
            ["items"] = finding.Items,
            ["itemsScored"] = finding.ItemsScored,
            ["scored"] = finding.Scored,
            ["missing"] = Causes(finding.Missing),
        };
}
