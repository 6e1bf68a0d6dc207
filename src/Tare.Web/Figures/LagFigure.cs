using Tare.Analysis;
using Tare.Web.Charts;

namespace Tare.Web.Figures;

/// <summary>Six meanings of "months behind", side by side, under each method.</summary>
internal static class LagFigure
{
    public static Figure Of(Report report, string version)
    {
        (string Series, GapFinding Gap)[] series =
        [
            (Series("Epoch", report.IndexGap), report.IndexGap),
            (Series("CAISI-like", report.CaisiLikeGapOnWeights), report.CaisiLikeGapOnWeights),
            (Series("CAISI-like", report.CaisiLikeGap), report.CaisiLikeGap),
        ];
        var finding = Finding(report.IndexGap);
        return new Figure
        {
            Id = "lag-by-definition",
            Title = "Months behind, by definition",
            Question = "How many months do open models trail, and how much of the answer is the definition?",
            Finding = finding,
            Charts = [new("lag-by-definition", "", LagChart.Of(series, finding))],
            Columns = Columns(report.Index.Abilities.Level),
            RowHeader = "definition",
            Rows = [.. series.SelectMany(s => s.Gap.Definitions.Select(d => Row(s.Series, s.Gap, d)))],
            Cite = Citation.Of(finding, report.Index, version),
            IntervalContains = Contains(report.IndexGap),
            Denominator = Denominator.Of(report.Index),
            Notes =
            [
                $"Start of every mean: {Words.Day(report.IndexGap.Since)}; last release that counts: {Words.Day(report.IndexGap.AsOf)}; {Words.Count(report.Draws, "draw")}.",
                "Caught: terms that have a counterpart and are in the mean. Censored: terms without one, so the lag is at least as long; they are counted and not averaged.",
                "Under \"catch-up\" a censored record of the leader has not been matched yet: the mean is over the caught ones only and is therefore too short.",
            ],
            Fits = [report.Index, report.CaisiLike],
        };
    }

    private static string Series(string method, GapFinding gap) => $"{method}: {gap.Follower} behind {gap.Leader}";

    private static string Finding(GapFinding gap)
    {
        var head = gap.HeadlineEstimate;
        var known = gap.Definitions.Where(d => d.Months is not null).ToArray();
        var text =
            $"By Epoch's method {Words.Models(gap.Axis, gap.Follower)} trail {Words.Models(gap.Axis, gap.Leader)} by {Words.Months(head)} "
            + $"({Words.Interval(head.Interval, 1)}) under the definition \"{Words.Name(head.Definition)}\"";
        return known.Length < 2
            ? text + "."
            : text
                + $"; over {Words.Whole(known.Length)} definitions the same abilities give {Words.Range(known.Min(d => d.Months!.Value), known.Max(d => d.Months!.Value), 1)} months.";
    }

    private static string Contains(GapFinding gap)
    {
        var said = gap.Definitions.Select(d => d.Interval?.Contains).FirstOrDefault(c => c is not null);
        return $"{said ?? gap.Abilities.Contains}. Every draw selects its record setters anew.";
    }

    private static FigureColumn[] Columns(double level) =>
        [
            new("definition", "Definition"),
            new("method", "Method and groups"),
            new("axis", "Axis") { OnPage = false },
            new("months", "Months", ColumnKind.Number, 1),
            new("months_lower", $"{Words.Level(level)} interval", ColumnKind.Lower, 1),
            new("months_upper", "", ColumnKind.Upper, 1),
            new("caught", "Caught", ColumnKind.Number),
            new("censored", "Censored", ColumnKind.Number),
            new("terms", "Mean over"),
            new("computable_share", "Share of draws with a value", ColumnKind.Number, 2) { OnPage = false },
            new("known_as", "Known as"),
            new("meaning", "What it is"),
        ];

    private static IReadOnlyList<FigureCell> Row(string series, GapFinding gap, LagEstimate lag) =>
        [
            FigureCell.Of(Words.Name(lag.Definition)),
            FigureCell.Of(series),
            FigureCell.Of(Words.Kebab(gap.Axis.ToString())),
            FigureCell.Or(lag.Months, "censored"),
            FigureCell.Of(lag.Interval?.Lower),
            FigureCell.Of(lag.Interval?.Upper),
            FigureCell.Of((double)lag.Caught),
            FigureCell.Of((double)lag.Censored),
            FigureCell.Of(lag.Terms),
            FigureCell.Of(lag.ComputableShare),
            FigureCell.Of(LagWords.KnownAs(lag.Definition)),
            FigureCell.Of(LagWords.Meaning(lag.Definition)),
        ];
}
