namespace Tare.Records;

/// <summary>Something that claims are about, under all of its names.</summary>
public sealed record NamedEntity : IDossierEntry
{
    /// <inheritdoc/>
    public required string Id { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>What it is.</summary>
    public required NamedEntityKind Kind { get; init; }

    /// <summary>Other names.</summary>
    public ValueList<string> Aliases { get; init; } = [];

    /// <summary>Country, ISO 3166 alpha-2, or <see langword="null"/>.</summary>
    public string? Country { get; init; }

    /// <summary>Identifier in the catalogue of models, or <see langword="null"/>.</summary>
    public string? CatalogueId { get; init; }

    /// <inheritdoc/>
    public PartialDate? Recorded { get; init; }
}
