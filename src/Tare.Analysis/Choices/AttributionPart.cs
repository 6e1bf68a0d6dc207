namespace Tare.Analysis;

/// <summary>One choice's share of a difference. Choices that cannot be told apart share one part.</summary>
/// <param name="Choices">The choice, or the choices whose separate shares were refused.</param>
/// <param name="From">What the first methodology chose.</param>
/// <param name="To">What the second chose.</param>
/// <param name="Value">Its Shapley value, in the unit of the estimand; exactly 0 where both chose the same or where it cannot enter the estimand.</param>
/// <param name="Alone">What exchanging this choice alone does to the first methodology's answer.</param>
public sealed record AttributionPart(IReadOnlyList<MethodChoice> Choices, string From, string To, double Value, double Alone);
