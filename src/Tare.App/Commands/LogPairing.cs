using System.Globalization;
using Tare.Analysis;
using Tare.Catalogue;
using Tare.Records;

namespace Tare.App.Commands;

/// <summary>Two Inspect logs as pairs of outcomes, and what besides the model differs between them.</summary>
internal static class LogPairing
{
    /// <summary>The scorers of a log's samples, the stated ones first.</summary>
    public static IReadOnlyList<string> Scorers(InspectLog log)
    {
        var scored = log.Samples.SelectMany(s => s.Scores.Keys).ToHashSet(StringComparer.Ordinal);
        return [.. log.Scorers.Where(scored.Contains)];
    }

    /// <summary>The items that either log tried. A sample without the score is missing, with the cause of its error where it has one.</summary>
    public static IReadOnlyList<PairedItem> Items(InspectLog first, InspectLog second, string scorer)
    {
        var sides = new[] { first, second }
            .Select(l => l.Samples.ToLookup(s => s.Id, s => OutcomeOf(s, scorer), StringComparer.Ordinal))
            .ToArray();
        return
        [
            .. sides[0]
                .Select(g => g.Key)
                .Union(sides[1].Select(g => g.Key), StringComparer.Ordinal)
                .Order(StringComparer.Ordinal)
                .Select(id => new PairedItem(id, [.. sides[0][id]], [.. sides[1][id]])),
        ];
    }

    /// <summary>What differs between the two runs besides the model, one sentence each: the difference may be its doing.</summary>
    public static IEnumerable<string> Differences(InspectLog first, InspectLog second)
    {
        (string What, string First, string Second)[] facts =
        [
            ("harness", first.Harness.Name, second.Harness.Name),
            ("token limit", Text(first.Budget.Tokens), Text(second.Budget.Tokens)),
            ("turn limit", Text(first.Budget.Turns), Text(second.Budget.Turns)),
            ("time limit in seconds", Text(first.Budget.Seconds), Text(second.Budget.Seconds)),
            ("cost limit in US dollars", Text(first.Budget.CostUsd), Text(second.Budget.CostUsd)),
        ];
        return facts
            .Where(f => f.First != f.Second)
            .Select(f => $"the {f.What} differs: {f.First} and {f.Second}; the difference between the logs may come from it");

        static string Text<T>(T? value)
            where T : struct, IFormattable => value?.ToString(null, CultureInfo.InvariantCulture) ?? "none";
    }

    private static Outcome OutcomeOf(InspectSample sample, string scorer) =>
        sample.Scores.TryGetValue(scorer, out var outcome) ? outcome
        : sample.Error is { } error ? new Outcome.Missing(error.Cause, error.Message)
        : new Outcome.Missing(MissingCause.Benchmark, "not scored by this scorer");
}
