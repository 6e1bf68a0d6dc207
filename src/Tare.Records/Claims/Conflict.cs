namespace Tare.Records;

/// <summary>Sources that disagree about one fact; all values stay.</summary>
public sealed record Conflict : IDossierEntry
{
    /// <inheritdoc/>
    public required string Id { get; init; }

    /// <summary>What it is about.</summary>
    public required string Subject { get; init; }

    /// <summary>Which fact.</summary>
    public required string Field { get; init; }

    /// <summary>The values.</summary>
    public required ValueList<ConflictValue> Values { get; init; }

    /// <summary>The value in force and why, or <see langword="null"/> while it is open.</summary>
    public string? Resolution { get; init; }

    /// <summary>Who resolved it, or <see langword="null"/>.</summary>
    public string? ResolvedBy { get; init; }

    /// <inheritdoc/>
    public PartialDate? Recorded { get; init; }
}
