namespace Tare.Records;

/// <summary>A probability that somebody stated for a prediction.</summary>
/// <param name="By">The holder who stated it.</param>
/// <param name="At">When.</param>
/// <param name="Probability">In [0, 1].</param>
/// <param name="Source">The publication that says so, or <see langword="null"/>.</param>
public sealed record Forecast(string By, PartialDate At, double Probability, string? Source = null);
