using Tare.Records;

namespace Tare.Dossier;

/// <summary>How often predictions of one kind came true.</summary>
/// <param name="Class">The kind.</param>
/// <param name="CameTrue">How many came true.</param>
/// <param name="Resolved">How many were judged true or false.</param>
/// <param name="Unresolved">How many are open, expired or void, and say nothing.</param>
/// <param name="Share">Came true of resolved, in [0, 1]; <see langword="null"/> where none was resolved: unknown, not zero.</param>
/// <param name="Interval">Wilson's interval of the share, or <see langword="null"/>.</param>
public sealed record BaseRate(string Class, int CameTrue, int Resolved, int Unresolved, double? Share, Interval? Interval)
{
    private const double Level = 0.9;

    // Quantile of the standard normal distribution at 0.95.
    private const double Quantile = 1.6448536269514722;

    /// <summary>The base rate over other predictions of the same class.</summary>
    /// <remarks>Wilson (1927): centre (k + z²/2)/(n + z²), half-width z sqrt(k (n - k)/n + z²/4)/(n + z²).</remarks>
    /// <param name="name">The class.</param>
    /// <param name="others">Where the other predictions of that class stand.</param>
    public static BaseRate Of(string name, IReadOnlyCollection<PredictionStatus> others)
    {
        ArgumentNullException.ThrowIfNull(others);
        var cameTrue = others.Count(s => s == PredictionStatus.True);
        var resolved = cameTrue + others.Count(s => s == PredictionStatus.False);
        if (resolved == 0)
        {
            return new BaseRate(name, 0, 0, others.Count, null, null);
        }

        double n = resolved;
        var squared = Quantile * Quantile;
        var centre = (cameTrue + (squared / 2)) / (n + squared);
        var half = Quantile * Math.Sqrt((cameTrue * (n - cameTrue) / n) + (squared / 4)) / (n + squared);
        var interval = new Interval(
            Math.Max(0, centre - half),
            Math.Min(1, centre + half),
            Level,
            "binomial sampling of resolved predictions"
        );
        return new BaseRate(name, cameTrue, resolved, others.Count - resolved, cameTrue / n, interval);
    }
}
