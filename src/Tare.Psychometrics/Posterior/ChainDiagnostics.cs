namespace Tare.Psychometrics;

/// <summary>How well several chains agree on one quantity.</summary>
/// <param name="RHat">Rank-normalised split R-hat, the larger of bulk and folded; 1 when the chains agree.</param>
/// <param name="BulkEss">Effective number of independent draws for the centre.</param>
/// <param name="TailEss">Effective number of independent draws for the 5% and 95% quantiles, the smaller of both.</param>
/// <remarks>Vehtari, Gelman, Simpson, Carpenter and Bürkner (2021), section 4.</remarks>
public readonly record struct ChainDiagnostics(double RHat, double BulkEss, double TailEss);
