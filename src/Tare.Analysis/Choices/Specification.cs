using Tare.Records;

namespace Tare.Analysis;

/// <summary>One combination of a grid: one methodology, or the reason why the combination is none.</summary>
/// <param name="Index">Place in the grid, the last choice running fastest.</param>
/// <param name="Methodology">The methodology; <see langword="null"/> where its fields contradict each other.</param>
/// <param name="Reason">The contradiction; else <see langword="null"/>.</param>
public sealed record Specification(int Index, Methodology? Methodology, string? Reason);
