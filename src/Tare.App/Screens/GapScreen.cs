using Spectre.Console;
using Tare.Analysis;
using Tare.App.Cli;
using Tare.Records;

namespace Tare.App.Screens;

/// <summary>The screen of <c>tare gap</c>.</summary>
internal static class GapScreen
{
    private const int NamesShown = 6;

    public static void Write(Terminal terminal, GapFinding gap, Methodology methodology)
    {
        var console = terminal.Styled();
        console.MarkupLineInterpolated($"[bold]{Headline(gap)}[/]");
        console.WriteLine(Axis(gap));
        console.WriteLine(MethodsScreen.Echo(methodology));
        console.WriteLine();
        console.Write(Definitions(gap));
        console.Write(Models(gap));
        if (gap.Widening is { } widening)
        {
            console.WriteLine(Widening(widening));
        }

        console.WriteLine(Counts(gap));
        console.WriteLine($"Intervals are {Show.Level(gap.Abilities.Level)} and contain: {gap.Abilities.Contains}.");
    }

    /// <summary>The answer in one sentence.</summary>
    public static string Headline(GapFinding gap)
    {
        var v = gap.Vertical;
        var leads = v.Value < 0;
        var bounds = leads && v.Interval is { } i ? i with { Lower = -i.Upper, Upper = -i.Lower } : v.Interval;
        var points = $"{Show.PointsOf(Math.Abs(v.Value), v.Unit)} {Show.Bounds(bounds, v.Unit)}".TrimEnd();
        var estimate = gap.HeadlineEstimate;
        var months = estimate.Months is null
            ? "lag censored"
            : $"{Show.Months(estimate.Months)} months behind {Show.Bounds(estimate.Interval)}".TrimEnd();
        return $"{Group(gap.Follower)} {(leads ? "lead" : "trail")} {Group(gap.Leader)} by {points}; {months} ({KebabCase.Of(gap.Headline)}).";
    }

    /// <summary>The comparison and its dates.</summary>
    public static string Axis(GapFinding gap) =>
        $"Axis: {KebabCase.Of(gap.Axis)}, {gap.Leader} leads {gap.Follower}. As of {Show.Date(gap.AsOf)}, lags since {Show.Date(gap.Since)}. "
        + $"Best {gap.Leader}: {Best(gap.Vertical.LeaderModel, gap)}. Best {gap.Follower}: {Best(gap.Vertical.FollowerModel, gap)}.";

    /// <summary>A group as the subject of a sentence.</summary>
    public static string Group(string group) =>
        group switch
        {
            "open" => "Open models",
            "closed" => "closed models",
            _ => group,
        };

    private static string Best(AbilityRow row, GapFinding gap) =>
        $"{row.Name} {Show.Points(row.Value, gap.Vertical.Unit)} ({Show.Date(row.Date)})";

    private static Table Definitions(GapFinding gap)
    {
        var table = Tables.New("definition", "months", $"{Show.Level(gap.Abilities.Level)} interval", "mean over", "censored");
        Tables.AlignRight(table, 1, 4);
        foreach (var d in gap.Definitions)
        {
            Tables.Row(
                table,
                KebabCase.Of(d.Definition),
                Show.Months(d.Months),
                Show.Bounds(d.Interval),
                $"{Show.Count(d.Caught)} {Terms(d)}",
                Show.Count(d.Censored)
            );
        }

        return table;
    }

    private static string Terms(LagEstimate d) => d.Caught == 1 && d.Terms.EndsWith('s') ? d.Terms[..^1] : d.Terms;

    private static Table Models(GapFinding gap)
    {
        var table = Tables.New(
            "follower",
            "released",
            gap.Vertical.Unit,
            "months",
            $"{Show.Level(gap.Abilities.Level)} interval",
            "first reached by"
        );
        Tables.AlignRight(table, 2, 3);
        foreach (var m in gap.Models.Where(m => m.IsRecord))
        {
            Tables.Row(
                table,
                (m.Name),
                Show.Date(m.Date),
                Show.Points(m.Value, gap.Vertical.Unit),
                Show.Months(m.Months),
                Show.Bounds(m.Interval),
                (m.CrossedBy ?? "none yet")
            );
        }

        table.Caption("Followers that set a record of their group; --json has all.");
        return table;
    }

    private static string Widening(WideningTest w)
    {
        var test = w.ProbabilityPositive is { } p ? $"; {Show.Bounds(w.Interval, w.Unit)}, widening in {Show.Share(p)} of draws" : "";
        return $"Widening: leader {Show.Points(w.LeaderSlope, w.Unit)}, follower {Show.Points(w.FollowerSlope, w.Unit)} {w.Unit} a year; "
            + $"difference {Show.Points(w.Difference, w.Unit)}{test}.";
    }

    private static string Counts(GapFinding gap)
    {
        var neither =
            gap.Counts.Neither == 0
                ? ""
                : $" {Show.Count(gap.Counts.Neither)} in neither group: {string.Join(", ", gap.NeitherNames.Take(NamesShown))}{(gap.NeitherNames.Count > NamesShown ? ", ..." : "")}.";
        return $"{Show.Count(gap.Counts.Leaders)} models in '{gap.Leader}', {Show.Count(gap.Counts.Followers)} in '{gap.Follower}'.{neither}";
    }
}
