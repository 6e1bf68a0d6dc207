namespace Tare.Web;

/// <summary>A variance component on the page of a calibration.</summary>
/// <param name="Term">The term, for example <c>person x harness</c>.</param>
/// <param name="StandardDeviation">Standard deviation of its effects, logits.</param>
/// <param name="Lower">Lower bound of the interval.</param>
/// <param name="Upper">Upper bound of the interval.</param>
public sealed record CalibrationComponent(string Term, double StandardDeviation, double? Lower, double? Upper);
