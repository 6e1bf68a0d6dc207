namespace Tare.Psychometrics;

/// <summary>One family against the one that predicts best.</summary>
/// <param name="Prediction">The family.</param>
/// <param name="Difference">Its elpd minus the best one's; 0 for the best; <see langword="null"/> where either is not to be trusted.</param>
/// <param name="StandardError">Of the difference, over persons.</param>
public sealed record FamilyDifference(FamilyPrediction Prediction, double? Difference, double? StandardError);
