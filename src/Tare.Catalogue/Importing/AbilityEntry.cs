namespace Tare.Catalogue;

/// <summary>One row of a table of published abilities.</summary>
/// <param name="Id">The curated model of the name, else an identifier made from the name.</param>
/// <param name="Name">The name in the table.</param>
/// <param name="Value">Ability in points of the table's scale.</param>
/// <param name="Lower">Lower bound; <see langword="null"/> together with <paramref name="Upper"/> for a value fixed by definition.</param>
/// <param name="Upper">Upper bound.</param>
/// <param name="ReleaseDate">Release date, or <see langword="null"/> where the table gives none.</param>
/// <param name="Group">Group, or <see langword="null"/> where the table gives none: such a model is in neither group.</param>
public sealed record AbilityEntry(string Id, string Name, double Value, double? Lower, double? Upper, DateOnly? ReleaseDate, string? Group);
