using System.Globalization;
using System.Text;
using Tare.Testing;

namespace Tare.Psychometrics.Tests;

/// <summary>Published data sets in the folder that the environment variable TARE_DATA_MIRROR names.</summary>
internal static class DataMirror
{
    /// <summary>Epoch's table of August 2026: 222 models, 57 benchmarks, 2,249 scores.</summary>
    internal static ResponseMatrix Epoch()
    {
        var lines = System.IO.File.ReadAllLines(Mirror.PathOf("epoch-2026-08/eci_benchmarks.csv")).Select(Cells).ToArray();
        var (person, item, value) = (Column("model"), Column("benchmark"), Column("performance"));
        return ResponseMatrix.From(
            lines
                .Skip(1)
                .Select(cells => new Response(cells[person], cells[item], double.Parse(cells[value], CultureInfo.InvariantCulture)))
        );

        int Column(string name) => lines[0].IndexOf(name);
    }

    private static List<string> Cells(string line)
    {
        var cells = new List<string>();
        var cell = new StringBuilder();
        var isQuoted = false;
        foreach (var c in line)
        {
            if (c == '"')
            {
                isQuoted = !isQuoted;
            }
            else if (c == ',' && !isQuoted)
            {
                cells.Add(cell.ToString());
                cell.Clear();
            }
            else
            {
                cell.Append(c);
            }
        }

        cells.Add(cell.ToString());
        return cells;
    }
}
