using Tare.Records;

namespace Tare.Dossier;

/// <summary>What changed between two states of a dossier: records that came and went, claims that stand otherwise, predictions that were judged or expired.</summary>
public static class DossierDiff
{
    /// <summary>The changes, by list and identifier; empty for the same state.</summary>
    /// <param name="before">The earlier state.</param>
    /// <param name="beforeAt">Its instant, for predictions.</param>
    /// <param name="after">The later state.</param>
    /// <param name="afterAt">Its instant.</param>
    public static IReadOnlyList<RecordChange> Of(DossierIndex before, DateTimeOffset beforeAt, DossierIndex after, DateTimeOffset afterAt)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        return [.. Lists(before, after), .. Standings(before, after), .. Predictions(before, beforeAt, after, afterAt)];
    }

    private static IEnumerable<RecordChange> Lists(DossierIndex before, DossierIndex after)
    {
        foreach (var ((list, old), (_, now)) in DossierLists.Of(before.Dossier).Zip(DossierLists.Of(after.Dossier)))
        {
            var (left, right) = (Texts(before, old), Texts(after, now));
            foreach (var id in right.Keys.Except(left.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal))
            {
                yield return new RecordChange(ChangeKind.Added, $"{list}/{id}", right[id]);
            }

            foreach (var id in left.Keys.Except(right.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal))
            {
                yield return new RecordChange(ChangeKind.Removed, $"{list}/{id}", left[id]);
            }
        }
    }

    private static IEnumerable<RecordChange> Standings(DossierIndex before, DossierIndex after)
    {
        foreach (var old in ClaimStanding.All(before))
        {
            if (after.Claim(old.Claim.Id) is { } claim && ClaimStanding.Of(after, claim) is var now && now.Status != old.Status)
            {
                yield return new RecordChange(
                    ChangeKind.Changed,
                    $"claims/{claim.Id}/status",
                    $"{KebabCase.Of(old.Status)} -> {KebabCase.Of(now.Status)}: {now.Reason}"
                );
            }
        }
    }

    private static IEnumerable<RecordChange> Predictions(
        DossierIndex before,
        DateTimeOffset beforeAt,
        DossierIndex after,
        DateTimeOffset afterAt
    )
    {
        var old = PredictionState.All(before.Dossier, beforeAt).ToDictionary(s => s.Prediction.Id, StringComparer.Ordinal);
        foreach (var now in PredictionState.All(after.Dossier, afterAt))
        {
            if (old.TryGetValue(now.Prediction.Id, out var was) && was.Status != now.Status)
            {
                yield return new RecordChange(
                    ChangeKind.Changed,
                    $"predictions/{now.Prediction.Id}/status",
                    $"{KebabCase.Of(was.Status)} -> {KebabCase.Of(now.Status)}: {now.Because}"
                );
            }
        }
    }

    private static Dictionary<string, string> Texts(DossierIndex index, IEnumerable<IDossierEntry> entries)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            texts.TryAdd(entry.Id, Text(index, entry));
            if (entry is Topic topic)
            {
                foreach (var version in topic.Versions)
                {
                    texts.TryAdd($"{topic.Id}/versions/{version.Number}", $"version {version.Number} of {version.Created}");
                }
            }
        }

        return texts;
    }

    private static string Text(DossierIndex index, IDossierEntry entry) =>
        entry switch
        {
            Claim c => $"{index.Holder(c.Holder)?.Name ?? c.Holder}: {c.Text}",
            Publication s => $"{s.Publisher}: {s.Title}",
            Holder h => h.Name,
            NamedEntity e => e.Name,
            Proposition p => p.Text,
            ClaimEvidence e => e.Measure,
            ClaimAnswer a => $"{RecordName.Claim(index, a.Claim)}: {a.Asked}",
            StatusEvent e => $"{RecordName.Claim(index, e.Claim)} {KebabCase.Of(e.Status)}: {e.Reason}",
            Tension t => t.Text,
            TimelineEvent e => $"{e.Date}: {e.Text}",
            OpenQuestion q => q.Text,
            Prediction p => p.Statement,
            Topic t => t.Title,
            Quote q => q.Gist,
            SourceItem i => i.Summary,
            Conflict c => $"{c.Subject}: {c.Field}",
            _ => entry.Id,
        };
}
