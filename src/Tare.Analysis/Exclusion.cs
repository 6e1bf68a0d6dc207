namespace Tare.Analysis;

/// <summary>Something that a methodology left out or changed on the way from evidence to responses. Nothing is left out without one.</summary>
/// <param name="What">What kind of thing, for example <c>models with fewer than 4 benchmarks</c>.</param>
/// <param name="Count">How many.</param>
/// <param name="Examples">The first few, by name.</param>
public sealed record Exclusion(string What, int Count, IReadOnlyList<string> Examples);
