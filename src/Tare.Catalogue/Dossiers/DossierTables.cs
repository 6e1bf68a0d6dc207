using Tare.Records;

namespace Tare.Catalogue.Dossiers;

/// <summary>How the records of a dossier stand in its file: field by field, in the order in which they are written.</summary>
internal static partial class DossierTables
{
    private static readonly RecordTable<Holder> s_holder = new(
        new Holder { Id = "", Name = "" },
        (f, r) =>
            r with
            {
                Id = f.Text("id", r.Id),
                Name = f.Text("name", r.Name),
                Kind = f.DefaultedChoice("kind", r.Kind),
                Org = f.OptionalText("org", r.Org),
                Recorded = f.OptionalDate("recorded", r.Recorded),
            }
    );

    private static readonly RecordTable<NamedEntity> s_entity = new(
        new NamedEntity
        {
            Id = "",
            Name = "",
            Kind = default,
        },
        (f, r) =>
            r with
            {
                Id = f.Text("id", r.Id),
                Name = f.Text("name", r.Name),
                Kind = f.Choice("kind", r.Kind),
                Aliases = f.Texts("aliases", r.Aliases),
                Country = f.OptionalText("country", r.Country),
                CatalogueId = f.OptionalText("catalogue_id", r.CatalogueId),
                Recorded = f.OptionalDate("recorded", r.Recorded),
            }
    );

    private static readonly RecordTable<Publication> s_source = new(
        new Publication
        {
            Id = "",
            Title = "",
            Publisher = "",
        },
        (f, r) =>
            r with
            {
                Id = f.Text("id", r.Id),
                Title = f.Text("title", r.Title),
                Publisher = f.Text("publisher", r.Publisher),
                Kind = f.Choice("kind", r.Kind),
                Tier = f.DefaultedChoice("tier", r.Tier),
                Published = f.Date("published", r.Published),
                DateNote = f.OptionalText("date_note", r.DateNote),
                Authors = f.Texts("authors", r.Authors),
                Makers = f.Texts("makers", r.Makers),
                Url = f.OptionalText("url", r.Url),
                Feed = f.OptionalText("feed", r.Feed),
                DerivedFrom = f.Texts("derived_from", r.DerivedFrom),
                Rebuts = f.Texts("rebuts", r.Rebuts),
                Retrieved = f.DateOrUnknown("retrieved", r.Retrieved),
                ContentHash = f.OptionalText("content_hash", r.ContentHash),
                Language = f.OptionalText("lang", r.Language),
                Note = f.OptionalText("note", r.Note),
                Recorded = f.OptionalDate("recorded", r.Recorded),
            }
    );

    private static readonly RecordTable<SourceItem> s_item = new(
        new SourceItem
        {
            Id = "",
            Source = "",
            Summary = "",
        },
        (f, r) =>
            r with
            {
                Id = f.Text("id", r.Id),
                Source = f.Text("source", r.Source),
                Summary = f.Text("summary", r.Summary),
                TopicSlugs = f.Texts("topic_slugs", r.TopicSlugs),
                Claims = f.Texts("claims", r.Claims),
                Quotes = f.Texts("quotes", r.Quotes),
                AppearsIn = f.Texts("appears_in", r.AppearsIn),
                MirrorUrl = f.OptionalText("mirror_url", r.MirrorUrl),
                ReadingMinutes = f.OptionalNumber("reading_minutes", r.ReadingMinutes),
                Recorded = f.OptionalDate("recorded", r.Recorded),
            }
    );

    private static readonly RecordTable<Quote> s_quote = new(
        new Quote
        {
            Id = "",
            Source = "",
            Speaker = "",
            Gist = "",
        },
        (f, r) =>
            r with
            {
                Id = f.Text("id", r.Id),
                Source = f.Text("source", r.Source),
                Speaker = f.Text("speaker", r.Speaker),
                Text = f.OptionalText("text", r.Text),
                Gist = f.Text("gist", r.Gist),
                Locator = f.OptionalText("locator", r.Locator),
                CarriedIn = f.OptionalText("carried_in", r.CarriedIn),
                Elided = f.Flag("elided", r.Elided),
                Recorded = f.OptionalDate("recorded", r.Recorded),
            }
    );

    private static readonly RecordTable<Proposition> s_proposition = new(
        new Proposition { Id = "", Text = "" },
        (f, r) =>
            r with
            {
                Id = f.Text("id", r.Id),
                Text = f.Text("text", r.Text),
                Answer = f.Choice("answer", r.Answer),
                Unit = f.OptionalText("unit", r.Unit),
                Options = f.Texts("options", r.Options),
                DecidedBy = f.OptionalText("decided_by", r.DecidedBy),
                Topic = f.OptionalText("topic", r.Topic),
                Recorded = f.OptionalDate("recorded", r.Recorded),
            }
    );

    private static readonly RecordTable<ReferenceFact> s_fact = new(
        new ReferenceFact("", default, "", ""),
        (f, r) => new(f.Text("subject", r.Subject), f.Choice("field", r.Field), f.Text("value", r.Value), f.Text("source", r.Source)),
        Key: null
    );

    private static readonly RecordTable<Reading> s_reading = new(
        new Reading
        {
            Id = "",
            Source = "",
            Holder = "",
        },
        (f, r) =>
            r with
            {
                Id = f.Text("id", r.Id),
                Source = f.Text("source", r.Source),
                Holder = f.Text("holder", r.Holder),
                Present = f.Texts("present", r.Present),
                Absent = f.Texts("absent", r.Absent),
                Note = f.OptionalText("note", r.Note),
                Recorded = f.OptionalDate("recorded", r.Recorded),
            }
    );

