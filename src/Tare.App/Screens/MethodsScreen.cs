using Spectre.Console;
using Tare.App.Cli;
using Tare.Catalogue;
using Tare.Records;

namespace Tare.App.Screens;

/// <summary>The screens of <c>tare methods</c>.</summary>
internal static class MethodsScreen
{
    /// <summary>The methodology behind a result, with every override.</summary>
    public static string Echo(Methodology m) =>
        m.Overrides.Count == 0 ? $"Methodology: {m.Name}, as its document says." : $"Methodology: {m.Name}, with {string.Join(", ", m.Overrides)}.";

    public static void List(Terminal terminal, IReadOnlyList<Methodology> methodologies)
    {
        var table = Tables.New("name", "title", "evidence", "axis", "lag");
        foreach (var m in methodologies)
        {
            table.AddRow(
                Markup.Escape(m.Name),
                Markup.Escape(m.Title),
                Markup.Escape(m.Evidence),
                $"{KebabCase.Of(m.Axis)}: {Markup.Escape($"{m.Leader} leads {m.Follower}")}",
                KebabCase.Of(m.Lag)
            );
        }

        terminal.Styled().Write(table);
    }

    public static void Single(Terminal terminal, Methodology m)
    {
        var console = terminal.Styled();
        console.MarkupLineInterpolated($"[bold]{m.Name}[/]: {m.Title}");
        console.WriteLine($"Source: {m.Reference}");
        if (m.Overrides.Count > 0)
        {
            console.WriteLine($"With: {string.Join(", ", m.Overrides)}");
        }

        var table = Tables.New("field", "value");
        foreach (var (key, value) in MethodologyWriter.Fields(m))
        {
            table.AddRow(Markup.Escape(key), Markup.Escape(value));
        }

        console.Write(table);
        foreach (var assumption in m.Assumptions)
        {
            console.WriteLine($"Assumed here: {assumption}");
        }
    }

    public static void Diff(Terminal terminal, Methodology left, Methodology right, IReadOnlyList<MethodologyDifference> differences)
    {
        var console = terminal.Styled();
        var table = Tables.New("field", left.Name, right.Name);
        foreach (var d in differences.Where(d => !d.Same))
        {
            table.AddRow(Markup.Escape(d.Key), Markup.Escape(d.Left), Markup.Escape(d.Right));
        }

        console.Write(table);
        var same = differences.Where(d => d.Same).Select(d => d.Key).ToArray();
        console.WriteLine(same.Length == 0 ? "They agree in nothing." : $"Both: {string.Join(", ", same)}.");
    }
}
