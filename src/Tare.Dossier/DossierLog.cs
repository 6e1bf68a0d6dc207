using System.Globalization;
using Tare.Records;

namespace Tare.Dossier;

/// <summary>Everything that happened in a dossier, in order.</summary>
public static class DossierLog
{
    /// <summary>The log, newest first. What has no known date has no entry.</summary>
    /// <param name="index">The dossier.</param>
    /// <param name="asOf">The instant; nothing after it is listed.</param>
    /// <param name="changes">Changed verdicts beyond those that the dossier keeps answers for.</param>
    public static IReadOnlyList<DossierEvent> Of(DossierIndex index, DateTimeOffset asOf, IReadOnlyList<VerdictChange>? changes = null)
    {
        ArgumentNullException.ThrowIfNull(index);
        var d = index.Dossier;
        var events = d
            .Claims.Where(c => c.Asserted.IsKnown)
            .Select(c =>
                New(
                    DossierEventKind.ClaimStated,
                    c.Id,
                    c.Asserted.Earliest!.Value,
                    $"{Name(index, c.Holder)}: {c.Text}",
                    $"{c.Text} (by way of {Title(index, c.Reporter)})",
                    $"claims/{c.Id}"
                )
            )
            .Concat(d.StatusEvents.Where(e => e.At.IsKnown).Select(e => Decided(index, e)))
            .Concat(VerdictHistory.Changes(d).Concat(changes ?? []).Select(c => Changed(index, c)))
            .Concat(d.Topics.SelectMany(t => t.Versions.Where(v => v.Created.IsKnown).Select(v => Made(t, v))))
            .Concat(PredictionState.All(d, asOf).SelectMany(s => Of(index, s)));
        return [.. events.Where(e => e.At <= asOf).OrderByDescending(e => e.At).ThenBy(e => e.Id, StringComparer.Ordinal)];
    }

    /// <summary>The end of the last day on which a record of the dossier was made; what a dossier can know of by itself.</summary>
    /// <param name="dossier">The dossier.</param>
    public static DateTimeOffset LastRecorded(DossierRecord dossier)
    {
        ArgumentNullException.ThrowIfNull(dossier);
        var days = DossierLists.Of(dossier).SelectMany(l => l.Entries).Select(e => e.Recorded).Append(dossier.Recorded);
        return days.Max(d => d?.Latest) ?? DateTimeOffset.UnixEpoch;
    }

    private static DossierEvent Decided(DossierIndex index, StatusEvent e)
    {
        var claim = index.Claim(e.Claim);
        var title = $"{KebabCase.Of(e.Status)}: {claim?.Text ?? e.Claim}";
        return New(DossierEventKind.StatusDecided, e.Id, e.At.Earliest!.Value, title, $"{e.Reason} ({e.By})", $"claims/{e.Claim}");
    }

    private static DossierEvent Changed(DossierIndex index, VerdictChange c)
    {
        var before = c.Before is null ? "first verdict" : $"{KebabCase.Of(c.Before.Verdict)} before";
        var title = $"{KebabCase.Of(c.After.Verdict)} ({before}): {index.Claim(c.Claim)?.Text ?? c.Claim}";
        var digest = c.After.Answer.DataDigest;
        var id = $"{c.Claim}.{digest[..Math.Min(12, digest.Length)]}";
        return New(DossierEventKind.VerdictChanged, id, c.After.Answer.AskedAt, title, c.After.Because, $"claims/{c.Claim}");
    }

    private static DossierEvent Made(Topic topic, TopicVersion v)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"{topic.Id}.{v.Number}");
        var title = string.Create(CultureInfo.InvariantCulture, $"{topic.Title}: version {v.Number}");
        return New(
            DossierEventKind.VersionMade,
            id,
            v.Created.Earliest!.Value,
            title,
            v.What ?? v.Note ?? title,
            $"topics/{topic.Id}/versions/{v.Number}"
        );
    }

    private static IEnumerable<DossierEvent> Of(DossierIndex index, PredictionState state)
    {
        var p = state.Prediction;
        var address = $"predictions/{p.Id}";
        yield return New(
            DossierEventKind.PredictionIssued,
            p.Id,
            PredictionState.StartOf(p.Issued),
            $"{Name(index, p.Issuer)} predicts by {p.Deadline:yyyy-MM-dd}: {p.Statement}",
            $"False if: {p.Criteria.Falsifier}",
            address
        );
        if (state.ResolvedLate || state.Status == PredictionStatus.ExpiredUnresolved)
        {
            yield return New(
                DossierEventKind.PredictionExpired,
                p.Id,
                state.ExpiresAt,
                $"Expired unresolved: {p.Statement}",
                "The deadline passed without a judgement.",
                address
            );
        }

        if (
            p.Resolution is { At.Earliest: { } judged }
            && state.Status is PredictionStatus.True or PredictionStatus.False or PredictionStatus.Void
        )
        {
            yield return New(
                DossierEventKind.PredictionJudged,
                p.Id,
                judged,
                $"{KebabCase.Of(state.Status)}: {p.Statement}",
                state.Because,
                address
            );
        }
    }

    private static DossierEvent New(DossierEventKind kind, string id, DateTimeOffset at, string title, string text, string address) =>
        new(
            string.Create(CultureInfo.InvariantCulture, $"{KebabCase.Of(kind)}/{id}/{at.UtcDateTime:yyyy-MM-dd}"),
            at,
            kind,
            title,
            text,
            address
        );

    private static string Name(DossierIndex index, string holder) => index.Holder(holder)?.Name ?? holder;

    private static string Title(DossierIndex index, string source) => index.Source(source)?.Title ?? source;
}
