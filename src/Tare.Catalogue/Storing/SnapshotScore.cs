namespace Tare.Catalogue;

/// <summary>A score inside a snapshot, with its check.</summary>
internal sealed record SnapshotScore(
    string Model,
    string Benchmark,
    double Value,
    string Harness,
    string Check,
    double? StandardError = null,
    string? Note = null
);
