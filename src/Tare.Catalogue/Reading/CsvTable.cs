using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using Tare.Records;

namespace Tare.Catalogue;

/// <summary>A CSV file with a header, read row by row, every complaint with file, line and column.</summary>
internal sealed class CsvTable : IDisposable
{
    /// <summary>Longest field that is read, in characters.</summary>
    public const int MaximumField = 1 << 20;

    private readonly CheckedTextReader _text;
    private readonly CsvParser _parser;
    private readonly Dictionary<string, int> _columns;

    private CsvTable(Stream stream, string place)
    {
        Place = place;
        _text = new CheckedTextReader(stream, place);
        _parser = new CsvParser(
            _text,
            new CsvConfiguration(CultureInfo.InvariantCulture)
            {
                Mode = CsvMode.RFC4180,
                MaxFieldSize = MaximumField,
                BufferSize = 1 << 15,
                BadDataFound = null,
            }
        );
        _columns = new Dictionary<string, int>(StringComparer.Ordinal);
    }

    /// <summary>The file as messages name it.</summary>
    public string Place { get; }

    /// <summary>The columns in the order of the file.</summary>
    public IReadOnlyList<string> Header { get; private set; } = [];

    /// <summary>Opens a table and checks its header.</summary>
    /// <param name="stream">The file; the table owns it from here on.</param>
    /// <param name="place">The file as messages name it.</param>
    /// <param name="required">Columns that must be there.</param>
    public static CsvTable Open(Stream stream, string place, params ReadOnlySpan<string> required)
    {
        var table = new CsvTable(stream, place);
        try
        {
            table.ReadHeader(required);
            return table;
        }
        catch
        {
            table.Dispose();
            throw;
        }
    }

    /// <summary>Refuses columns that are not in the list: a curated file holds nothing that nobody reads.</summary>
    /// <param name="known">Every column that the reader knows.</param>
    public void RefuseOtherColumns(params ReadOnlySpan<string> known)
    {
        foreach (var column in Header)
        {
            if (!known.Contains(column))
            {
                throw InputException.At(
                    $"{Place}, line 1",
                    $"unknown column '{column}'",
                    $"the columns {string.Join(", ", known.ToArray())}",
                    NearestNames.NextStep(column, known.ToArray(), "remove the column or correct its name")
                );
            }
        }
    }

    public bool Has(string column) => _columns.ContainsKey(column);

    /// <summary>The rows below the header; blank lines are skipped.</summary>
    public IEnumerable<CsvRow> Rows()
    {
        while (Advance())
        {
            var values = new string[_parser.Count];
            var breaks = 0;
            for (var i = 0; i < values.Length; i++)
            {
                values[i] = _parser[i];
                breaks += values[i].Count(c => c == '\n');
            }

            var row = new CsvRow(this, _parser.RawRow - breaks, values);
            if (values.Length != Header.Count)
            {
                throw InputException.At(
                    row.Where,
                    $"{Plural.Of(values.Length, "field")}",
                    $"{Plural.Of(Header.Count, "field")}, as in the header",
                    "quote fields that contain commas or line breaks"
                );
            }

            yield return row;
        }
    }

    public void Dispose()
    {
        _parser.Dispose();
        _text.Dispose();
    }

    internal int? IndexOf(string column) => _columns.TryGetValue(column, out var index) ? index : null;

    private void ReadHeader(ReadOnlySpan<string> required)
    {
        if (!Advance())
        {
            throw InputException.At(
                Place,
                "the file is empty",
                $"a header with the columns {string.Join(", ", required.ToArray())}, and rows below it",
                "check that the file was written completely"
            );
        }

        var header = new string[_parser.Count];
        for (var i = 0; i < header.Length; i++)
        {
            header[i] = _parser[i].Trim();
            if (!_columns.TryAdd(header[i], i))
            {
                throw InputException.At(
                    $"{Place}, line 1",
                    $"the column '{header[i]}' appears twice",
                    "every column once",
                    "remove or rename one of the two"
                );
            }
        }

        Header = header;
        foreach (var column in required)
        {
            if (!_columns.ContainsKey(column))
            {
                throw InputException.At(
                    $"{Place}, line 1",
                    $"the column '{column}' is missing; the header has {Quoted.Text(string.Join(", ", header))}",
                    $"the columns {string.Join(", ", required.ToArray())}, separated by commas",
                    NearestNames.Of(column, header, 1) is [var near]
                        ? $"rename the column: did you mean '{near}'?"
                        : "add the column, or name the format that the file has"
                );
            }
        }
    }

    private bool Advance()
    {
        try
        {
            return _parser.Read();
        }
        catch (MaxFieldSizeException)
        {
            throw InputException.At(
                $"{Place}, line {Math.Max(1, _parser.RawRow).ToString(CultureInfo.InvariantCulture)}, field {(_parser.Count + 1).ToString(CultureInfo.InvariantCulture)}",
                string.Create(CultureInfo.InvariantCulture, $"a field of more than {MaximumField:N0} characters"),
                "a name, a number or a date",
                "look for a quotation mark that is not closed, or for a binary file under this name"
            );
        }
    }
}
