using Tare.Analysis;
using Tare.Records;
using Tare.Runner;

namespace Tare.App.Runs;

/// <summary>What a run has shown so far, model by model and pack by pack.</summary>
internal static class RunRows
{
    /// <summary>The rows: models and harnesses in the order of the plan, packs by name.</summary>
    /// <param name="state">What the journal says.</param>
    /// <param name="level">Level of the intervals, in (0, 1).</param>
    public static IReadOnlyList<RunRow> Of(RunState state, double level) =>
        [
            .. from model in state.Plan.Models
            from harness in state.Plan.Harnesses
            from pack in state.Plan.Items.GroupBy(i => PackOf(i.Id), StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal)
            select Row(state, model.Label, harness, pack.Key, [.. pack.Select(i => i.Id)], level),
        ];

    /// <summary>The pack of an item <c>pack/item</c>.</summary>
    public static string PackOf(string item) => item.Split('/', 2)[0];

    /// <summary>What counts of one model with one harness at one item, in the order of the attempts' numbers.</summary>
    public static IEnumerable<AttemptResult> Counted(RunState state, string model, string harness, string item) =>
        Enumerable
            .Range(1, state.Plan.Attempts)
            .Select(n => state.Counted.GetValueOrDefault(new AttemptKey(model, harness, item, n)))
            .OfType<AttemptResult>();

    private static RunRow Row(RunState state, string model, string harness, string pack, List<string> items, double level)
    {
        var results = items.ConvertAll(i => (Item: i, Results: Counted(state, model, harness, i).ToList()));
        var all = results.SelectMany(r => r.Results).ToList();
        return new(
            model,
            harness,
            pack,
            items.Count * state.Plan.Attempts,
            MeanScore.Of([.. results.Select(r => new ItemOutcomes(r.Item, [.. r.Results.Select(a => a.Raw)]))], level),
            MeanScore.Of([.. results.Select(r => new ItemOutcomes(r.Item, [.. r.Results.Select(a => a.Validated)]))], level),
            all.Count(a => a.Raw != a.Validated),
            all.Aggregate(TokenUsage.None, (sum, a) => sum.Plus(a.Usage)),
            all.Sum(a => a.CallsWithoutUsage),
            all.Aggregate((decimal?)0, (sum, a) => sum + a.CostUsd)
        );
    }
}
