namespace Tare.Catalogue;

/// <summary>One line of the difference between the catalogue and an update.</summary>
/// <param name="ReleaseId">Identifier of the release.</param>
/// <param name="What">The fact, or <c>price, PROVIDER</c>.</param>
/// <param name="Kind">What the update means for it.</param>
/// <param name="Before">The value in force, or <see langword="null"/> where none is.</param>
/// <param name="After">The update's value.</param>
public sealed record CatalogueChange(string ReleaseId, string What, CatalogueChangeKind Kind, string? Before, string After);
