using Spectre.Console;

namespace Tare.App.Screens;

/// <summary>The one look of tables on the screen.</summary>
internal static class Tables
{
    /// <summary>A table with a rule under its header and no other lines.</summary>
    /// <param name="headers">Column headers, plain text.</param>
    public static Table New(params string[] headers)
    {
        var table = new Table { Border = TableBorder.Simple, ShowHeaders = true };
        foreach (var header in headers)
        {
            table.AddColumn(new TableColumn(Markup.Escape(header)).PadLeft(0).PadRight(2));
        }

        return table;
    }

    /// <summary>Aligns columns of numbers to the right.</summary>
    public static void AlignRight(Table table, params int[] columns)
    {
        foreach (var column in columns)
        {
            table.Columns[column].RightAligned();
        }
    }

    /// <summary>Adds a row of plain text: nothing in it is read as markup.</summary>
    public static void Row(Table table, params string[] cells) => table.AddRow([.. cells.Select(Markup.Escape)]);

    /// <summary>Adds a row of plain text in bold.</summary>
    public static void Strong(Table table, params string[] cells) => table.AddRow([.. cells.Select(c => $"[bold]{Markup.Escape(c)}[/]")]);
}
