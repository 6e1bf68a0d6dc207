namespace Tare.Psychometrics;

/// <summary>A score on a whole benchmark of which a part was run.</summary>
/// <param name="Variant">Where the rest comes from.</param>
/// <param name="Score">
/// The share, in [0, 1], and its standard error as a prediction of what a run of the whole benchmark would have given; or why there is none.
/// </param>
public sealed record ImputedScore(ImputationVariant Variant, Estimate Score)
{
    /// <summary>Lower bound of the prediction; <see langword="null"/> where there is no score. Never below the score with every other item wrong.</summary>
    public double? Lower { get; init; }

    /// <summary>Upper bound of the prediction. Never above the score with every other item right.</summary>
    public double? Upper { get; init; }

    /// <summary>θ, logits, with its standard error given the items; <see langword="null"/> for the plain mean.</summary>
    public Estimate? Ability { get; init; }

    /// <summary>What the standard error contains; <see langword="null"/> where there is no score.</summary>
    public ImputationVariance? Variance { get; init; }

    /// <summary>Mean-square infit of the responses behind the ability, expected 1; <see langword="null"/> for the plain mean. Wright and Masters (1982), section 5.</summary>
    public double? Infit { get; init; }
}
