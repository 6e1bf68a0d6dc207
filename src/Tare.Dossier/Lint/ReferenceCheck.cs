using Tare.Records;

namespace Tare.Dossier;

/// <summary>A record refers to another one that is not there.</summary>
internal sealed class ReferenceCheck : ILintCheck
{
    public LintRule Rule { get; } =
        new("S2", "references", "a reference to a record that the dossier does not have, such as a citation of an absent source");

    public void Run(LintPass pass)
    {
        var names = DossierLists.Of(pass.Dossier).ToDictionary(l => l.List, l => Ids(l.Entries), StringComparer.Ordinal);
        var check = new Checker(pass, Rule.Id, names);
        Sources(check, pass.Dossier);
        Claims(check, pass.Dossier);
        Rest(check, pass.Dossier);
        Predictions(check, pass.Dossier);
        Topics(check, pass.Dossier);
    }

    private static HashSet<string> Ids(IReadOnlyList<IDossierEntry> entries)
    {
        var ids = new HashSet<string>(entries.Count, StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            ids.Add(entry.Id);
        }

        return ids;
    }

    private static void Sources(Checker check, DossierRecord dossier)
    {
        foreach (var s in dossier.Sources)
        {
            check.All("sources", s.Id, "derived_from", s.DerivedFrom, "sources");
            check.All("sources", s.Id, "rebuts", s.Rebuts, "sources");
            check.All("sources", s.Id, "makers", s.Makers, "holders");
        }

        foreach (var i in dossier.Items)
        {
            check.One("items", i.Id, "source", i.Source, "sources");
            check.All("items", i.Id, "claims", i.Claims, "claims");
            check.All("items", i.Id, "quotes", i.Quotes, "quotes");
            check.All("items", i.Id, "appears_in", i.AppearsIn, "topics");
        }

        foreach (var q in dossier.Quotes)
        {
            check.One("quotes", q.Id, "source", q.Source, "sources");
            check.One("quotes", q.Id, "speaker", q.Speaker, "holders");
            check.One("quotes", q.Id, "carried_in", q.CarriedIn, "sources");
        }

        foreach (var f in dossier.Facts)
        {
            check.One("facts", f.Subject, "source", f.Source, "sources");
        }

        foreach (var r in dossier.Readings)
        {
            check.One("readings", r.Id, "source", r.Source, "sources");
            check.One("readings", r.Id, "holder", r.Holder, "holders");
        }

        foreach (var e in dossier.Evidence)
        {
            check.One("evidence", e.Id, "source", e.Source, "sources");
        }
    }

    private static void Claims(Checker check, DossierRecord dossier)
    {
        foreach (var c in dossier.Claims)
        {
            check.One("claims", c.Id, "holder", c.Holder, "holders");
            check.One("claims", c.Id, "reporter", c.Reporter, "sources");
            check.One("claims", c.Id, "proposition", c.Proposition, "propositions");
            check.One("claims", c.Id, "replaces", c.Replaces, "claims");
            check.All("claims", c.Id, "carried_in", c.CarriedIn, "sources");
            check.All("claims", c.Id, "cites", c.Cites, "sources");
            check.All("claims", c.Id, "events", c.Events, "timeline");
            check.All("claims", c.Id, "evidence_for", c.EvidenceFor, "evidence");
            check.All("claims", c.Id, "evidence_against", c.EvidenceAgainst, "evidence");
            check.All("claims", c.Id, "against", c.Against, "claims");
            check.All("claims", c.Id, "about", c.About, "entities", "holders");
            check.One("claims", c.Id, "effect", c.Effect?.Evidence, "evidence");
            check.One("claims", c.Id, "query", c.Query?.Source, "sources");
            check.All("claims", c.Id, "inference", c.Inference?.From ?? [], "evidence");
        }

        foreach (var a in dossier.Answers)
        {
            check.One("answers", a.Id, "claim", a.Claim, "claims");
            check.One("answers", a.Id, "source", a.Source, "sources");
        }

        foreach (var e in dossier.StatusEvents)
        {
            check.One("status_events", e.Id, "claim", e.Claim, "claims");
        }
    }

