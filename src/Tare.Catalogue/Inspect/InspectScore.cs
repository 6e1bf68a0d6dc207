namespace Tare.Catalogue;

/// <summary>What a log states of one scorer.</summary>
/// <param name="Name">The scorer.</param>
/// <param name="Metrics">Its metrics by name, for example <c>accuracy</c> and <c>stderr</c>; a metric that is no number is left out.</param>
/// <param name="Scored">Samples with a score, or <see langword="null"/> where the log does not say.</param>
/// <param name="Unscored">Samples without, or <see langword="null"/> where the log does not say.</param>
public sealed record InspectScore(string Name, IReadOnlyDictionary<string, double> Metrics, int? Scored, int? Unscored)
{
    /// <summary>The share that the log states: its accuracy, else its mean; <see langword="null"/> where it states neither.</summary>
    public double? Share =>
        Metrics.TryGetValue("accuracy", out var a) ? a
        : Metrics.TryGetValue("mean", out var m) ? m
        : null;

    /// <summary>The standard error that the log states, or <see langword="null"/>.</summary>
    public double? StandardError => Metrics.TryGetValue("stderr", out var e) ? e : null;
}
