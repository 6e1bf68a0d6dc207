namespace Tare.Records;

/// <summary>Somebody who holds claims.</summary>
public sealed record Holder : IDossierEntry
{
    /// <inheritdoc/>
    public required string Id { get; init; }

    /// <summary>Name.</summary>
    public required string Name { get; init; }

    /// <summary>Who it is.</summary>
    public HolderKind Kind { get; init; }

    /// <summary>The organisation a person belongs to, or <see langword="null"/>.</summary>
    public string? Org { get; init; }

    /// <inheritdoc/>
    public PartialDate? Recorded { get; init; }
}
