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
                new("size_text", "Size"),
                new("size", "Size as a number", ColumnKind.Number, 2) { OnPage = false },
                new("size_unit", "Unit") { OnPage = false },
                new("months", "Months after it", ColumnKind.Number, 1),
                new("follower", "Best follower after it"),
                new("leader", "Best leader after it"),
                new("crossed_by", "Follower's level first reached by") { OnPage = false },
                new("flips", "What it flips"),
            ],
            RowHeader = "change",
            Rows = [.. change.Smallest.Select(c => Row(c, "smallest flip")), .. change.Strongest.Select(c => Row(c, "strongest pull"))],
            Cite = Citation.Of(finding, report.Index, version),
            IntervalContains = "No intervals: each row is an exact refit of the whole evidence with one thing changed.",
            Denominator = Denominator.Of(report.Index),
            Notes =
            [
                $"Flip means: {change.Meaning.TrimEnd('.')}.",
                "The smallest flip of each kind comes first; the strongest pulls are the changes that move the months most, whether they flip anything or not.",
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
        var months = first.Months is { } m ? $"{Words.Fixed(m, 1)} months" : "censored";
        return $"{flipping} of {tried} single changes flip a part of the headline. A small one: {first.Description.TrimEnd('.')} ({Size(first)}). "
            + $"It flips {string.Join("; ", first.Flips)}; the lag is then {months}, while {headline}.";
    }

    private static string Size(HeadlineChange change) =>
        $"{Words.Fixed(change.Size, change.SizeUnit == "percentage points" ? 1 : 0)} {change.SizeUnit}";

    private static string Kind(ChangeKind kind) => Words.Kebab(kind.ToString());

    private static IReadOnlyList<FigureCell> Row(HeadlineChange change, string list) =>
        [
            FigureCell.Of(change.Description),
            FigureCell.Of(list),
            FigureCell.Of(Kind(change.Kind)),
            FigureCell.Of(Size(change)),
            FigureCell.Of(change.Size),
            FigureCell.Of(change.SizeUnit),
            FigureCell.Or(change.Months, "censored"),
            FigureCell.Of(change.Follower),
            FigureCell.Of(change.Leader),
            FigureCell.Of(change.CrossedBy),
            FigureCell.Of(change.Flips.Count == 0 ? "nothing" : string.Join("; ", change.Flips)),
        ];
}
