namespace Tare.Psychometrics;

/// <summary>Two items whose residuals go together.</summary>
/// <param name="First">One item.</param>
/// <param name="Second">The other.</param>
/// <param name="Q3">Correlation of their residuals.</param>
/// <param name="Persons">Persons who answered both.</param>
/// <param name="P">
/// Probability of so large a correlation, either way, where only the expected one holds: normal for Fisher's z, times the pairs compared
/// (Bonferroni), at most 1.
/// </param>
public sealed record ItemPair(string First, string Second, double Q3, double Persons, double P);
