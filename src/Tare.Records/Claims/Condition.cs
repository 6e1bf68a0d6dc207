namespace Tare.Records;

/// <summary>One circumstance under which something was measured or is said to hold.</summary>
/// <param name="Factor">Which circumstance: <c>model</c>, <c>harness</c>, <c>budget</c>, <c>n</c>, <c>benchmarks</c>, ...</param>
/// <param name="Value">Its value, in words that are the same wherever the circumstance is the same.</param>
public sealed record Condition(string Factor, string Value);
