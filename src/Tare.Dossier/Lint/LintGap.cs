namespace Tare.Dossier;

/// <summary>Something a rule could not judge.</summary>
/// <param name="Rule">Identifier of the rule.</param>
/// <param name="Address">What it is about.</param>
/// <param name="Reason">Why, and what would let the rule judge it.</param>
public sealed record LintGap(string Rule, string Address, string Reason);
