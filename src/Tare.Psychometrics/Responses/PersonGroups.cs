namespace Tare.Psychometrics;

/// <summary>What else is known about persons: columns of groups, from a table with one row a person.</summary>
public sealed class PersonGroups
{
    private PersonGroups(IReadOnlyList<string> columns, IReadOnlyDictionary<string, IReadOnlyList<string>> levels)
    {
        Columns = columns;
        Levels = levels;
    }

    /// <summary>Names of the columns beside the person.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>Each person's level in each column, in the order of <see cref="Columns"/>.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Levels { get; }

    /// <summary>Reads a table: CSV with a header that names <c>person</c> and at least one more column.</summary>
    /// <param name="reader">The text; read to its end, not closed.</param>
    /// <param name="name">What messages call the text.</param>
    /// <exception cref="ResponseFormatException">The text cannot be read; the message says where and why.</exception>
    public static PersonGroups Read(TextReader reader, string name)
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentException.ThrowIfNullOrEmpty(name);
        var records = new SeparatedRecords(reader, name);
        var header = records.Next() ? Row(records) : [];
        var person = Array.IndexOf(header, "person");
        if (
            person < 0
            || header.Length < 2
            || header.Any(h => h.Length == 0)
            || header.Distinct(StringComparer.Ordinal).Count() < header.Length
        )
        {
            throw ResponseFormatException.At(
                $"{name}, line 1",
                $"columns {string.Join(", ", header)}",
                "distinct names: person and at least one column of groups",
                "write a header, for example person,harness"
            );
        }

        var levels = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        while (records.Next())
        {
            var row = Row(records);
            if (row.Length != header.Length || row.Any(cell => cell.Length == 0))
            {
                throw ResponseFormatException.At(
                    $"{name}, line {records.Line}",
                    string.Join(",", row),
                    $"{header.Length} fields, none empty",
                    "fill it, for example with 'unknown'"
                );
            }

            if (!levels.TryAdd(row[person], [.. row.Where((_, k) => k != person)]))
            {
                throw ResponseFormatException.At(
                    $"{name}, line {records.Line}",
                    $"person '{row[person]}' for the second time",
                    "one row a person",
                    "remove one of the rows"
                );
            }
        }

        return new PersonGroups([.. header.Where((_, k) => k != person)], levels);
    }

    private static string[] Row(SeparatedRecords records) =>
        [.. Enumerable.Range(0, records.FieldCount).Select(k => records[k].Trim().ToString())];
}
