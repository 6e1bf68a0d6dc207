using System.Globalization;
using Spectre.Console;
using Tare.Analysis;
using Tare.App.Cli;
using Tare.App.Commands;
using Tare.Records;

namespace Tare.App.Screens;

/// <summary>The screen of <c>tare compare</c>.</summary>
internal static class CompareScreen
{
    private const int MostRows = 20;

    public static void Write(Terminal terminal, Comparison comparison, PairedFinding finding, bool all)
    {
        var console = terminal.Styled();
        console.MarkupLineInterpolated($"[bold]{Headline(finding)}[/]");
        console.WriteLine(
            $"{Show.Count(finding.Paired)} of {Show.Count(finding.Items, "item")} of {comparison.Task} have a score on both sides and are compared{(comparison.Scorer is { } scorer ? $", scorer {scorer}" : "")}."
        );
        console.Write(Sides(comparison, finding));
        Flips(console, finding, all);
        Notes(console, finding);
    }

    private static string Headline(PairedFinding finding)
    {
        if (finding.Difference is not { } difference)
        {
            return "No item has a score on both sides";
        }

        var verdict = finding.Interval switch
        {
            null => "too few items for an interval",
            { Lower: > 0 } => "the second is better",
            { Upper: < 0 } => "the first is better",
            _ => "no difference shown",
        };
        return $"Second minus first: {Points(difference)}{Bounds(finding.Interval)} points: {verdict}";
    }

    private static Table Sides(Comparison comparison, PairedFinding finding)
    {
        var table = Tables.New("", "model", "harness", "mean", "scored", "missing", "untried");
        Tables.AlignRight(table, 3, 4, 6);
        Add("first", comparison.First, finding.First);
        Add("second", comparison.Second, finding.Second);
        return table;

        void Add(string name, ComparedSide source, PairedSide side) =>
            Tables.Row(
                table,
                name,
                source.Model,
                source.Harness,
                side.Mean is { } m ? Percent(m) : "",
                Show.Count(side.Scored),
                side.Missing.Count == 0
                    ? "none"
                    : string.Join(", ", side.Missing.OrderBy(x => x.Key).Select(x => $"{Show.Count(x.Value)} {KebabCase.Of(x.Key)}")),
                Show.Count(side.Untried)
            );
    }

    private static void Flips(IAnsiConsole console, PairedFinding finding, bool all)
    {
        var rows = finding.Rows.Where(r => all || r.Difference is not (null or 0)).ToList();
        console.WriteLine(
            $"{Show.Count(finding.Gained)} gained, {Show.Count(finding.Lost)} lost, {Show.Count(finding.Paired - finding.Gained - finding.Lost)} alike"
        );
        if (rows.Count == 0)
        {
            return;
        }

        var table = Tables.New("item", "first", "second", "");
        Tables.AlignRight(table, 1, 2);
        foreach (var row in rows.Take(all ? rows.Count : MostRows))
        {
            Tables.Row(table, row.Id, Cell(row.First, row.FirstScored), Cell(row.Second, row.SecondScored), Word(row));
        }

        console.Write(table);
        if (!all && rows.Count > MostRows)
        {
            console.WriteLine($"and {Show.Count(rows.Count - MostRows)} more (--all shows every item)");
        }
    }

    private static void Notes(IAnsiConsole console, PairedFinding finding)
    {
        if (finding.Interval is { } interval && finding.MinimumDetectable is { } least)
        {
            var seen =
                least < 1
                    ? $"{Show.Count(finding.Paired, "item")} would show a true difference of {(100 * least).ToString("0.0", CultureInfo.InvariantCulture)} points or more with probability {Show.Level(finding.Power)}."
                    : $"{Show.Count(finding.Paired, "item")} would not show even the largest difference with probability {Show.Level(finding.Power)}.";
            console.WriteLine($"{seen} The interval is {Show.Level(interval.Level)} and contains {interval.Contains}.");
        }

        if (finding.Paired < finding.Items)
        {
            console.WriteLine(
                $"{Show.Count(finding.Items - finding.Paired, "item")} without a score on both sides: counted all against or all for the second, the difference would be {Points(finding.Bounds.Lower)} to {Points(finding.Bounds.Upper)} points."
            );
        }
    }

    private static string Word(PairedRow row) =>
        row.Difference switch
        {
            null => "not paired",
            > 0 => "gained",
            < 0 => "lost",
            _ => "alike",
        };

    private static string Cell(double? mean, int scored) =>
        mean is not { } m ? "missing"
        : scored == 1 ? m.ToString("0.##", CultureInfo.InvariantCulture)
        : $"{(m * scored).ToString("0.##", CultureInfo.InvariantCulture)} of {scored}";

    private static string Bounds(Interval? interval) => interval is null ? "" : $" [{Points(interval.Lower)}, {Points(interval.Upper)}]";

    private static string Points(double share) => (100 * share).ToString("+0.0;-0.0;0.0", CultureInfo.InvariantCulture);

    private static string Percent(double share) => (100 * share).ToString("0.0", CultureInfo.InvariantCulture) + " %";
}
