namespace Tare.Psychometrics;

/// <summary>Test information at one ability: every calibrated item tried once.</summary>
/// <param name="Ability">θ, logits.</param>
/// <param name="Information">Fisher information, per squared logit.</param>
/// <param name="StandardError">1 / √information, logits; <see langword="null"/> where no item informs.</param>
public sealed record InformationPoint(double Ability, double Information, double? StandardError);
