using Tare.Records;

namespace Tare.Catalogue.Dossiers;

/// <content>Claims and queries.</content>
internal static partial class DossierTables
{
    private static readonly RecordTable<Condition> s_condition = new(
        new Condition("", ""),
        (f, r) => new(f.Text("factor", r.Factor), f.Text("value", r.Value)),
        Key: null
    );

    private static readonly RecordTable<StatedFact> s_stated = new(
        new StatedFact("", default, ""),
        (f, r) => new(f.Text("subject", r.Subject), f.Choice("field", r.Field), f.Text("value", r.Value)),
        Key: null
    );

    private static readonly RecordTable<ListedMembers> s_listed = new(
        new ListedMembers("", []),
        (f, r) => new(f.Text("noun", r.Noun), f.Texts("members", r.Members)),
        Key: null
    );

    private static readonly RecordTable<ClaimEffect> s_effect = new(
        new ClaimEffect("", 0, default),
        (f, r) => new(f.Text("evidence", r.Evidence), f.Number("value", r.Value), f.DefaultedChoice("statistic", r.Statistic)),
        Key: null
    );

    private static readonly RecordTable<Inference> s_inference = new(
        new Inference([], ""),
        (f, r) => new(f.Texts("from", r.From), f.Text("attributes", r.Attributes)),
        Key: null
    );

    private static readonly RecordTable<QueryPredicate> s_predicate = new(
        new QueryPredicate(default),
        (f, r) => new(f.Choice("comparison", r.Comparison), f.OptionalNumber("lower", r.Lower), f.OptionalNumber("upper", r.Upper)),
        Key: null
    );

    private static readonly RecordTable<ClaimQuery> s_query = new(
        new ClaimQuery
        {
            Command = [],
            Path = "",
            Holds = new QueryPredicate(default),
        },
        (f, r) =>
            r with
            {
                Command = f.Texts("command", r.Command),
                Path = f.Text("path", r.Path),
                LowerPath = f.OptionalText("lower_path", r.LowerPath),
                UpperPath = f.OptionalText("upper_path", r.UpperPath),
                Unit = f.OptionalText("unit", r.Unit),
                Source = f.OptionalText("source", r.Source),
                Holds = f.Record("holds", r.Holds, s_predicate),
                Note = f.OptionalText("note", r.Note),
            },
        Key: null
    );

    private static readonly RecordTable<Claim> s_claim = new(
        new Claim
        {
            Id = "",
            Holder = "",
            Reporter = "",
            Text = "",
        },
        (f, r) =>
            r with
            {
                Id = f.Text("id", r.Id),
                Holder = f.Text("holder", r.Holder),
                Reporter = f.Text("reporter", r.Reporter),
                CarriedIn = f.Texts("carried_in", r.CarriedIn),
                Proposition = f.OptionalText("proposition", r.Proposition),
                Stance = f.OptionalStance("stance", r.Stance),
                Mechanism = f.OptionalText("mechanism", r.Mechanism),
                Kind = f.Choice("kind", r.Kind),
                Hedge = f.DefaultedChoice("hedge", r.Hedge),
                Asserted = f.Date("asserted", r.Asserted),
                Text = f.Text("text", r.Text),
                Language = f.OptionalText("lang", r.Language),
                Domain = f.OptionalText("domain", r.Domain),
                About = f.Texts("about", r.About),
                Events = f.Texts("events", r.Events),
                KeyTerms = f.Texts("key_terms", r.KeyTerms),
                Cites = f.Texts("cites", r.Cites),
                EvidenceFor = f.Texts("evidence_for", r.EvidenceFor),
                EvidenceAgainst = f.Texts("evidence_against", r.EvidenceAgainst),
                Against = f.Texts("against", r.Against),
                States = f.Records("states", r.States, s_stated),
                Lists = f.Records("lists", r.Lists, s_listed),
                Scope = f.Records("scope", r.Scope, s_condition),
                Effect = f.OptionalRecord("effect", r.Effect, s_effect),
                Inference = f.OptionalRecord("inference", r.Inference, s_inference),
                Query = f.OptionalRecord("query", r.Query, s_query),
                PrimaryOpened = f.DefaultedChoice("primary_opened", r.PrimaryOpened),
                Replaces = f.OptionalText("replaces", r.Replaces),
                Note = f.OptionalText("note", r.Note),
                Recorded = f.OptionalDate("recorded", r.Recorded),
            }
    );
}
