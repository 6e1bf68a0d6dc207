namespace Tare.Catalogue.Dossiers;

/// <summary>How one type of record stands in a file.</summary>
/// <param name="Blank">Makes a record to fill when reading.</param>
/// <param name="Exchange">The fields in the order in which they are written.</param>
/// <param name="Key">The field that names an entry in addresses, or <see langword="null"/>.</param>
internal sealed record RecordTable<T>(Func<T> Blank, Func<FieldExchange, T, T> Exchange, string? Key = "id");
