namespace Tare.Catalogue;

/// <summary>A model inside a snapshot, with its check.</summary>
internal sealed record SnapshotModel(
    string Id,
    string Name,
    string Weights,
    string Terms,
    IReadOnlyList<SnapshotDate> ReleaseDates,
    string Check,
    string? Developer = null,
    string? Country = null,
    string? OverrideReason = null
);
