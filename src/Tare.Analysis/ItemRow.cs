namespace Tare.Analysis;

/// <summary>One benchmark's parameters on the scale of a fit.</summary>
/// <param name="Id">Identifier of the benchmark.</param>
/// <param name="Name">Name of the benchmark.</param>
/// <param name="Difficulty">Difficulty in points of the scale: the ability that scores one half.</param>
/// <param name="Discrimination">Discrimination per point of the scale.</param>
/// <param name="Observations">Scores of this benchmark in the fit.</param>
public sealed record ItemRow(string Id, string Name, double Difficulty, double Discrimination, int Observations)
{
    /// <summary>Difficulty in logits of the calibration.</summary>
    public required double RawDifficulty { get; init; }

    /// <summary>Discrimination per logit of the calibration.</summary>
    public required double RawDiscrimination { get; init; }

    /// <summary>Domain, or <see langword="null"/> where none is assigned.</summary>
    public string? Domain { get; init; }
}
