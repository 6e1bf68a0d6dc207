namespace Tare.Analysis;

/// <summary>What one choice of a grid does to the answer.</summary>
/// <param name="Name">The choice.</param>
/// <param name="VarianceShare">
/// Share of the variance over specifications that the means of its alternatives explain, in [0, 1]: the first-order index of Sobol' (1993).
/// What choices do together is in none of them.
/// </param>
/// <param name="Alternatives">Its alternatives.</param>
public sealed record ChoiceRow(string Name, double VarianceShare, IReadOnlyList<AlternativeRow> Alternatives);
