namespace Tare.Analysis;

/// <summary>One date on a <see cref="TrendLine"/>.</summary>
/// <param name="Date">The date.</param>
/// <param name="Value">The line, points.</param>
/// <param name="Lower">Lower edge of the simultaneous 95 % band for the whole line.</param>
/// <param name="Upper">Upper edge of the band.</param>
public sealed record TrendPoint(DateOnly Date, double Value, double? Lower, double? Upper);
