using Tare.Records;

namespace Tare.Catalogue.Dossiers;

/// <content>Tensions, events, questions, topics, wiki pages, conflicts.</content>
internal static partial class DossierTables
{
    private static readonly RecordTable<TensionSide> s_side = new(
        new TensionSide("", ""),
        (f, r) => new(f.Text("holder", r.Holder), f.Text("claim", r.Claim)),
        Key: null
    );

    private static readonly RecordTable<Tension> s_tension = new(
        new Tension
        {
            Id = "",
            Text = "",
            Sides = [],
        },
        (f, r) =>
            r with
            {
                Id = f.Text("id", r.Id),
                Text = f.Text("text", r.Text),
                Sides = f.Records("sides", r.Sides, s_side),
                Propositions = f.Texts("propositions", r.Propositions),
                Cites = f.Texts("cites", r.Cites),
                State = f.DefaultedChoice("state", r.State),
                SinceVersion = f.OptionalInteger("since_version", r.SinceVersion),
                Note = f.OptionalText("note", r.Note),
                Recorded = f.OptionalDate("recorded", r.Recorded),
            }
    );

    private static readonly RecordTable<TimelineEvent> s_event = new(
        new TimelineEvent
        {
            Id = "",
            Date = PartialDate.Unknown,
            Text = "",
            Kind = default,
        },
        (f, r) =>
            r with
            {
                Id = f.Text("id", r.Id),
                Date = f.Date("date", r.Date),
                Text = f.Text("text", r.Text),
                Kind = f.Choice("kind", r.Kind),
                Actors = f.Texts("actors", r.Actors),
                Cites = f.Texts("cites", r.Cites),
                Note = f.OptionalText("note", r.Note),
                Recorded = f.OptionalDate("recorded", r.Recorded),
            }
    );

    private static readonly RecordTable<OpenQuestion> s_question = new(
        new OpenQuestion
        {
            Id = "",
            Text = "",
            Why = "",
        },
        (f, r) =>
            r with
            {
                Id = f.Text("id", r.Id),
                Text = f.Text("text", r.Text),
                Why = f.Text("why", r.Why),
                Cites = f.Texts("cites", r.Cites),
                OpenedIn = f.OptionalInteger("opened_in", r.OpenedIn),
                State = f.DefaultedChoice("state", r.State),
                AnsweredBy = f.OptionalText("answered_by", r.AnsweredBy),
                PartialAnswer = f.OptionalText("partial_answer", r.PartialAnswer),
                Recorded = f.OptionalDate("recorded", r.Recorded),
            }
    );

    private static readonly RecordTable<Perspective> s_perspective = new(
        new Perspective { Holder = "", Claims = [] },
        (f, r) =>
            r with
            {
                Holder = f.Text("holder", r.Holder),
                Claims = f.Texts("claims", r.Claims),
                Summary = f.OptionalText("summary", r.Summary),
                Declared = f.OptionalChoice("declared", r.Declared),
                Baseline = f.DefaultedChoice("baseline", r.Baseline),
                Note = f.OptionalText("note", r.Note),
            },
        Key: null
    );

    private static readonly RecordTable<TopicVersion> s_version = new(
        new TopicVersion { Number = 0, Created = PartialDate.Unknown },
        (f, r) =>
            r with
            {
                Number = f.Integer("n", r.Number),
                Created = f.Date("created", r.Created),
                Trigger = f.DefaultedChoice("trigger", r.Trigger),
                Generator = f.OptionalText("generator", r.Generator),
                ItemCount = f.OptionalInteger("item_count", r.ItemCount),
                Reconstructed = f.Flag("reconstructed", r.Reconstructed),
                Sources = f.Texts("sources", r.Sources),
                What = f.OptionalText("what", r.What),
                Why = f.OptionalText("why", r.Why),
                Narrative = f.Texts("narrative", r.Narrative),
                Questions = f.Texts("open_questions", r.Questions),
                Timeline = f.Texts("timeline", r.Timeline),
                Perspectives = f.Records("perspectives", r.Perspectives, s_perspective),
                Tensions = f.Texts("tensions", r.Tensions),
                Note = f.OptionalText("note", r.Note),
                Recorded = f.OptionalDate("recorded", r.Recorded),
                Digest = f.OptionalText("digest", r.Digest),
            },
        Key: "n"
    );

    private static readonly RecordTable<Topic> s_topic = new(
        new Topic { Id = "", Title = "" },
        (f, r) =>
            r with
            {
                Id = f.Text("id", r.Id),
                Title = f.Text("title", r.Title),
                Versions = f.Records("versions", r.Versions, s_version),
                Recorded = f.OptionalDate("recorded", r.Recorded),
            }
    );

    private static readonly RecordTable<WikiThread> s_thread = new(
        new WikiThread { Name = "" },
        (f, r) =>
            r with
            {
                Name = f.Text("name", r.Name),
                Date = f.DateOrUnknown("date", r.Date),
                Claims = f.Texts("claims", r.Claims),
                Mentions = f.Texts("mentions", r.Mentions),
            },
        Key: null
    );

    private static readonly RecordTable<WikiPage> s_wikiPage = new(
        new WikiPage
        {
            Id = "",
            Source = "",
            Section = "",
        },
        (f, r) =>
            r with
            {
                Id = f.Text("id", r.Id),
                Source = f.Text("source", r.Source),
                Section = f.Text("section", r.Section),
                PageDate = f.DateOrUnknown("page_date", r.PageDate),
                SourceDate = f.DateOrUnknown("source_date", r.SourceDate),
                OriginalUrl = f.OptionalText("original_url", r.OriginalUrl),
                Summary = f.OptionalText("summary", r.Summary),
                KeySignals = f.Texts("key_signals", r.KeySignals),
                Threads = f.Records("threads", r.Threads, s_thread),
                WorthWatching = f.Texts("worth_watching", r.WorthWatching),
                Links = f.Texts("links", r.Links),
                Recorded = f.OptionalDate("recorded", r.Recorded),
            }
    );

    private static readonly RecordTable<ConflictValue> s_conflictValue = new(
        new ConflictValue("", []),
        (f, r) => new(f.Text("value", r.Value), f.Texts("by", r.By)),
        Key: null
    );

    private static readonly RecordTable<Conflict> s_conflict = new(
        new Conflict
        {
            Id = "",
            Subject = "",
            Field = "",
            Values = [],
        },
        (f, r) =>
            r with
            {
                Id = f.Text("id", r.Id),
                Subject = f.Text("subject", r.Subject),
                Field = f.Text("field", r.Field),
                Values = f.Records("values", r.Values, s_conflictValue),
                Resolution = f.OptionalText("resolution", r.Resolution),
                ResolvedBy = f.OptionalText("resolved_by", r.ResolvedBy),
                Recorded = f.OptionalDate("recorded", r.Recorded),
            }
    );
}
