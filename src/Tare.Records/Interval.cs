namespace Tare.Records;

/// <summary>An interval that says what it is: its bounds, its level and what it contains.</summary>
/// <param name="Lower">Lower bound, in the unit of the estimate.</param>
/// <param name="Upper">Upper bound, in the unit of the estimate.</param>
/// <param name="Level">Nominal probability, in (0, 1).</param>
/// <param name="Contains">The sources of uncertainty inside, in words: for example "response and benchmark sampling within a model".</param>
public sealed record Interval(double Lower, double Upper, double Level, string Contains);
