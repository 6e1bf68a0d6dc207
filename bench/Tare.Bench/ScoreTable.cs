using System.Globalization;
using System.Text;
using Tare.Psychometrics;

namespace Tare.Bench;

/// <summary>Reads the published table of scores.</summary>
internal static class ScoreTable
{
    internal static ResponseMatrix Read(string file)
    {
        var lines = File.ReadAllLines(file).Select(Cells).ToArray();
        var (person, item, value) = (lines[0].IndexOf("model"), lines[0].IndexOf("benchmark"), lines[0].IndexOf("performance"));
        return ResponseMatrix.From(
            lines
                .Skip(1)
                .Select(cells => new Response(cells[person], cells[item], double.Parse(cells[value], CultureInfo.InvariantCulture)))
        );
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
