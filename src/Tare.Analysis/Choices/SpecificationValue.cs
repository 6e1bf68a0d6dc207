using Tare.Records;

namespace Tare.Analysis;

/// <summary>What a methodology answers, or why it has no answer.</summary>
/// <param name="Value">The estimand; <see langword="null"/> where there is none.</param>
/// <param name="Interval">Interval over draws, or <see langword="null"/>.</param>
/// <param name="Caught">Terms of a mean lag that have a counterpart.</param>
/// <param name="Censored">Terms without one.</param>
/// <param name="Reason">Why there is no value, in one line; else <see langword="null"/>.</param>
public sealed record SpecificationValue(double? Value, Interval? Interval, int Caught, int Censored, string? Reason);
