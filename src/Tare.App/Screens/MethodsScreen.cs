using Spectre.Console;
using Tare.App.Cli;
using Tare.Catalogue;
using Tare.Records;

namespace Tare.App.Screens;

/// <summary>The screens of <c>tare methods</c>.</summary>
internal static class MethodsScreen
{
    private const string ScaleKey = "scale";

    // Shown in sentences around the table, not in it.
    private static readonly HashSet<string> s_prose = new(["name", "title", "reference", "assumptions"], StringComparer.Ordinal);

    /// <summary>The methodology behind a result, with every override.</summary>
    public static string Echo(Methodology m) =>
        m.Overrides.Count == 0
            ? $"Methodology: {m.Name}, as its document says."
            : $"Methodology: {m.Name}, with {string.Join(", ", m.Overrides)}.";

    public static void List(Terminal terminal, IReadOnlyList<Methodology> methodologies)
    {
        var table = Tables.New("name", "title", "evidence", "axis", "lag");
        foreach (var m in methodologies)
        {
            Tables.Row(
                table,
                (m.Name),
                (m.Title),
                (m.Evidence),
                $"{KebabCase.Of(m.Axis)}: {($"{m.Leader} leads {m.Follower}")}",
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
        foreach (var (key, value) in MethodologyWriter.Fields(m).Where(f => !s_prose.Contains(f.Key) && !IsScale(f.Key)))
        {
            Tables.Row(table, key, value);
        }

        Tables.Row(table, ScaleKey, Scale(m.Scale));

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
        foreach (var d in differences.Where(d => !d.Same && !s_prose.Contains(d.Key) && !IsScale(d.Key)))
        {
            Tables.Row(table, d.Key, d.Left, d.Right);
        }

        if (left.Scale != right.Scale)
        {
            Tables.Row(table, ScaleKey, Scale(left.Scale), Scale(right.Scale));
        }

        console.Write(table);
        var same = differences.Where(d => d.Same && !s_prose.Contains(d.Key) && !IsScale(d.Key)).Select(d => d.Key).ToArray();
        console.WriteLine(same.Length == 0 ? "They agree in nothing." : $"Both: {string.Join(", ", same)}.");
    }

    private static bool IsScale(string key) => key.StartsWith(ScaleKey + ".", StringComparison.Ordinal);

    private static string Scale(ScaleDefinition scale) =>
        scale switch
        {
            ScaleDefinition.TwoAnchors a =>
                $"{a.Unit}: {a.LowModel} = {Show.Number(a.LowValue, "R")}, {a.HighModel} = {Show.Number(a.HighValue, "R")}",
            ScaleDefinition.OneAnchor a =>
                $"{a.Unit}: {Show.Number(a.PointsPerLogit, "F3")} a logit, {a.Model} = {Show.Number(a.Value, "R")}",
            _ => scale.Unit,
        };
}
