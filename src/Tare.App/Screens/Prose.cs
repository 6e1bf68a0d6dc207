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

    /// <summary>A line with a label before it; nothing where there is no text.</summary>
    public static void Labelled(IAnsiConsole console, int indent, string label, string? text)
    {
        if (text is not null)
        {
            Paragraph(console, indent, $"{label}: {text}");
        }
    }
}
