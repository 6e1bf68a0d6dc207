using System.Text.Json;
using System.Text.RegularExpressions;
using Tare.Testing;

namespace Tare.Psychometrics.Tests;

/// <summary>The public agent results that the reference decomposition used: single-model submissions, model and harness each met twice.</summary>
internal static partial class TerminalBenchCore
{
    internal static readonly string[] Terms =
    [
        "person",
        "harness",
        "person x harness",
        "item",
        "item x person",
        "item x harness",
        "item x person x harness",
    ];

    internal static ManyFacetOptions Options(ScalePrior prior) =>
        new() { Terms = [.. Terms.Select(term => FacetTerm.Random(term.Split(" x ")))], Prior = prior };

    internal static ResponseMatrix Read()
    {
        var cells = new List<(string Model, string Harness, JsonElement Responses)>();
        foreach (var line in File.ReadLines(Mirror.PathOf("agent-psychometrics/terminalbench/responses_raw.jsonl")))
        {
            using var row = JsonDocument.Parse(line);
            var id = row
                .RootElement.GetProperty("subject_id")
                .GetString()!
                .Replace("factory_droid", "factory-droid", StringComparison.Ordinal);
            var at = id.IndexOf('_', StringComparison.Ordinal);
            var model = id[(at + 1)..];
            if (!model.Contains(',', StringComparison.Ordinal))
            {
                // The same model with and without its date, and through another vendor's host, is one model.
                model = Date().Replace(model.Split("_at_")[0].Split('/')[^1], "");
                cells.Add((model, id[..at], row.RootElement.GetProperty("responses").Clone()));
            }
        }

        var kept = Core(cells);
        var responses = kept.SelectMany(cell =>
            cell.Responses.EnumerateObject()
                .Select(item =>
                    Response.Of(
                        cell.Model,
                        item.Name,
                        item.Value.GetProperty("successes").GetInt32(),
                        item.Value.GetProperty("trials").GetInt32()
                    ) with
                    {
                        Levels = [cell.Harness],
                    }
                )
        );
        return ResponseMatrix.From(responses, ["harness"]);
    }

    private static List<(string Model, string Harness, JsonElement Responses)> Core(
        List<(string Model, string Harness, JsonElement Responses)> cells
    )
    {
        while (true)
        {
            var harnesses = cells.GroupBy(c => c.Model).ToDictionary(g => g.Key, g => g.Select(c => c.Harness).Distinct().Count());
            var models = cells.GroupBy(c => c.Harness).ToDictionary(g => g.Key, g => g.Select(c => c.Model).Distinct().Count());
            var kept = cells.Where(c => harnesses[c.Model] >= 2 && models[c.Harness] >= 2).ToList();
            if (kept.Count == cells.Count)
            {
                return kept;
            }

            cells = kept;
        }
    }

    [GeneratedRegex(@"-20\d{6}$", RegexOptions.None, 1000)]
    private static partial Regex Date();
}