    private static readonly RecordTable<Interval> s_interval = new(
        new Interval(0, 0, 0, ""),
        (f, r) => new(f.Number("lower", r.Lower), f.Number("upper", r.Upper), f.Number("level", r.Level), f.Text("contains", r.Contains)),
        Key: null
    );

    private static readonly RecordTable<EvidenceRow> s_row = new(
        new EvidenceRow("", 0),
        (f, r) => new(f.Text("label", r.Label), f.Number("value", r.Value)),
        Key: null
    );

    private static readonly RecordTable<ClaimEvidence> s_evidence = new(
        new ClaimEvidence
        {
            Id = "",
            Source = "",
            Measure = "",
        },
        (f, r) =>
            r with
            {
                Id = f.Text("id", r.Id),
                Source = f.Text("source", r.Source),
                Measure = f.Text("measure", r.Measure),
                Value = f.OptionalNumber("value", r.Value),
                Unit = f.OptionalText("unit", r.Unit),
                Interval = f.OptionalRecord("interval", r.Interval, s_interval),
                Conditions = f.Records("conditions", r.Conditions, s_condition),
                Rows = f.Records("rows", r.Rows, s_row),
                Strength = f.OptionalText("strength", r.Strength),
                Bearing = f.OptionalText("bearing", r.Bearing),
                Recorded = f.OptionalDate("recorded", r.Recorded),
            }
    );

    private static readonly RecordTable<ClaimAnswer> s_answer = new(
        new ClaimAnswer
        {
            Id = "",
            Claim = "",
            At = PartialDate.Unknown,
            Asked = "",
            Source = "",
            DataDigest = "",
        },
        (f, r) =>
            r with
            {
                Id = f.Text("id", r.Id),
                Claim = f.Text("claim", r.Claim),
                At = f.Date("at", r.At),
                Asked = f.Text("asked", r.Asked),
                Source = f.Text("source", r.Source),
                DataDigest = f.Text("data_digest", r.DataDigest),
                Value = f.OptionalNumber("value", r.Value),
                Truth = f.OptionalFlag("truth", r.Truth),
                Interval = f.OptionalRecord("interval", r.Interval, s_interval),
                Unit = f.OptionalText("unit", r.Unit),
                Reason = f.OptionalText("reason", r.Reason),
                Recorded = f.OptionalDate("recorded", r.Recorded),
            }
    );

    private static readonly RecordTable<StatusEvent> s_statusEvent = new(
        new StatusEvent
        {
            Id = "",
            Claim = "",
            Status = default,
            At = PartialDate.Unknown,
            Reason = "",
            By = "",
        },
        (f, r) =>
            r with
            {
                Id = f.Text("id", r.Id),
                Claim = f.Text("claim", r.Claim),
                Status = f.Choice("status", r.Status),
                At = f.Date("at", r.At),
                Reason = f.Text("reason", r.Reason),
                By = f.Text("by", r.By),
                Recorded = f.OptionalDate("recorded", r.Recorded),
            }
    );

    /// <summary>The whole file.</summary>
    public static RecordTable<DossierRecord> Dossier(string file) =>
        new(
            new DossierRecord
            {
                Id = "",
                Title = "",
                Language = "",
                Recorded = PartialDate.Unknown,
                Licence = "",
            },
            (f, r) =>
            {
                var schema = f.Text("schema", DossierYaml.Schema);
                if (!string.Equals(schema, DossierYaml.Schema, StringComparison.Ordinal))
                {
                    throw InputException.At(
                        $"{file} (schema)",
                        $"'{schema}'",
                        DossierYaml.Schema,
                        "use a program that reads this schema, or convert the file"
                    );
                }

                return r with
                {
                    Id = f.Text("id", r.Id),
                    Title = f.Text("title", r.Title),
                    Language = f.Text("language", r.Language),
                    Recorded = f.Date("recorded", r.Recorded),
                    Licence = f.Text("licence", r.Licence),
                    Note = f.OptionalText("note", r.Note),
                    Holders = f.Records("holders", r.Holders, s_holder),
                    Entities = f.Records("entities", r.Entities, s_entity),
                    Sources = f.Records("sources", r.Sources, s_source),
                    Items = f.Records("items", r.Items, s_item),
                    Quotes = f.Records("quotes", r.Quotes, s_quote),
                    Propositions = f.Records("propositions", r.Propositions, s_proposition),
                    Facts = f.Records("facts", r.Facts, s_fact),
                    Readings = f.Records("readings", r.Readings, s_reading),
                    Evidence = f.Records("evidence", r.Evidence, s_evidence),
                    Claims = f.Records("claims", r.Claims, s_claim),
                    Answers = f.Records("answers", r.Answers, s_answer),
                    StatusEvents = f.Records("status_events", r.StatusEvents, s_statusEvent),
                    Tensions = f.Records("tensions", r.Tensions, s_tension),
                    Timeline = f.Records("timeline", r.Timeline, s_event),
                    Questions = f.Records("open_questions", r.Questions, s_question),
                    Predictions = f.Records("predictions", r.Predictions, s_prediction),
                    Topics = f.Records("topics", r.Topics, s_topic),
                    WikiPages = f.Records("wiki_pages", r.WikiPages, s_wikiPage),
                    Conflicts = f.Records("conflicts", r.Conflicts, s_conflict),
                };
            },
            Key: null
        );
}
