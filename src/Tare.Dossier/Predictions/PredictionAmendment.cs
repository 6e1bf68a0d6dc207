using System.Globalization;
using Tare.Records;

namespace Tare.Dossier;

/// <summary>Changing the terms of a prediction: by a new one, and only while nobody has forecast.</summary>
public static class PredictionAmendment
{
    /// <summary>The new prediction that replaces an old one.</summary>
    /// <param name="old">The prediction whose terms change.</param>
    /// <param name="amended">The new terms, with an identifier of their own.</param>
    /// <exception cref="InputException">Somebody has forecast on the old terms, the old prediction was judged, or the identifier is the old one.</exception>
    public static Prediction Of(Prediction old, Prediction amended)
    {
        ArgumentNullException.ThrowIfNull(old);
        ArgumentNullException.ThrowIfNull(amended);
        var place = $"predictions/{old.Id}";
        if (FirstForecastBy(old, DateOnly.MaxValue) is { } first)
        {
            throw InputException.At(
                place,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"amended after its first forecast ({first.By}, {first.At}, probability {first.Probability})"
                ),
                "an amendment before the first forecast",
                "let it run to its end, and issue the new terms as another prediction"
            );
        }

        if (old.Resolution is { } resolution)
        {
            throw InputException.At(
                place,
                $"judged {KebabCase.Of(resolution.Outcome)} at {resolution.At}",
                "an open prediction",
                "issue the new terms as another prediction"
            );
        }

        if (string.Equals(old.Id, amended.Id, StringComparison.Ordinal) || amended.Issued < old.Issued)
        {
            throw InputException.At(
                place,
                $"amended in place, as '{amended.Id}' of {amended.Issued:yyyy-MM-dd}",
                $"a new identifier, and an issue from {old.Issued:yyyy-MM-dd} on",
                "give the new terms an identifier of their own; the old prediction turns void"
            );
        }

        return amended with
        {
            Replaces = old.Id,
            Forecasts = [],
            Resolution = null,
            Frozen = PredictionDigest.Of(amended),
        };
    }

    internal static Forecast? FirstForecastBy(Prediction prediction, DateOnly day) =>
        prediction
            .Forecasts.Where(f => f.At.Earliest is not { } at || DateOnly.FromDateTime(at.UtcDateTime) <= day)
            .OrderBy(f => f.At.Earliest ?? DateTimeOffset.MinValue)
            .FirstOrDefault();
}
