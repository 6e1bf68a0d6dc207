namespace Tare.Catalogue;

/// <summary>One row of a multiverse's table.</summary>
/// <param name="Index">Place in the grid.</param>
/// <param name="Months">Months behind, or <see langword="null"/>.</param>
/// <param name="Lower">Lower bound, or <see langword="null"/>.</param>
/// <param name="Upper">Upper bound, or <see langword="null"/>.</param>
/// <param name="Caught">Terms with a counterpart.</param>
/// <param name="Censored">Terms without.</param>
/// <param name="Reason">Why there are no months, or <see langword="null"/>.</param>
public sealed record SpecificationRow(int Index, double? Months, double? Lower, double? Upper, int Caught, int Censored, string? Reason);
