using Tare.Analysis;
using Tare.Web.Charts;

namespace Tare.Web.Figures;

/// <summary>The gap as somebody would have computed it on the first of each month.</summary>
internal static class HistoryFigure
{
    public static Figure Of(Report report, string version)
    {
        var gap = report.IndexGap;
        var unit = gap.Abilities.Unit;
        var history = report.History;
        var finding = Finding(history, unit);
        var level = Words.Level(report.Index.Abilities.Level);
        return new Figure
        {
            Id = "gap-history",
            Title = "The gap, month by month",
            Question = "What would the answer have been on the first of each month?",
            Finding = finding,
            Charts =
            [
                new("gap-history-months", "Months behind", HistoryChart.Months(history, finding)),
                new("gap-history-points", $"Points behind ({unit})", HistoryChart.Points(history, unit, finding)),
            ],
            Columns =
            [
                new("date", "As of", ColumnKind.Date),
                new("lag_months", "Months", ColumnKind.Number, 1),
                new("lag_months_lower", $"{level} interval", ColumnKind.Lower, 1),
                new("lag_months_upper", "", ColumnKind.Upper, 1),
                new("gap_points", $"Gap, {unit}", ColumnKind.Number, 1),
                new("gap_points_lower", $"{level} interval", ColumnKind.Lower, 1),
                new("gap_points_upper", "", ColumnKind.Upper, 1),
                new("leader", $"Best {gap.Leader} model"),
                new("follower", $"Best {gap.Follower} model"),
                new("models", "Models", ColumnKind.Number),
                new("scores", "Scores", ColumnKind.Number),
            ],
            RowHeader = "date",
            Rows = [.. history.Select(Row)],
            Cite = Citation.Of(finding, report.Index, version),
            IntervalContains = Contains(history, gap),
            Denominator = Denominator.Of(report.Index),
            Notes =
            [
                "Each point is a fit of its own on the models released by that day; today's scores are used, so a benchmark that came later may already speak about an older model.",
                "Months: that day minus the first day on which a leader was as able as that day's best follower. Where the follower leads, the lag is censored and the line has a hole.",
                .. Skipped(report.HistorySkipped),
            ],
            Fits = [report.Index],
        };
    }

    private static IEnumerable<string> Skipped(IReadOnlyList<(DateOnly Date, string Reason)> skipped) =>
        skipped
            .GroupBy(s => s.Reason, StringComparer.Ordinal)
            .Select(g =>
                $"Not computed for {string.Join(", ", g.Select(s => Words.Day(s.Date)))}: {g.Key.ReplaceLineEndings(" ").TrimEnd('.')}."
            );

    private static string Finding(IReadOnlyList<GapHistoryPoint> history, string unit)
    {
        if (history.Count == 0)
        {
            return "The gap's history is unknown: no month has enough models.";
        }

        var last = history[^1];
        var months = last.CurrentLagMonths is { } m
            ? $"{Words.Fixed(m, 1)} months ({Words.Interval(last.CurrentLagInterval, 1)})"
            : "censored";
        var known = history.Where(p => p.CurrentLagMonths is not null).Select(p => p.CurrentLagMonths!.Value).ToArray();
        var range =
            known.Length < 2
                ? ""
                : $"; since {Words.LongDay(history[0].Date)} it was between {Words.Fixed(known.Min(), 1)} and {Words.Fixed(known.Max(), 1)} months";
        return $"On {Words.LongDay(last.Date)} the best follower, {last.FollowerName}, was at a level that a leader first had {months} before, "
            + $"and {Words.Fixed(last.VerticalGap, 1)} {unit} ({Words.Interval(last.VerticalGapInterval, 1)}) below the best leader, {last.LeaderName}{range}.";
    }

    private static string Contains(IReadOnlyList<GapHistoryPoint> history, GapFinding gap)
    {
        var said = history
            .Select(p => p.VerticalGapInterval?.Contains ?? p.CurrentLagInterval?.Contains)
            .FirstOrDefault(c => c is not null);
        return said ?? $"No interval was computed for single months. Intervals of the abilities contain: {gap.Abilities.Contains}";
    }

    private static IReadOnlyList<FigureCell> Row(GapHistoryPoint point) =>
        [
            FigureCell.Of(point.Date),
            FigureCell.Or(point.CurrentLagMonths, "censored"),
            FigureCell.Of(point.CurrentLagInterval?.Lower),
            FigureCell.Of(point.CurrentLagInterval?.Upper),
            FigureCell.Of(point.VerticalGap),
            FigureCell.Of(point.VerticalGapInterval?.Lower),
            FigureCell.Of(point.VerticalGapInterval?.Upper),
            FigureCell.Of(point.LeaderName),
            FigureCell.Of(point.FollowerName),
            FigureCell.Of((double)point.Models),
            FigureCell.Of((double)point.Scores),
        ];
}
