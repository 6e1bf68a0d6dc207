using Spectre.Console;
using Tare.Analysis;
using Tare.App.Cli;

namespace Tare.App.Screens;

/// <summary>The screen of <c>tare place</c>.</summary>
internal static class PlaceScreen
{
    public static void Write(Terminal terminal, PlacementFinding p, FitFinding fit, string name)
    {
        var console = terminal.Styled();
        if (p.Value is not { } value)
        {
            console.WriteLine($"{name}: not identified. {p.Explanation}");
            return;
        }

        var kind = p.Kind switch
        {
            PlacementKind.AtLeast => "at least ",
            PlacementKind.AtMost => "at most ",
            _ => "",
        };
        console.MarkupLineInterpolated(
            $"[bold]{name}: {kind}{Show.PointsOf(value, p.Unit)} {Show.Bounds(p.Interval, p.Unit)}[/] from {Show.Count(p.ScoreCount, "score")}, benchmarks fixed from {fit.Methodology.Name} on {fit.EvidenceName} ({Show.Digest(fit.EvidenceDigest)})"
        );
        console.WriteLine(p.Explanation);
        console.Write(Neighbours(p, name, value));
        console.Write(Scores(p));
        console.Write(Next(p));
        if (p.Interval is { } interval)
        {
            console.WriteLine($"The interval is {Show.Level(interval.Level)} and contains: {interval.Contains}.");
        }
    }

    private static Table Neighbours(PlacementFinding p, string name, double value)
    {
        var table = Tables.New("neighbours", p.Unit, "interval", "released", "scores");
        Tables.AlignRight(table, 1, 4);
        foreach (var r in p.Above.OrderByDescending(r => r.Value))
        {
            Add(table, r, p.Unit);
        }

        Tables.Row(table, $"> {name}", Show.Points(value, p.Unit), Show.Bounds(p.Interval, p.Unit), "", Show.Count(p.ScoreCount));
        foreach (var r in p.Below.OrderByDescending(r => r.Value))
        {
            Add(table, r, p.Unit);
        }

        return table;
    }

    private static void Add(Table table, AbilityRow r, string unit) =>
        Tables.Row(
            table,
            r.Name,
            Show.Points(r.Value, unit),
            r.Lower is null ? "anchor" : Show.Bounds(r.Lower, r.Upper, unit),
            Show.Date(r.Date),
            Show.Count(r.Observations)
        );

    private static Table Scores(PlacementFinding p)
    {
        var table = Tables.New("benchmark", "observed", "predicted", "difference");
        Tables.AlignRight(table, 1, 2, 3);
        foreach (var b in p.Benchmarks)
        {
            if (b.Observed is { } observed)
            {
                Tables.Row(
                    table,
                    b.Name,
                    Show.Number(observed, "F3"),
                    Show.Number(b.Predicted, "F3"),
                    Show.Number(observed - b.Predicted, "+0.000;-0.000")
                );
            }
        }

        return table;
    }

    private static Table Next(PlacementFinding p)
    {
        var table = Tables.New("run next, to narrow the interval most", "expected score", "standard error now", "after");
        Tables.AlignRight(table, 1, 2, 3);
        foreach (var n in p.Next)
        {
            Tables.Row(
                table,
                n.Name,
                Show.Number(n.Predicted, "F3"),
                Show.PointsOf(n.StandardErrorBefore, p.Unit),
                Show.PointsOf(n.StandardErrorAfter, p.Unit)
            );
        }

        return table;
    }
}
