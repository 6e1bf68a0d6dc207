using Tare.Analysis;

namespace Tare.Web.Figures;

/// <summary>The smallest single change of the evidence that would flip the headline.</summary>
internal static class SmallestChangeFigure
{
    public static Figure Of(Report report, string version)
    {
        var change = report.SmallestChange;
        var finding = Finding(report);
        return new Figure
        {
            Id = "smallest-change",
            Title = "The smallest change that would flip the answer",
            Question = "How much does the headline hang on one date, one score, one benchmark?",
            Finding = finding,
            Columns =
            [
                new("change", "Change"),
                new("list", "Listed as"),
                new("kind", "Kind"),
                new("size", "Size", ColumnKind.Number, 1),
                new("size_unit", "Unit"),
                new("months", "Months after it", ColumnKind.Number, 1),
                new("follower", "Best follower after it"),
                new("leader", "Best leader after it"),
                new("crossed_by", "Follower's level first reached by") { OnPage = false },
                new("flips", "What it flips"),
            ],
            RowHeader = "change",
            Rows =
            [
                .. change.Smallest.Select(c => Row(c, "smallest that flips")),
                .. change.Strongest.Select(c => Row(c, "moves the months most")),
            ],
            Cite = Citation.Of(finding, report.Index, version),
            IntervalContains = "No intervals: each row is an exact refit of the whole evidence with one thing changed.",
            Denominator = Denominator.Of(report.Index),
            Notes =
            [
                $"Flip means: {change.Meaning}",
                "Tried by exact refit: "
                    + string.Join(
                        ", ",
                        change
                            .Tried.OrderBy(t => t.Key)
                            .Select(t =>
                                $"{Words.Count(t.Value, Kind(t.Key))} ({Words.Whole(change.Flipping.GetValueOrDefault(t.Key))} flip)"
                            )
                    )
                    + ".",
            ],
            Fits = [report.Index],
        };
    }

    public static string Finding(Report report)
    {
        var change = report.SmallestChange;
        var head = report.IndexGap.HeadlineEstimate;
        var tried = Words.Whole(change.Tried.Values.Sum());
        var headline = $"the headline is {Words.Months(head)} ({Words.Interval(head.Interval, 1)})";
        if (change.Smallest.Count == 0)
        {
            return $"None of {tried} single changes of a date, a score or a benchmark flips the headline; {headline}.";
        }

        var first = change.Smallest[0];
        var flipping = Words.Whole(change.Flipping.Values.Sum());
        return $"{flipping} of {tried} single changes flip the headline; the smallest change of a {Kind(first.Kind)}: {first.Description.TrimEnd('.')} "
            + $"({Words.Fixed(first.Size, 1)} {first.SizeUnit}), after which it is {(first.Months is { } m ? Words.Fixed(m, 1) + " months" : "censored")}; {headline}.";
    }

    private static string Kind(ChangeKind kind) => Words.Kebab(kind.ToString());

    private static IReadOnlyList<FigureCell> Row(HeadlineChange change, string list) =>
        [
            FigureCell.Of(change.Description),
            FigureCell.Of(list),
            FigureCell.Of(Kind(change.Kind)),
            FigureCell.Of(change.Size),
            FigureCell.Of(change.SizeUnit),
            FigureCell.Or(change.Months, "censored"),
            FigureCell.Of(change.Follower),
            FigureCell.Of(change.Leader),
            FigureCell.Of(change.CrossedBy),
            FigureCell.Of(change.Flips.Count == 0 ? "nothing" : string.Join("; ", change.Flips)),
        ];
}
