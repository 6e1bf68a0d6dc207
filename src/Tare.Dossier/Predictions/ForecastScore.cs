using Tare.Records;

namespace Tare.Dossier;

/// <summary>The proper scores of one stated probability, once the outcome is known.</summary>
/// <param name="Forecast">The forecast.</param>
/// <param name="Brier">(p - outcome)², in [0, 1]; 0 is best, 0.25 is what 0.5 always gets.</param>
/// <param name="LogLoss">-ln of the probability given to what happened, nats; <see langword="null"/> where it is infinite: certainty, and wrong.</param>
public sealed record ForecastScore(Forecast Forecast, double Brier, double? LogLoss)
{
    /// <summary>The scores of a forecast.</summary>
    /// <param name="forecast">The forecast.</param>
    /// <param name="cameTrue">Whether the prediction came true.</param>
    public static ForecastScore Of(Forecast forecast, Answered cameTrue)
    {
        ArgumentNullException.ThrowIfNull(forecast);
        if (cameTrue == Answered.Unknown)
        {
            throw new ArgumentOutOfRangeException(nameof(cameTrue), cameTrue, "A forecast has a score only once the outcome is known.");
        }

        var outcome = cameTrue == Answered.Yes ? 1.0 : 0.0;
        var given = cameTrue == Answered.Yes ? forecast.Probability : 1 - forecast.Probability;
        var miss = forecast.Probability - outcome;
        return new ForecastScore(forecast, miss * miss, given > 0 ? -Math.Log(given) : null);
    }
}
