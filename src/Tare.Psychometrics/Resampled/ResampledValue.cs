namespace Tare.Psychometrics;

/// <summary>Spread of one estimate over refits.</summary>
/// <param name="Id">Identifier of the person or item.</param>
/// <param name="StandardError">Standard deviation over the draws in which it was identified; <see langword="null"/> below 20 of them.</param>
/// <param name="Lower">Lower end of the percentile interval; <see langword="null"/> likewise.</param>
/// <param name="Upper">Upper end.</param>
/// <param name="Draws">In how many draws it was identified.</param>
public sealed record ResampledValue(string Id, double? StandardError, double? Lower, double? Upper, int Draws);
