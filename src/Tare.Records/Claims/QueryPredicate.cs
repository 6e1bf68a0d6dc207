namespace Tare.Records;

/// <summary>What the answer of a query must satisfy for the claim to hold.</summary>
/// <param name="Comparison">How it is compared.</param>
/// <param name="Lower">Lower bound, where the comparison has one.</param>
/// <param name="Upper">Upper bound, where the comparison has one.</param>
public sealed record QueryPredicate(QueryComparison Comparison, double? Lower = null, double? Upper = null);
