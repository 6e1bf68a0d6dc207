namespace Tare.Psychometrics;

/// <summary>The spread of one random term's effects, logits.</summary>
/// <param name="Term">Name of the term.</param>
/// <param name="StandardDeviation">Posterior median of the standard deviation, or its Laplace estimate; 0 where that lies at zero.</param>
/// <param name="Lower">Lower end of the interval at the calibration's level; <see langword="null"/> where the estimate lies at zero or its curvature gives no interval.</param>
/// <param name="Upper">Upper end; <see langword="null"/> where the estimate lies at zero or its curvature gives no interval.</param>
public sealed record VarianceComponent(string Term, double StandardDeviation, double? Lower, double? Upper);
