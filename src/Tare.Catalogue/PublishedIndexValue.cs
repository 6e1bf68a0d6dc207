namespace Tare.Catalogue;

/// <summary>A value of the Epoch Capabilities Index as Epoch published it, for one version of a model.</summary>
/// <param name="Version">The version as Epoch writes it.</param>
/// <param name="Name">The model that it belongs to, as Epoch writes it.</param>
/// <param name="ModelId">The curated model, or <see langword="null"/> where no name or alias matches: nothing is guessed.</param>
/// <param name="DisplayName">The version's name for readers, or <see langword="null"/>.</param>
/// <param name="Value">Points of the index.</param>
/// <param name="ReleaseDate">Release date of the version, or <see langword="null"/>.</param>
public sealed record PublishedIndexValue(
    string Version,
    string Name,
    string? ModelId,
    string? DisplayName,
    double Value,
    DateOnly? ReleaseDate
);
