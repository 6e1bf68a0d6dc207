namespace Tare.Catalogue.Dossiers;

/// <summary>How one type of record stands in a file.</summary>
/// <param name="Blank">What a reader fills in a copy of.</param>
/// <param name="Exchange">The fields in the order in which they are written.</param>
/// <param name="Key">The field that names an entry in addresses, or <see langword="null"/>.</param>
internal sealed record RecordTable<T>(T Blank, Func<FieldExchange, T, T> Exchange, string? Key = "id");
