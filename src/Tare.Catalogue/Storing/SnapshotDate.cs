namespace Tare.Catalogue;

/// <summary>A release date inside a snapshot.</summary>
internal sealed record SnapshotDate(DateOnly Date, string Kind, string Source);
