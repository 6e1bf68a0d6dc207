namespace Tare.Psychometrics;

/// <summary>How far <see cref="DimensionalCalibration"/> is.</summary>
/// <param name="Step">What is done: <c>fitting</c>, counted in cycles, or <c>standard errors</c>, in parameters.</param>
/// <param name="Done">How many are finished.</param>
/// <param name="AtMost">How many there are; a fit that converges needs fewer.</param>
public readonly record struct DimensionProgress(string Step, int Done, int AtMost);
