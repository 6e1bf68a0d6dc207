namespace Tare.Psychometrics;

/// <summary>How <see cref="JointCalibration"/> fits.</summary>
public sealed record JointOptions
{
    /// <summary><see cref="ResponseModel.Rasch"/>, or <see cref="ResponseModel.TwoParameter"/>, which needs priors.</summary>
    public ResponseModel Model { get; init; } = ResponseModel.Rasch;

    /// <summary>Standard deviation of the normal prior of ln a around 0 in the two-parameter family, positive. Default 0.5.</summary>
    public double LogDiscriminationDeviation { get; init; } = 0.5;

    /// <summary>
    /// Group of each item, by the item's identifier: an ability's sandwich sums its contributions within each group, whose answers then need not
    /// be independent. <see langword="null"/>: every item is its own group.
    /// </summary>
    public IReadOnlyDictionary<string, string>? ItemGroups { get; init; }

    /// <summary>Most sweeps over persons and items.</summary>
    public int MaximumCycles { get; init; } = 500;

    /// <summary>Converged when a sweep changes no parameter by more than this, logits.</summary>
    public double Tolerance { get; init; } = 1e-8;

    /// <summary>
    /// Standard deviation of the normal prior of abilities, logits; <see langword="null"/>: none, weighted joint maximum likelihood. With a prior
    /// abilities are re-standardised to the prior's mean and deviation after the fit, and difficulties with them.
    /// </summary>
    public double? AbilityDeviation { get; init; }

    /// <summary>Standard deviation of the normal prior of difficulties around 0, logits; <see langword="null"/>: none.</summary>
    public double? DifficultyDeviation { get; init; }
}
