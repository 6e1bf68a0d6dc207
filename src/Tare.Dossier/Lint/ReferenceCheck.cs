using Tare.Records;

namespace Tare.Dossier;

/// <summary>A record refers to another one that is not there.</summary>
internal sealed class ReferenceCheck : ILintCheck
{
    public LintRule Rule { get; } =
        new("S2", "references", "a reference to a record that the dossier does not have, such as a citation of an absent source");

    public void Run(LintPass pass)
    {
        var names = DossierLists
            .Of(pass.Dossier)
            .ToDictionary(l => l.List, l => l.Entries.Select(e => e.Id).ToHashSet(StringComparer.Ordinal), StringComparer.Ordinal);
        var check = new Checker(pass, Rule.Id, names);
        Sources(check, pass.Dossier);
        Claims(check, pass.Dossier);
        Rest(check, pass.Dossier);
        Predictions(check, pass.Dossier);
        Topics(check, pass.Dossier);
    }

    private static void Sources(Checker check, DossierRecord dossier)
    {
        foreach (var s in dossier.Sources)
        {
            check.AllAt($"sources/{s.Id}/derived_from", s.DerivedFrom, "sources");
            check.AllAt($"sources/{s.Id}/rebuts", s.Rebuts, "sources");
            check.AllAt($"sources/{s.Id}/makers", s.Makers, "holders");
        }

        foreach (var i in dossier.Items)
        {
            check.OneAt($"items/{i.Id}/source", i.Source, "sources");
            check.AllAt($"items/{i.Id}/claims", i.Claims, "claims");
            check.AllAt($"items/{i.Id}/quotes", i.Quotes, "quotes");
            check.AllAt($"items/{i.Id}/appears_in", i.AppearsIn, "topics");
        }

        foreach (var q in dossier.Quotes)
        {
            check.OneAt($"quotes/{q.Id}/source", q.Source, "sources");
            check.OneAt($"quotes/{q.Id}/speaker", q.Speaker, "holders");
            check.OneAt($"quotes/{q.Id}/carried_in", q.CarriedIn, "sources");
        }

        foreach (var f in dossier.Facts)
        {
            check.OneAt("facts", f.Source, "sources");
        }

        foreach (var r in dossier.Readings)
        {
            check.OneAt($"readings/{r.Id}/source", r.Source, "sources");
            check.OneAt($"readings/{r.Id}/holder", r.Holder, "holders");
        }

        foreach (var e in dossier.Evidence)
        {
            check.OneAt($"evidence/{e.Id}/source", e.Source, "sources");
        }
    }

    private static void Claims(Checker check, DossierRecord dossier)
    {
        foreach (var c in dossier.Claims)
        {
            var at = $"claims/{c.Id}";
            check.One(at, "holder", c.Holder, "holders");
            check.One(at, "reporter", c.Reporter, "sources");
            check.One(at, "proposition", c.Proposition, "propositions");
            check.One(at, "replaces", c.Replaces, "claims");
            check.All(at, "carried_in", c.CarriedIn, "sources");
            check.All(at, "cites", c.Cites, "sources");
            check.All(at, "events", c.Events, "timeline");
            check.All(at, "evidence_for", c.EvidenceFor, "evidence");
            check.All(at, "evidence_against", c.EvidenceAgainst, "evidence");
            check.All(at, "against", c.Against, "claims");
            check.All(at, "about", c.About, "entities", "holders");
            check.One(at, "effect", c.Effect?.Evidence, "evidence");
            check.One(at, "query", c.Query?.Source, "sources");
            check.All(at, "inference", c.Inference?.From ?? [], "evidence");
        }

        foreach (var a in dossier.Answers)
        {
            check.OneAt($"answers/{a.Id}/claim", a.Claim, "claims");
            check.OneAt($"answers/{a.Id}/source", a.Source, "sources");
        }

        foreach (var e in dossier.StatusEvents)
        {
            check.OneAt($"status_events/{e.Id}/claim", e.Claim, "claims");
        }
    }