    private static void Rest(Checker check, DossierRecord dossier)
    {
        foreach (var p in dossier.Propositions)
        {
            check.One("propositions", p.Id, "topic", p.Topic, "topics");
        }

        foreach (var t in dossier.Tensions)
        {
            foreach (var side in t.Sides)
            {
                check.One("tensions", t.Id, "sides", side.Holder, "holders");
                check.One("tensions", t.Id, "sides", side.Claim, "claims");
            }

            check.All("tensions", t.Id, "propositions", t.Propositions, "propositions");
            check.All("tensions", t.Id, "cites", t.Cites, "sources");
        }

        foreach (var e in dossier.Timeline)
        {
            check.All("timeline", e.Id, "cites", e.Cites, "sources");
            check.All("timeline", e.Id, "actors", e.Actors, "entities", "holders");
        }

        foreach (var q in dossier.Questions)
        {
            check.All("open_questions", q.Id, "cites", q.Cites, "sources");
            check.One("open_questions", q.Id, "answered_by", q.AnsweredBy, "claims", "evidence");
        }

        foreach (var c in dossier.Conflicts)
        {
            foreach (var value in c.Values)
            {
                check.All("conflicts", c.Id, "values", value.By, "sources");
            }
        }
    }

    private static void Predictions(Checker check, DossierRecord dossier)
    {
        foreach (var p in dossier.Predictions)
        {
            check.One("predictions", p.Id, "issuer", p.Issuer, "holders");
            check.One("predictions", p.Id, "source", p.Source, "sources");
            check.One("predictions", p.Id, "basis", p.Basis, "evidence");
            check.One("predictions", p.Id, "replaces", p.Replaces, "predictions");
            check.All("predictions", p.Id, "propositions", p.Propositions, "propositions");
            check.All("predictions", p.Id, "resolution", p.Resolution?.Evidence ?? [], "evidence", "sources");
            foreach (var forecast in p.Forecasts)
            {
                check.One("predictions", p.Id, "forecasts", forecast.By, "holders");
                check.One("predictions", p.Id, "forecasts", forecast.Source, "sources");
            }
        }
    }

    private static void Topics(Checker check, DossierRecord dossier)
    {
        foreach (var topic in dossier.Topics)
        {
            foreach (var v in topic.Versions)
            {
                var id = $"{topic.Id}/versions/{v.Number}";
                check.All("topics", id, "sources", v.Sources, "sources");
                check.All("topics", id, "questions", v.Questions, "open_questions");
                check.All("topics", id, "timeline", v.Timeline, "timeline");
                check.All("topics", id, "tensions", v.Tensions, "tensions");
                foreach (var p in v.Perspectives)
                {
                    check.One("topics", id, "perspectives", p.Holder, "holders");
                    check.All("topics", id, "perspectives", p.Claims, "claims");
                }
            }
        }

        foreach (var w in dossier.WikiPages)
        {
            check.One("wiki_pages", w.Id, "source", w.Source, "sources");
            check.All("wiki_pages", w.Id, "links", w.Links, "sources");
            check.All("wiki_pages", w.Id, "worth_watching", w.WorthWatching, "predictions");
            check.All("wiki_pages", w.Id, "threads", [.. w.Threads.SelectMany(t => t.Claims)], "claims");
        }
    }

    private sealed class Checker(LintPass pass, string rule, IReadOnlyDictionary<string, HashSet<string>> names)
    {
        // Nobody reads more suggestions than these, and each compares many names.
        private const int MostSuggestions = 100;
        private int _suggested;

        public void All(string record, string id, string field, ValueList<string> references, params ReadOnlySpan<string> lists)
        {
            foreach (var reference in references.AsSpan())
            {
                One(record, id, field, reference, lists);
            }
        }

        public void One(string record, string id, string field, string? reference, params ReadOnlySpan<string> lists)
        {
            if (reference is null)
            {
                return;
            }

            foreach (var list in lists)
            {
                if (names[list].Contains(reference))
                {
                    return;
                }
            }

            var kinds = string.Join(" or ", lists.ToArray());
            pass.Error(
                rule,
                $"{record}/{id}/{field}",
                $"'{reference}' is not there",
                $"an identifier in {kinds}",
                Near(reference, lists) is { } near ? $"add it to {kinds}, or write {near}" : $"add it to {kinds}, or remove the reference"
            );
        }

        private string? Near(string reference, ReadOnlySpan<string> lists)
        {
            if (_suggested++ >= MostSuggestions)
            {
                return null;
            }

            var near = NearestNames.Of(reference, lists.ToArray().SelectMany(l => names[l]).Take(5000));
            return near.Count > 0 ? string.Join(" or ", near) : null;
        }
    }
}
