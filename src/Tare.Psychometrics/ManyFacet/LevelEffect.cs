namespace Tare.Psychometrics;

/// <summary>The shrunken effect of one level of a term, logits.</summary>
/// <param name="Level">Names of the level, in the order of <see cref="FacetTerm.Columns"/>.</param>
/// <param name="Value">Posterior mean, or the mode given the estimated standard deviations.</param>
/// <param name="StandardError">Posterior standard deviation, or the conditional one given the estimated standard deviations.</param>
/// <param name="Lower">Lower end of the interval at the calibration's level.</param>
/// <param name="Upper">Upper end of the interval.</param>
public sealed record LevelEffect(IReadOnlyList<string> Level, double Value, double StandardError, double Lower, double Upper);
