namespace Tare.Catalogue;

/// <summary>A score of the one model that is to be placed.</summary>
/// <param name="BenchmarkId">Identifier of the benchmark in the evidence.</param>
/// <param name="Value">Share right after chance correction, in [0, 1].</param>
public sealed record PlacementScore(string BenchmarkId, double Value);
