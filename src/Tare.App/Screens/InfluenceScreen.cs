using Spectre.Console;
using Tare.Analysis;
using Tare.App.Cli;
using Tare.Records;
using Tare.Web;

namespace Tare.App.Screens;

/// <summary>The screen of <c>tare influence</c>.</summary>
internal static class InfluenceScreen
{
    private const int Shown = 6;

    public static void Write(Terminal terminal, InfluenceFinding f)
    {
        var console = terminal.Styled();
        console.MarkupLineInterpolated($"[bold]{StudyText.Sentence(f)}[/]");
        console.WriteLine(MethodsScreen.Echo(f.Methodology));
        console.Write(LeftOut(f));
        if (f.Reweighted is { } weights)
        {
            var holds = f.ReweightedHold is { } share ? $"; \"{f.Flip!.Conclusion}\" holds in {Show.Share(share)} of them" : "";
            console.WriteLine(
                $"Random weights of the domains (flat Dirichlet, {Show.Count(f.Reweightings, "draw")}): {Show.Level(weights.Level)} between {Show.Number(weights.Lower, "F1")} and {Show.Number(weights.Upper, "F1")} {f.Estimand.Unit}{holds}."
            );
        }

        if (StudyText.Flip(f) is { Length: > 0 } flip)
        {
            console.WriteLine(flip);
        }

        var refused = f.Rows.Where(r => r.Reason is not null).ToArray();
        foreach (var row in refused.Take(Shown))
        {
            console.WriteLine($"Without {row.Name}: {row.Reason}");
        }

        console.WriteLine(
            f.Interval is { } interval
                ? $"The full answer has a {Show.Level(interval.Level)} interval of {Show.Bounds(interval)}; it contains {interval.Contains}."
                : "No draws were made: catch-up then tests nothing."
        );
    }

    private static Table LeftOut(InfluenceFinding f)
    {
        var table = Tables.New("left out", "scores", f.Estimand.Unit, "change", "");
        Tables.AlignRight(table, 1, 2, 3);
        var shown = f.Rows.Where(r => r.Change is not null).GroupBy(r => r.Kind).SelectMany(g => g.Take(Shown)).ToArray();
        var bars = new Bars(shown.Select(r => r.Value!.Value).Append(f.Value));
        foreach (var group in shown.GroupBy(r => r.Kind))
        {
            Tables.Strong(table, $"each {KebabCase.Of(group.Key)} ({Show.Count(f.Rows.Count(r => r.Kind == group.Key))})", "", "", "", "");
            foreach (var r in group)
            {
                var change = Show.Number(r.Change!.Value, "+0.00;-0.00;0.00");
                Tables.Row(
                    table,
                    $"  {r.Name}",
                    Show.Count(r.Scores),
                    Show.Number(r.Value!.Value, "F2"),
                    change,
                    bars.Between(f.Value, r.Value.Value)
                );
            }
        }

        return table;
    }
}
