using System.Text;

namespace Tare.Web;

/// <summary>A figure's data as CSV: RFC 4180, UTF-8, invariant culture; numbers with decimals have one digit more than on the page.</summary>
public static class FigureCsv
{
    /// <summary>The text of the file: a header, then one line a row, each ended by CR LF. What is missing says why in words.</summary>
    /// <param name="figure">The figure.</param>
    public static string Write(Figure figure)
    {
        ArgumentNullException.ThrowIfNull(figure);
        var text = new StringBuilder();
        Line(text, figure.Columns.Select(c => c.Name));
        foreach (var row in figure.Rows)
        {
            Line(text, row.Select((cell, i) => figure.Columns[i].PrintForFile(cell)));
        }

        return text.ToString();
    }

    private static void Line(StringBuilder text, IEnumerable<string> fields) => text.AppendJoin(',', fields.Select(Quoted)).Append("\r\n");

    private static string Quoted(string field) =>
        field.AsSpan().IndexOfAny(",\"\r\n") >= 0 || field.Length != field.Trim().Length
            ? $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : field;
}
