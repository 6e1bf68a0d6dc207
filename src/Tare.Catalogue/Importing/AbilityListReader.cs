using System.Globalization;
using Tare.Records;

namespace Tare.Catalogue;

/// <summary>Reads a table <c>name,value,lower,upper,release_date,group</c>: all that a gap needs.</summary>
public static class AbilityListReader
{
    private static readonly string[] s_columns = ["name", "value", "lower", "upper", "release_date", "group"];

    /// <summary>Reads the table.</summary>
    /// <param name="source">The CSV file.</param>
    /// <exception cref="InputException">The table cannot be used.</exception>
    public static AbilityList Read(ImportSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var tally = new Tally();
        var rows = new List<AbilityEntry>();
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        using var table = CsvTable.Open(source.Open(), source.Name, s_columns);
        foreach (var row in table.Rows())
        {
            var entry = ReadRow(row);
            if (!names.TryAdd(entry.Id, row.Where))
            {
                throw InputException.At(
                    $"{row.Where}, column 'name'",
                    $"{Quoted.Text(entry.Name)} is the model '{entry.Id}' of {names[entry.Id]}",
                    "every model once",
                    "remove one of the two rows, or give them names that differ in letters or digits"
                );
            }

            rows.Add(entry);
        }

        if (rows.Count == 0)
        {
            throw InputException.At(
                source.Name,
                "no rows below the header",
                "one row a model",
                "check that the file was written completely"
            );
        }

        foreach (var column in table.Header.Except(s_columns, StringComparer.Ordinal))
        {
            tally.Add("columns", "not used", column);
        }

        return new AbilityList(rows, tally.ToList(), source.Files()[0]);
    }

    private static AbilityEntry ReadRow(CsvRow row)
    {
        var name = row.Text("name");
        var value = row.Number("value");
        var (lower, upper) = (row.OptionalNumber("lower"), row.OptionalNumber("upper"));
        if (lower is null != upper is null)
        {
            throw row.Error(
                lower is null ? "lower" : "upper",
                "both bounds, or neither for a value fixed by definition",
                "fill in the other bound or remove this one"
            );
        }

        if (lower > value || upper < value)
        {
            var text = value.ToString("R", CultureInfo.InvariantCulture);
            var column = lower > value ? "lower" : "upper";
            throw row.Error(column, $"lower <= value <= upper, with the value {text}", "exchange the bounds or correct one of them");
        }

        return new AbilityEntry(
            CuratedData.Names.Model(name) ?? Slug.Of(name),
            name,
            value,
            lower,
            upper,
            row.OptionalDate("release_date"),
            row.Optional("group")
        );
    }
}
