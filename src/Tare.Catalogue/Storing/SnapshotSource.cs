namespace Tare.Catalogue;

/// <summary>A source inside a snapshot.</summary>
internal sealed record SnapshotSource(
    string Id,
    string Title,
    string Publisher,
    string Licence,
    string? Url = null,
    DateOnly? Date = null,
    string? DateNote = null
);
