using Tare.Analysis;
using Tare.Web.Charts;

namespace Tare.Web.Figures;

/// <summary>The frontiers of both groups, and every model under them.</summary>
internal static class FrontierFigure
{
    public static Figure Of(Report report, string version)
    {
        var gap = report.IndexGap;
        var table = gap.Abilities;
        var finding = Finding(gap);
        return new Figure
        {
            Id = "frontier",
            Title = "The frontier of open and closed models",
            Question = "How able is each model, and who leads at each date?",
            Finding = finding,
            Charts = [new("frontier", "", FrontierChart.Of(gap, finding))],
            Columns =
            [
                new("model", "Model"),
                new("id", "Identifier") { OnPage = false },
                new("group", "Group"),
                new("release_date", "Released", ColumnKind.Date),
                new("ability", table.Unit, ColumnKind.Number, 1),
                new("ability_lower", $"{Words.Level(table.Level)} interval", ColumnKind.Lower, 1),
                new("ability_upper", "", ColumnKind.Upper, 1),
                new("record", "Set a record of its group"),
                new("scores", "Scores", ColumnKind.Number),
            ],
            Rows =
            [
                .. table
                    .Rows.Where(r => r.Date <= gap.AsOf)
                    .OrderByDescending(r => r.Date)
                    .ThenBy(r => r.Name, StringComparer.Ordinal)
                    .Select(r => Row(r, gap)),
            ],
            Cite = Citation.Of(finding, report.Index, version),
            IntervalContains = table.Contains,
            Denominator = Denominator.Of(report.Index),
            Notes = [.. Notes(gap)],
            Fits = [report.Index],
        };
    }

    private static string Finding(GapFinding gap)
    {
        var vertical = gap.Vertical;
        var leader = Words.Ability(vertical.LeaderModel, gap.Abilities, 1);
        var follower = Words.Ability(vertical.FollowerModel, gap.Abilities, 1);
        return $"On {Words.LongDay(vertical.AsOf)} the best of the {Words.Models(gap.Axis, gap.Leader)}, {vertical.LeaderModel.Name}, is at {leader}; "
            + $"the best of the {Words.Models(gap.Axis, gap.Follower)}, {vertical.FollowerModel.Name}, at {follower}: "
            + $"{Words.Fixed(vertical.Value, 1)} {vertical.Unit} apart ({Words.Interval(vertical.Interval, 1)}).";
    }

    private static IReadOnlyList<FigureCell> Row(AbilityRow row, GapFinding gap)
    {
        var records = row.Group == gap.Leader ? gap.LeaderRecords : gap.FollowerRecords;
        return
        [
            FigureCell.Of(row.Name),
            FigureCell.Of(row.Id),
            FigureCell.Of(row.Group),
            FigureCell.Of(row.Date),
            FigureCell.Of(row.Value),
            FigureCell.Or(row.Lower, "fixed"),
            FigureCell.Or(row.Upper, "fixed"),
            FigureCell.Of(records.Any(r => r.Id == row.Id) ? "yes" : "no"),
            FigureCell.Of((double)row.Observations),
        ];
    }

    private static IEnumerable<string> Notes(GapFinding gap)
    {
        yield return "Solid points set a record of their group; the steps are the frontiers, and whiskers are the intervals of single models. "
            + "An anchor of the scale has none: its value is fixed by definition.";
        foreach (var trend in gap.Trends)
        {
            yield return $"Dashed line, {Words.Group(gap.Axis, trend.Group)}: {Words.Signed(trend.PointsPerYear, 1)} {gap.Abilities.Unit} a year through "
                + $"{Words.Count(trend.Records, "record setter")}; the faint band is the simultaneous 95 % band of the line (Working-Hotelling).";
        }

        if (gap.Widening is { } widening)
        {
            yield return $"Is the gap widening? The slopes differ by {Words.Signed(widening.Difference, 1)} {widening.Unit} a year "
                + $"({Words.Interval(widening.Interval, 1)}); probability that the gap widens: {Words.Share(widening.ProbabilityPositive)}.";
        }

        var (leaders, followers, neither) = gap.Counts;
        var names = neither == 0 ? "" : $": {Listed(gap.NeitherNames)}";
        yield return $"Axis: {Words.Axis(gap.Axis)}. {Words.Whole(leaders)} {gap.Leader}, {Words.Whole(followers)} {gap.Follower}, "
            + $"{Words.Whole(neither)} in neither group because group or date is unknown{names}. Crosses mark those with a date.";
    }

    private static string Listed(IReadOnlyList<string> names) =>
        names.Count <= 6 ? string.Join(", ", names) : string.Join(", ", names.Take(6)) + $" and {Words.Whole(names.Count - 6)} more";
}
