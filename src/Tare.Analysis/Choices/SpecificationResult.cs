namespace Tare.Analysis;

/// <summary>What one specification of a grid gives.</summary>
/// <param name="Index">Place in the grid.</param>
/// <param name="Months">Months behind, rounded to 1e-4; <see langword="null"/> where there is none.</param>
/// <param name="Lower">Lower bound, or <see langword="null"/> without draws.</param>
/// <param name="Upper">Upper bound, or <see langword="null"/> without draws.</param>
/// <param name="Caught">Terms of the mean that have a counterpart.</param>
/// <param name="Censored">Terms without one.</param>
/// <param name="Reason">Why there are no months; else <see langword="null"/>.</param>
public sealed record SpecificationResult(int Index, double? Months, double? Lower, double? Upper, int Caught, int Censored, string? Reason);
