using Spectre.Console;

namespace Tare.App.Screens;

/// <summary>Headings and paragraphs on the screen, wrapped at its width.</summary>
internal static class Prose
{
    /// <summary>A heading with an empty line before it.</summary>
    public static void Heading(IAnsiConsole console, string text)
    {
        console.WriteLine();
        console.MarkupLineInterpolated($"[bold]{text}[/]");
    }

    /// <summary>A paragraph, indented as a whole.</summary>
    /// <param name="console">Where to.</param>
    /// <param name="indent">Columns to the left of every line.</param>
    /// <param name="text">Plain text; nothing in it is read as markup.</param>
    public static void Paragraph(IAnsiConsole console, int indent, string text) =>
        console.Write(new Padder(new Text(text), new Padding(indent, 0, 0, 0)));

    /// <summary>A paragraph that hangs behind a bold identifier.</summary>
    public static void Hanging(IAnsiConsole console, string id, string text) =>
        console.Write(
            new Grid()
                .AddColumn(new GridColumn { NoWrap = true, Padding = new Padding(0, 0, 1, 0) })
                .AddColumn(new GridColumn { Padding = new Padding(0) })
                .AddRow(new Text(id, new Style(decoration: Decoration.Bold)), new Text(text))
        );

    /// <summary>A line with a label before it; nothing where there is no text.</summary>
    public static void Labelled(IAnsiConsole console, int indent, string label, string? text)
    {
        if (text is not null)
        {
            Paragraph(console, indent, $"{label}: {text}");
        }
    }
}
