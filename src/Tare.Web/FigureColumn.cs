using System.Globalization;

namespace Tare.Web;

/// <summary>One column of a figure's data.</summary>
/// <param name="Name">Name in the CSV file, lower case with underscores, the unit inside.</param>
/// <param name="Header">Heading on the page; of a pair of bounds the lower column's heading stands for both.</param>
/// <param name="Kind">What the cells hold.</param>
/// <param name="Digits">Decimals of a number on the page.</param>
public sealed record FigureColumn(string Name, string Header, ColumnKind Kind = ColumnKind.Text, int Digits = 0)
{
    /// <summary>Whether the page's table shows it; the CSV file has every column.</summary>
    public bool OnPage { get; init; } = true;

    /// <summary>Whether cells are aligned as numbers.</summary>
    public bool IsNumeric => Kind is ColumnKind.Number or ColumnKind.Lower or ColumnKind.Upper;

    /// <summary>The cell as text: invariant culture, the column's digits; what is missing says why in words.</summary>
    /// <param name="cell">A cell of this column.</param>
    public string Print(FigureCell cell) => Print(cell, Digits);

    /// <summary>The cell as the CSV file has it: a number with decimals has one more than on the page.</summary>
    /// <param name="cell">A cell of this column.</param>
    public string PrintForFile(FigureCell cell) => Print(cell, Digits == 0 ? 0 : Digits + 1);

    private static string Print(FigureCell cell, int digits)
    {
        if (cell.Missing is { } reason)
        {
            return reason;
        }

        return cell switch
        {
            { Number: { } number } => Words.Fixed(number, digits),
            { Date: { } date } => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            _ => cell.Text ?? FigureCell.Unknown.Missing!,
        };
    }
}
