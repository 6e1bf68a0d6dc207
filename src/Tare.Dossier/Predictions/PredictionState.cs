using Tare.Records;

namespace Tare.Dossier;

/// <summary>Where a prediction stands at an instant.</summary>
/// <param name="Prediction">The prediction.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Because">Why, in a sentence.</param>
/// <param name="ExpiresAt">The instant at which it expires, 00:00 UTC of the deadline.</param>
/// <param name="ResolvedLate">Whether it was judged after it had expired.</param>
/// <param name="Scores">The scores of the stated probabilities, by time; empty where none was stated or nothing is resolved.</param>
/// <param name="BaseRate">How other predictions of its class fared, or <see langword="null"/> where it has no class.</param>
public sealed record PredictionState(
    Prediction Prediction,
    PredictionStatus Status,
    string Because,
    DateTimeOffset ExpiresAt,
    bool ResolvedLate,
    ValueList<ForecastScore> Scores,
    BaseRate? BaseRate
)
{
    /// <summary>The last score of each forecaster, by name: the forecast that stood when the prediction expired or was judged.</summary>
    public IReadOnlyList<ForecastScore> FinalScores =>
        [
            .. Scores
                .GroupBy(s => s.Forecast.By, StringComparer.Ordinal)
                .Select(g => g.Last())
                .OrderBy(s => s.Forecast.By, StringComparer.Ordinal),
        ];

    /// <summary>Where every prediction of a dossier stands, in its order.</summary>
    /// <param name="dossier">The dossier.</param>
    /// <param name="asOf">The instant. Judgements and forecasts after it do not count, and predictions issued after it are left out.</param>
    public static IReadOnlyList<PredictionState> All(DossierRecord dossier, DateTimeOffset asOf)
    {
        ArgumentNullException.ThrowIfNull(dossier);
        var issued = dossier.Predictions.Where(p => StartOf(p.Issued) <= asOf).ToList();
        var replaced = issued.Where(p => p.Replaces is not null).ToLookup(p => p.Replaces!, StringComparer.Ordinal);
        var statuses = issued.Select(p => (Prediction: p, Standing: Judge(p, replaced[p.Id].FirstOrDefault(), asOf))).ToList();
        var classes = statuses
            .Where(s => s.Prediction.ReferenceClass is not null)
            .ToLookup(s => s.Prediction.ReferenceClass!, StringComparer.Ordinal);
        return [.. statuses.Select(s => State(s.Prediction, s.Standing, asOf, Rate(s.Prediction, classes)))];
    }

    internal static DateTimeOffset StartOf(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);

    private static BaseRate? Rate(
        Prediction p,
        ILookup<string, (Prediction Prediction, (PredictionStatus Status, string) Standing)> classes
    ) =>
        p.ReferenceClass is { } name
            ? BaseRate.Of(name, [.. classes[name].Where(o => !ReferenceEquals(o.Prediction, p)).Select(o => o.Standing.Status)])
            : null;

    private static (PredictionStatus Status, string Because) Judge(Prediction p, Prediction? replacement, DateTimeOffset asOf)
    {
        if (p.Resolution is { } judged && judged.At.IsBy(asOf))
        {
            return (StatusOf(judged.Outcome), judged.Note);
        }

        if (replacement is not null)
        {
            return (PredictionStatus.Void, $"Replaced by '{replacement.Statement}' ({replacement.Id}) before any forecast.");
        }

        return asOf >= StartOf(p.Deadline)
            ? (PredictionStatus.ExpiredUnresolved, $"The deadline {p.Deadline:yyyy-MM-dd} passed without a judgement.")
            : (PredictionStatus.Open, $"Open until {p.Deadline:yyyy-MM-dd}, 00:00 UTC.");
    }

    private static PredictionStatus StatusOf(PredictionOutcome outcome) =>
        outcome switch
        {
            PredictionOutcome.True => PredictionStatus.True,
            PredictionOutcome.False => PredictionStatus.False,
            PredictionOutcome.Void => PredictionStatus.Void,
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    private static PredictionState State(
        Prediction p,
        (PredictionStatus Status, string Because) standing,
        DateTimeOffset asOf,
        BaseRate? rate
    )
    {
        var expires = StartOf(p.Deadline);
        var judged = p.Resolution is { } r && r.At.IsBy(asOf) ? r.At.Earliest : null;
        var late = judged >= expires;
        var end = judged < expires ? judged.Value : expires;
        ValueList<ForecastScore> scores = standing.Status is PredictionStatus.True or PredictionStatus.False
            ?
            [
                .. p
                    .Forecasts.Where(f => f.At.Earliest is { } at && at < end)
                    .OrderBy(f => f.At.Earliest)
                    .Select(f => ForecastScore.Of(f, standing.Status == PredictionStatus.True ? Answered.Yes : Answered.No)),
            ]
            : [];
        return new PredictionState(p, standing.Status, standing.Because, expires, late, scores, rate);
    }
}
