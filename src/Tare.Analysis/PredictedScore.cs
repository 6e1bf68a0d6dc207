namespace Tare.Analysis;

/// <summary>A predicted score beside the observed one.</summary>
/// <param name="Id">Identifier of the benchmark.</param>
/// <param name="Name">Name of the benchmark.</param>
/// <param name="Predicted">Expected share at the estimate, in [0, 1].</param>
/// <param name="Observed">The score, a share as given; <see langword="null"/> where it was not run.</param>
public sealed record PredictedScore(string Id, string Name, double Predicted, double? Observed);
