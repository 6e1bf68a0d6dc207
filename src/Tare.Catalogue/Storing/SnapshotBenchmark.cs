namespace Tare.Catalogue;

/// <summary>A benchmark inside a snapshot, with its check.</summary>
internal sealed record SnapshotBenchmark(
    string Id,
    string Name,
    string Check,
    string? Domain = null,
    string? Visibility = null,
    DateOnly? ReleaseDate = null,
    double? ChanceLevel = null,
    string? SourceId = null
);
