using Tare.Records;

namespace Tare.Analysis;

/// <summary>What one source of uncertainty alone does to an answer.</summary>
/// <param name="Source">The source; <see langword="null"/> for several at once.</param>
/// <param name="StandardError">Standard deviation over draws, in the unit of the estimand; <see langword="null"/> where it cannot be computed.</param>
/// <param name="Interval">Percentile interval over the draws, or <see langword="null"/>.</param>
/// <param name="Contains">What varies, with its denominator; or why nothing can.</param>
public sealed record UncertaintyRow(UncertaintySource? Source, double? StandardError, Interval? Interval, string Contains);
