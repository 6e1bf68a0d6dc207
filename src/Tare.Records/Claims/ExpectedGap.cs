namespace Tare.Records;

/// <summary>A known size that an expected change is compared with.</summary>
/// <param name="Label">What it is the size of.</param>
/// <param name="Value">The size, in the unit of the expectation.</param>
public sealed record ExpectedGap(string Label, double Value);
