using System.Globalization;
using CsvHelper;
using Tare.Records;
using Tare.Runner.Journals;

namespace Tare.Runner;

/// <summary>
/// <c>results.csv</c>: the attempts that count, in the order of the plan. Holds nothing that another run with the same answers could have otherwise: no
/// clock, no machine.
/// </summary>
internal static class ResultsFile
{
    private static readonly string[] s_columns =
    [
        "model",
        "harness",
        "item",
        "attempt",
        "outcome",
        "value",
        "cause",
        "reason",
        "raw",
        "stop",
        "turns",
        "input_tokens",
        "cache_read",
        "cache_write",
        "output_tokens",
        "reasoning_tokens",
        "overshoot_tokens",
        "cost_usd",
        "transcript_digest",
        "findings",
    ];

    public static void Write(string path, Plan plan, Func<AttemptKey, AttemptResult?> counted)
    {
        var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        using var csv = new CsvWriter(text, new CsvHelper.Configuration.CsvConfiguration(CultureInfo.InvariantCulture) { NewLine = "\n" });
        Row(csv, s_columns);
        foreach (var key in plan.Keys())
        {
            if (counted(key) is { } result)
            {
                Row(csv, Fields(key, result));
            }
        }

        csv.Flush();
        DurableFile.Write(path, text.ToString());
    }

    private static void Row(CsvWriter csv, IReadOnlyList<string?> fields)
    {
        foreach (var field in fields)
        {
            csv.WriteField(field);
        }

        csv.NextRecord();
    }

    private static string?[] Fields(AttemptKey key, AttemptResult result)
    {
        var missing = result.Validated as Outcome.Missing;
        return
        [
            key.Model,
            key.Harness,
            key.Item,
            Number(key.Number),
            missing is null ? "scored" : "missing",
            result.Validated is Outcome.Scored scored ? Number(scored.Value) : null,
            missing is null ? null : KebabCase.Of(missing.Cause),
            missing?.Reason,
            result.Raw is Outcome.Scored raw ? Number(raw.Value) : null,
            KebabCase.Of(result.Stop),
            Number(result.Turns),
            Number(result.Usage.Input),
            Number(result.Usage.CacheRead),
            Number(result.Usage.CacheWrite),
            Number(result.Usage.Output),
            result.Usage.Reasoning is { } reasoning ? Number(reasoning) : null,
            Number(result.OvershootTokens),
            result.CostUsd?.ToString("0.############################", CultureInfo.InvariantCulture),
            result.TranscriptDigest,
            string.Join(' ', result.Findings.Select(f => f.Voids ? f.Rule + "!" : f.Rule)),
        ];
    }

    private static string Number(IFormattable value) => value.ToString(null, CultureInfo.InvariantCulture);
}
