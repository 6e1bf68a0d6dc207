using Tare.Records;

namespace Tare.Dossier;

/// <summary>Compares a dossier with an earlier state of it: what was recorded may be added to, not rewritten.</summary>
public static class PastCheck
{
    /// <summary>The rule that these findings name.</summary>
    public static LintRule Rule { get; } =
        new("S12", "the past", "a record that disappeared or changed since an earlier state of the dossier");

    /// <summary>Everything in the later state that rewrites the earlier one; empty where it only adds.</summary>
    /// <param name="earlier">The state before.</param>
    /// <param name="later">The state now.</param>
    /// <param name="positions">Where the records of the later state stand.</param>
    public static IReadOnlyList<LintFinding> Of(DossierRecord earlier, DossierRecord later, SourceMap positions)
    {
        ArgumentNullException.ThrowIfNull(earlier);
        ArgumentNullException.ThrowIfNull(later);
        ArgumentNullException.ThrowIfNull(positions);
        var findings = new List<LintFinding>();
        void Report(string address, string found, string expected, string next) =>
            findings.Add(new LintFinding(Rule.Id, LintSeverity.Error, address, positions.Find(address), found, expected, next));

        foreach (var ((list, old), (_, now)) in DossierLists.Of(earlier).Zip(DossierLists.Of(later)))
        {
            var there = now.Select(e => e.Id).ToHashSet(StringComparer.Ordinal);
            foreach (var gone in old.Where(e => !there.Contains(e.Id)))
            {
                Report(
                    $"{list}/{gone.Id}",
                    $"'{gone.Id}' disappeared",
                    "every record kept",
                    "restore it; withdraw a claim by a status event"
                );
            }
        }

        Same(earlier.Sources, later.Sources, "sources", s => s with { Note = null, Recorded = null }, Report);
        Same(earlier.Quotes, later.Quotes, "quotes", q => q with { Recorded = null }, Report);
        Same(earlier.Evidence, later.Evidence, "evidence", e => e with { Bearing = null, Strength = null, Recorded = null }, Report);
        Same(earlier.StatusEvents, later.StatusEvents, "status_events", e => e with { Recorded = null }, Report);
        Same(earlier.Answers, later.Answers, "answers", a => a with { Recorded = null }, Report);
        Same(earlier.Timeline, later.Timeline, "timeline", e => e with { Note = null, Recorded = null, Cites = [] }, Report);
        Same(earlier.Claims, later.Claims, "claims", Core, Report);
        Versions(earlier, later, Report);
        Predictions(earlier, later, Report);
        return findings;
    }

    private static void Same<T>(
        ValueList<T> before,
        ValueList<T> after,
        string list,
        Func<T, T> core,
        Action<string, string, string, string> report
    )
        where T : class, IDossierEntry
    {
        var now = after.DistinctBy(e => e.Id, StringComparer.Ordinal).ToDictionary(e => e.Id, StringComparer.Ordinal);
        foreach (var old in before)
        {
            if (now.TryGetValue(old.Id, out var entry) && !core(old).Equals(core(entry)))
            {
                report(
                    $"{list}/{old.Id}",
                    $"'{old.Id}' was rewritten",
                    $"{core(old)}",
                    "undo the change and add a record that corrects it"
                );
            }
        }
    }

    /// <summary>What of a claim never changes; links, facts, queries and remarks may be added.</summary>
    private static Claim Core(Claim claim) =>
        new()
        {
            Id = claim.Id,
            Holder = claim.Holder,
            Reporter = claim.Reporter,
            Proposition = claim.Proposition,
            Stance = claim.Stance,
            Mechanism = claim.Mechanism,
            Kind = claim.Kind,
            Hedge = claim.Hedge,
            Asserted = claim.Asserted,
            Text = claim.Text,
            Replaces = claim.Replaces,
        };

    private static void Versions(DossierRecord earlier, DossierRecord later, Action<string, string, string, string> report)
    {
        var now = later.Topics.DistinctBy(t => t.Id, StringComparer.Ordinal).ToDictionary(t => t.Id, StringComparer.Ordinal);
        foreach (var topic in earlier.Topics)
        {
            foreach (var version in topic.Versions)
            {
                var same = now.GetValueOrDefault(topic.Id)?.Versions.FirstOrDefault(v => v.Number == version.Number);
                if (same != version)
                {
                    report(
                        $"topics/{topic.Id}/versions/{version.Number}",
                        same is null ? $"version {version.Number} disappeared" : $"version {version.Number} was rewritten",
                        $"version {version.Number} as it was made at {version.Created}",
                        "a version cannot change the past: put the correction into a new one"
                    );
                }
            }
        }
    }

    private static void Predictions(DossierRecord earlier, DossierRecord later, Action<string, string, string, string> report)
    {
        var now = later.Predictions.DistinctBy(p => p.Id, StringComparer.Ordinal).ToDictionary(p => p.Id, StringComparer.Ordinal);
        foreach (var old in earlier.Predictions)
        {
            if (!now.TryGetValue(old.Id, out var p))
            {
                continue;
            }

            var at = $"predictions/{old.Id}";
            if (!string.Equals(PredictionDigest.Of(old), PredictionDigest.Of(p), StringComparison.Ordinal))
            {
                report(
                    at,
                    old.Forecasts.Count > 0
                        ? $"'{old.Id}' was amended after its first forecast at {old.Forecasts[0].At}"
                        : $"'{old.Id}' was amended in place",
                    "statement, dates, criteria and expectation as they were issued",
                    "undo the change; other terms are another prediction"
                );
            }

            if (!old.Forecasts.SequenceEqual(p.Forecasts.Take(old.Forecasts.Count)))
            {
                report(
                    $"{at}/forecasts",
                    "a forecast was changed or removed",
                    "forecasts only added",
                    "restore it, and add the new one after it"
                );
            }

            if (old.Resolution is { } judged && p.Resolution != judged)
            {
                report(
                    $"{at}/resolution",
                    "the judge's entry was changed",
                    $"{KebabCase.Of(judged.Outcome)} at {judged.At}",
                    "restore it; an error of the judge is a conflict"
                );
            }
        }
    }
}
