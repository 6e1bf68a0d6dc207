namespace Tare.Dossier;

/// <summary>What this program's own figures say of a claim.</summary>
/// <param name="Claim">Identifier of the claim.</param>
/// <param name="Verdict">Whether it holds.</param>
/// <param name="PointHolds">Whether the figure alone, without its interval, would satisfy it; <see langword="null"/> without a figure.</param>
/// <param name="Because">In a sentence.</param>
/// <param name="Answer">The answer that it rests on.</param>
public sealed record ClaimVerdict(string Claim, Verdict Verdict, bool? PointHolds, string Because, QueryAnswer Answer);
