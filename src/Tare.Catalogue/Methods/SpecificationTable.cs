using System.Globalization;
using System.Text;
using Tare.Records;

namespace Tare.Catalogue;

/// <summary>The table of a multiverse in a folder: written a part at a time, so that an interrupted run goes on where it stopped.</summary>
/// <remarks>
/// <c>multiverse.json</c> says what the table is of: grid, evidence and draws. A folder that holds another one is refused. A last line that was cut off is
/// dropped. When all rows are there the table is written again in the order of the grid.
/// </remarks>
public sealed class SpecificationTable
{
    private const string TableFile = "specifications.csv";
    private const string ManifestFile = "multiverse.json";

    private readonly string _folder;
    private readonly MethodGrid _grid;
    private readonly Dictionary<int, SpecificationRow> _rows = [];

    private SpecificationTable(string folder, MethodGrid grid)
    {
        _folder = folder;
        _grid = grid;
    }

    /// <summary>The rows so far, by place in the grid.</summary>
    public IReadOnlyDictionary<int, SpecificationRow> Rows => _rows;

    private string TablePath => Path.Combine(_folder, TableFile);

    /// <summary>Opens the table of a folder, or starts one.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="grid">The grid.</param>
    /// <param name="manifest">What decides every number, as JSON: equal for the run that goes on.</param>
    /// <exception cref="InputException">The folder holds the table of another run, or one that cannot be read.</exception>
    public static SpecificationTable Open(string folder, MethodGrid grid, string manifest)
    {
        ArgumentNullException.ThrowIfNull(grid);
        var table = new SpecificationTable(folder, grid);
        var path = Path.Combine(folder, ManifestFile);
        if (File.Exists(path) && File.ReadAllText(path) != manifest)
        {
            throw InputException.At(
                path,
                "the table of another grid, other evidence, other draws or another version",
                "an empty folder, or one of the same run",
                "name another folder with --out, or remove this one"
            );
        }

        if (File.Exists(path) && File.Exists(table.TablePath))
        {
            table.Load();
        }
        else
        {
            AtomicFile.Write(path, manifest);
        }

        table.Save([.. table._rows.Values]);
        return table;
    }

    /// <summary>Adds rows; they are on disk when this returns.</summary>
    /// <param name="rows">Rows that were not there before.</param>
    public void Add(IReadOnlyList<SpecificationRow> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var text = new StringBuilder();
        foreach (var row in rows)
        {
            _rows[row.Index] = row;
            Line(text, row);
        }

        File.AppendAllText(TablePath, text.ToString());
    }

    /// <summary>Writes the table again in the order of the grid.</summary>
    public void Finish() => Save([.. _rows.Values.OrderBy(r => r.Index)]);

    private void Save(IReadOnlyList<SpecificationRow> rows)
    {
        var text = new StringBuilder();
        string[] header =
        [
            "specification",
            .. _grid.Choices.Select(c => c.Name),
            "months",
            "lower",
            "upper",
            "caught",
            "censored",
            "reason",
        ];
        text.AppendJoin(',', header.Select(Field)).Append('\n');
        foreach (var row in rows)
        {
            Line(text, row);
        }

        AtomicFile.Write(TablePath, text.ToString());
    }

    private void Load()
    {
        var text = File.ReadAllText(TablePath);
        var whole = text[..(text.LastIndexOf('\n') + 1)];
        using var table = CsvTable.Open(new MemoryStream(Encoding.UTF8.GetBytes(whole)), TablePath, "specification", "months", "reason");
        foreach (var row in table.Rows())
        {
            var index = Count(row, "specification");
            if (index >= _grid.Count || !_rows.TryAdd(index, Read(row, index)))
            {
                throw row.Error("specification", $"each place below {_grid.Count} once", "remove the folder and run again");
            }
        }
    }

    private static SpecificationRow Read(CsvRow row, int index) =>
        new(
            index,
            row.OptionalNumber("months"),
            row.OptionalNumber("lower"),
            row.OptionalNumber("upper"),
            Count(row, "caught"),
            Count(row, "censored"),
            row.Optional("reason")
        );

    private static int Count(CsvRow row, string column) =>
        int.TryParse(row.Text(column), NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            ? count
            : throw row.Error(column, "a whole number, 0 or more", "remove the folder and run again");

    private void Line(StringBuilder text, SpecificationRow row)
    {
        var index = row.Index;
        var picks = new string[_grid.Choices.Count];
        for (var k = picks.Length - 1; k >= 0; k--)
        {
            var alternatives = _grid.Choices[k].Alternatives;
            picks[k] = alternatives[index % alternatives.Count].Name;
            index /= alternatives.Count;
        }

        string[] fields =
        [
            row.Index.ToString(CultureInfo.InvariantCulture),
            .. picks,
            Number(row.Months),
            Number(row.Lower),
            Number(row.Upper),
            row.Caught.ToString(CultureInfo.InvariantCulture),
            row.Censored.ToString(CultureInfo.InvariantCulture),
            row.Reason ?? "",
        ];
        text.AppendJoin(',', fields.Select(Field)).Append('\n');
    }

    private static string Number(double? value) => value?.ToString("R", CultureInfo.InvariantCulture) ?? "";

    private static string Field(string text) =>
        text.AsSpan().IndexOfAny(",\"\r\n") >= 0 ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
}
