namespace Tare.Dossier;

/// <summary>A claim whose verdict changed with the data.</summary>
/// <param name="Claim">Identifier of the claim.</param>
/// <param name="Before">The verdict before, or <see langword="null"/> where it was never asked.</param>
/// <param name="After">The verdict now.</param>
public sealed record VerdictChange(string Claim, ClaimVerdict? Before, ClaimVerdict After);
