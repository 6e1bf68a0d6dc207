namespace Tare.Psychometrics;

/// <summary>How well a person's answers follow the model.</summary>
/// <param name="Id">Identifier of the person.</param>
/// <param name="Ability">Weighted-likelihood estimate (Warm 1989), logits: what the statistics are computed at.</param>
/// <param name="Answers">Answers to calibrated items.</param>
/// <param name="Infit">Information-weighted mean square.</param>
/// <param name="Outfit">Unweighted mean square.</param>
/// <param name="LzStar">
/// Standardised log-likelihood, corrected for the estimated ability (Snijders 2001): about standard normal under the model. Very negative: easy
/// items failed and hard ones solved. Very positive: more regular than chance allows.
/// </param>
/// <param name="Reason">Why there is no statistic; <see langword="null"/> where there is one.</param>
public sealed record PersonFit(
    string Id,
    Estimate Ability,
    double Answers,
    MeanSquare? Infit,
    MeanSquare? Outfit,
    double? LzStar,
    string? Reason
);
