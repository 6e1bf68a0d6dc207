namespace Tare.Costs;

/// <summary>A number of members, not necessarily whole, within bounds; <see langword="null"/> means that no number suffices.</summary>
/// <param name="Lower">Least number.</param>
/// <param name="Central">Number at the inputs' central values.</param>
/// <param name="Upper">Greatest number.</param>
public sealed record MemberRange(double? Lower, double? Central, double? Upper);
