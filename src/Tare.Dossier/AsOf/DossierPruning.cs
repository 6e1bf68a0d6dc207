using Tare.Records;

namespace Tare.Dossier;

/// <summary>Drops links to records that are not there. Versions stay whole: they are immutable, and what they lack is reported.</summary>
internal static class DossierPruning
{
    public static DossierRecord Prune(DossierRecord d)
    {
        var sources = Ids(d.Sources);
        var evidence = Ids(d.Evidence);
        var claims = Ids(d.Claims);
        var events = Ids(d.Timeline);
        var kept = d with
        {
            Sources = [.. d.Sources.Select(s => s with { DerivedFrom = Only(s.DerivedFrom, sources), Rebuts = Only(s.Rebuts, sources) })],
            Quotes = [.. d.Quotes.Select(q => q with { CarriedIn = Only(q.CarriedIn, sources) })],
            Claims = [.. d.Claims.Select(c => Prune(c, sources, evidence, claims, events))],
            Answers = [.. d.Answers.Where(a => claims.Contains(a.Claim))],
            StatusEvents = [.. d.StatusEvents.Where(e => claims.Contains(e.Claim))],
            Timeline = [.. d.Timeline.Select(e => e with { Cites = Only(e.Cites, sources) })],
            Predictions = Prune(d.Predictions, sources, evidence),
        };
        return Disputes(Pages(kept, sources, claims), sources, claims, [.. claims, .. evidence]);
    }

    private static DossierRecord Pages(DossierRecord d, HashSet<string> sources, HashSet<string> claims)
    {
        var (quotes, topics, predictions) = (Ids(d.Quotes), Ids(d.Topics), Ids(d.Predictions));
        return d with
        {
            Items =
            [
                .. d.Items.Select(i =>
                    i with
                    {
                        Claims = Only(i.Claims, claims),
                        Quotes = Only(i.Quotes, quotes),
                        AppearsIn = Only(i.AppearsIn, topics),
                    }
                ),
            ],
            WikiPages =
            [
                .. d.WikiPages.Select(w =>
                    w with
                    {
                        Links = Only(w.Links, sources),
                        WorthWatching = Only(w.WorthWatching, predictions),
                        Threads = [.. w.Threads.Select(t => t with { Claims = Only(t.Claims, claims) })],
                    }
                ),
            ],
        };
    }

    private static DossierRecord Disputes(DossierRecord d, HashSet<string> sources, HashSet<string> claims, HashSet<string> answers) =>
        d with
        {
            Tensions =
            [
                .. d.Tensions.Select(t =>
                    t with
                    {
                        Sides = [.. t.Sides.Where(s => claims.Contains(s.Claim))],
                        Cites = Only(t.Cites, sources),
                    }
                ),
            ],
            Questions = [.. d.Questions.Select(q => q with { Cites = Only(q.Cites, sources), AnsweredBy = Only(q.AnsweredBy, answers) })],
            Conflicts =
            [
                .. d
                    .Conflicts.Select(c =>
                        c with
                        {
                            Values = [.. c.Values.Select(v => v with { By = Only(v.By, sources) }).Where(v => v.By.Count > 0)],
                        }
                    )
                    .Where(c => c.Values.Count > 1),
            ],
        };

    private static Claim Prune(
        Claim c,
        HashSet<string> sources,
        HashSet<string> evidence,
        HashSet<string> claims,
        HashSet<string> events
    ) =>
        c with
        {
            CarriedIn = Only(c.CarriedIn, sources),
            Cites = Only(c.Cites, sources),
            EvidenceFor = Only(c.EvidenceFor, evidence),
            EvidenceAgainst = Only(c.EvidenceAgainst, evidence),
            Against = Only(c.Against, claims),
            Events = Only(c.Events, events),
            Replaces = Only(c.Replaces, claims),
            Effect = c.Effect is { } effect && evidence.Contains(effect.Evidence) ? effect : null,
            Query = c.Query is { } query ? query with { Source = Only(query.Source, sources) } : null,
            Inference = c.Inference is { } inference && inference.From.All(evidence.Contains) ? inference : null,
        };

    private static ValueList<Prediction> Prune(ValueList<Prediction> predictions, HashSet<string> sources, HashSet<string> evidence)
    {
        var ids = Ids(predictions);
        return
        [
            .. predictions.Select(p =>
                p with
                {
                    Basis = Only(p.Basis, evidence),
                    Replaces = Only(p.Replaces, ids),
                    Resolution = p.Resolution is { } r ? r with { Evidence = Only(r.Evidence, [.. evidence, .. sources]) } : null,
                }
            ),
        ];
    }

    private static HashSet<string> Ids<T>(ValueList<T> entries)
        where T : IDossierEntry => entries.Select(e => e.Id).ToHashSet(StringComparer.Ordinal);

    private static ValueList<string> Only(ValueList<string> ids, HashSet<string> there) =>
        ids.All(there.Contains) ? ids : [.. ids.Where(there.Contains)];

    private static string? Only(string? id, HashSet<string> there) => id is not null && there.Contains(id) ? id : null;
}