    private static void Rest(Checker check, DossierRecord dossier)
    {
        foreach (var p in dossier.Propositions)
        {
            check.OneAt($"propositions/{p.Id}/topic", p.Topic, "topics");
        }

        foreach (var t in dossier.Tensions)
        {
            foreach (var side in t.Sides)
            {
                check.OneAt($"tensions/{t.Id}/sides", side.Holder, "holders");
                check.OneAt($"tensions/{t.Id}/sides", side.Claim, "claims");
            }

            check.AllAt($"tensions/{t.Id}/propositions", t.Propositions, "propositions");
            check.AllAt($"tensions/{t.Id}/cites", t.Cites, "sources");
        }

        foreach (var e in dossier.Timeline)
        {
            check.AllAt($"timeline/{e.Id}/cites", e.Cites, "sources");
            check.AllAt($"timeline/{e.Id}/actors", e.Actors, "entities", "holders");
        }

        foreach (var q in dossier.Questions)
        {
            check.AllAt($"open_questions/{q.Id}/cites", q.Cites, "sources");
            check.OneAt($"open_questions/{q.Id}/answered_by", q.AnsweredBy, "claims", "evidence");
        }

        foreach (var c in dossier.Conflicts)
        {
            foreach (var value in c.Values)
            {
                check.AllAt($"conflicts/{c.Id}/values", value.By, "sources");
            }
        }
    }

    private static void Predictions(Checker check, DossierRecord dossier)
    {
        foreach (var p in dossier.Predictions)
        {
            var at = $"predictions/{p.Id}";
            check.One(at, "issuer", p.Issuer, "holders");
            check.One(at, "source", p.Source, "sources");
            check.One(at, "basis", p.Basis, "evidence");
            check.One(at, "replaces", p.Replaces, "predictions");
            check.All(at, "propositions", p.Propositions, "propositions");
            check.All(at, "resolution", p.Resolution?.Evidence ?? [], "evidence", "sources");
            foreach (var forecast in p.Forecasts)
            {
                check.One(at, "forecasts", forecast.By, "holders");
                check.One(at, "forecasts", forecast.Source, "sources");
            }
        }
    }

    private static void Topics(Checker check, DossierRecord dossier)
    {
        foreach (var topic in dossier.Topics)
        {
            foreach (var v in topic.Versions)
            {
                var at = $"topics/{topic.Id}/versions/{v.Number}";
                check.All(at, "sources", v.Sources, "sources");
                check.All(at, "questions", v.Questions, "open_questions");
                check.All(at, "timeline", v.Timeline, "timeline");
                check.All(at, "tensions", v.Tensions, "tensions");
                foreach (var p in v.Perspectives)
                {
                    check.One(at, "perspectives", p.Holder, "holders");
                    check.All(at, "perspectives", p.Claims, "claims");
                }
            }
        }

        foreach (var w in dossier.WikiPages)
        {
            check.OneAt($"wiki_pages/{w.Id}/source", w.Source, "sources");
            check.AllAt($"wiki_pages/{w.Id}/links", w.Links, "sources");
            check.AllAt($"wiki_pages/{w.Id}/worth_watching", w.WorthWatching, "predictions");
            check.AllAt($"wiki_pages/{w.Id}/threads", [.. w.Threads.SelectMany(t => t.Claims)], "claims");
        }
    }

    private sealed class Checker(LintPass pass, string rule, IReadOnlyDictionary<string, HashSet<string>> names)
    {
        public void All(string record, string field, ValueList<string> ids, params ReadOnlySpan<string> lists)
        {
            foreach (var id in ids.AsSpan())
            {
                One(record, field, id, lists);
            }
        }

        public void AllAt(string address, ValueList<string> ids, params ReadOnlySpan<string> lists)
        {
            foreach (var id in ids.AsSpan())
            {
                Check(address, null, id, lists);
            }
        }

        public void OneAt(string address, string? id, params ReadOnlySpan<string> lists) => Check(address, null, id, lists);

        public void One(string record, string field, string? id, params ReadOnlySpan<string> lists) => Check(record, field, id, lists);

        private void Check(string record, string? field, string? id, ReadOnlySpan<string> lists)
        {
            if (id is null)
            {
                return;
            }

            foreach (var list in lists)
            {
                if (names[list].Contains(id))
                {
                    return;
                }
            }

            var kinds = string.Join(" or ", lists.ToArray());
            var near = NearestNames.Of(id, lists.ToArray().SelectMany(l => names[l]).Take(5000));
            pass.Error(
                rule,
                field is null ? record : $"{record}/{field}",
                $"'{id}' is not there",
                $"an identifier in {kinds}",
                near.Count > 0 ? $"add it to {kinds}, or write {string.Join(" or ", near)}" : $"add it to {kinds}, or remove the reference"
            );
        }
    }
}
