using Tare.Records;

namespace Tare.Catalogue.Dossiers;

/// <content>Predictions.</content>
internal static partial class DossierTables
{
    private static readonly RecordTable<ExpectedGap> s_gap = new(
        new ExpectedGap("", 0),
        (f, r) => new(f.Text("label", r.Label), f.Number("value", r.Value)),
        Key: null
    );

    private static readonly RecordTable<PredictionCriteria> s_criteria = new(
        new PredictionCriteria
        {
            Falsifier = "",
            Metric = "",
            JudgeRule = "",
        },
        (f, r) =>
            r with
            {
                Falsifier = f.Text("falsifier", r.Falsifier),
                Observable = f.OptionalText("observable", r.Observable),
                TrueWhen = f.OptionalRecord("true_when", r.TrueWhen, s_predicate),
                Metric = f.Text("metric", r.Metric),
                JudgeRule = f.Text("judge_rule", r.JudgeRule),
                Origin = f.Choice("origin", r.Origin),
            },
        Key: null
    );

    private static readonly RecordTable<Expectation> s_expectation = new(
        new Expectation { Text = "" },
        (f, r) =>
            r with
            {
                Text = f.Text("text", r.Text),
                Direction = f.DefaultedChoice("direction", r.Direction),
                Low = f.OptionalNumber("low", r.Low),
                High = f.OptionalNumber("high", r.High),
                Share = f.OptionalNumber("share", r.Share),
                Unit = f.OptionalText("unit", r.Unit),
                Of = f.Records("of", r.Of, s_gap),
            },
        Key: null
    );

    private static readonly RecordTable<Forecast> s_forecast = new(
        new Forecast("", PartialDate.Unknown, 0),
        (f, r) => new(f.Text("by", r.By), f.Date("at", r.At), f.Number("probability", r.Probability), f.OptionalText("source", r.Source)),
        Key: null
    );

    private static readonly RecordTable<Resolution> s_resolution = new(
        new Resolution
        {
            Outcome = default,
            At = PartialDate.Unknown,
            Note = "",
        },
        (f, r) =>
            r with
            {
                Outcome = f.Choice("outcome", r.Outcome),
                At = f.Date("at", r.At),
                Evidence = f.Texts("evidence", r.Evidence),
                Note = f.Text("note", r.Note),
            },
        Key: null
    );

    private static readonly RecordTable<Prediction> s_prediction = new(
        new Prediction
        {
            Id = "",
            Statement = "",
            Issuer = "",
            Issued = default,
            Deadline = default,
            Criteria = s_criteria.Blank,
            Expectation = s_expectation.Blank,
            Source = "",
        },
        (f, r) =>
            r with
            {
                Id = f.Text("id", r.Id),
                Statement = f.Text("statement", r.Statement),
                Issuer = f.Text("issuer", r.Issuer),
                Source = f.Text("source", r.Source),
                Issued = f.Day("issued", r.Issued),
                WindowDays = f.OptionalInteger("window_days", r.WindowDays),
                Deadline = f.Day("deadline", r.Deadline),
                Criteria = f.Record("criteria", r.Criteria, s_criteria),
                Expectation = f.Record("expectation", r.Expectation, s_expectation),
                Basis = f.OptionalText("basis", r.Basis),
                Propositions = f.Texts("propositions", r.Propositions),
                Query = f.OptionalRecord("query", r.Query, s_query),
                ReferenceClass = f.OptionalText("reference_class", r.ReferenceClass),
                Forecasts = f.Records("forecasts", r.Forecasts, s_forecast),
                Resolution = f.OptionalRecord("resolution", r.Resolution, s_resolution),
                Replaces = f.OptionalText("replaces", r.Replaces),
                Frozen = f.OptionalText("frozen", r.Frozen),
                Note = f.OptionalText("note", r.Note),
                Recorded = f.OptionalDate("recorded", r.Recorded),
            }
    );
}
