namespace Tare.Analysis;

/// <summary>A fit of CAISI's table with some benchmarks left out.</summary>
/// <param name="Label">What was left out.</param>
/// <param name="Dropped">Identifiers of the benchmarks left out; empty for the whole table.</param>
/// <param name="Sigma">Spread of task difficulty, logits.</param>
/// <param name="Differences">Points of each model minus the anchor, by model identifier.</param>
public sealed record DropRow(string Label, IReadOnlyList<string> Dropped, double Sigma, IReadOnlyDictionary<string, double> Differences);
