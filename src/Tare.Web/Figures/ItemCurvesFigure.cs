using Tare.Web.Charts;

namespace Tare.Web.Figures;

/// <summary>Item characteristic curves, with the table of all items.</summary>
internal static class ItemCurvesFigure
{
    private const int Named = 6;
    private const int Faint = 60;

    public static Figure Of(CalibrationReport report, string version)
    {
        var known = report
            .Items.Where(i => i.Curve.Count > 0 && i.Difficulty is not null)
            .OrderBy(i => i.Difficulty)
            .ThenBy(i => i.Id, StringComparer.Ordinal)
            .ToArray();
        var named = CalibrationFigures.Evenly(known, Named);
        var faint = CalibrationFigures.Evenly(known, Faint);
        var finding = Finding(known);
        return new Figure
        {
            Id = "item-curves",
            Title = "Item characteristic curves",
            Question = "How does the chance of a right answer rise with ability?",
            Finding = finding,
            Charts = known.Length == 0 ? [] : [new("item-curves", "", ItemCurvesChart.Of(report.Abilities, named, faint, finding))],
            Columns =
            [
                new("item", "Item"),
                new("difficulty_logits", "Difficulty, logits", ColumnKind.Number, 3),
                new("difficulty_se", "SE", ColumnKind.Number, 3),
                new("discrimination", "Discrimination", ColumnKind.Number, 3),
                new("discrimination_se", "SE", ColumnKind.Number, 3),
                new("guessing", "Guessing", ColumnKind.Number, 3),
                new("guessing_se", "SE", ColumnKind.Number, 3),
                new("responses", "Responses", ColumnKind.Number),
                new("right_share", "Right, share", ColumnKind.Number, 3),
                new("reason", "Not identified because") { OnPage = false },
            ],
            RowHeader = "item",
            Rows = [.. known.Reverse().Concat(report.Items.Where(i => !known.Contains(i))).Select(Row)],
            Cite = CalibrationFigures.Cite(report, finding, version),
            IntervalContains = report.StandardErrors,
            Denominator = Denominator.OfResponses(report.Responses, report.Persons.Count, report.Items.Count),
            Notes = Notes(report, known.Length, named.Count, faint.Count),
            Fits = [],
            Why = CalibrationFigures.Why(report),
        };
    }

    private static string Finding(CalibrationItem[] known)
    {
        if (known.Length == 0)
        {
            return "No item has an identified curve.";
        }

        var (easiest, hardest) = (known[0], known[^1]);
        var (flattest, sharpest) = (known.MinBy(i => i.Discrimination)!, known.MaxBy(i => i.Discrimination)!);
        var slopes =
            flattest.Discrimination == sharpest.Discrimination
                ? $"all share a discrimination of {Words.Fixed(sharpest.Discrimination!.Value, 2)}."
                : $"{sharpest.Id} is the steepest (discrimination {Words.Fixed(sharpest.Discrimination!.Value, 2)}).";
        return $"The easiest of {Words.Count(known.Length, "item")} is {easiest.Id} (difficulty {Words.Fixed(easiest.Difficulty!.Value, 2)} logits), "
            + $"the hardest {hardest.Id} ({Words.Fixed(hardest.Difficulty!.Value, 2)}); {slopes}";
    }

    private static string[] Notes(CalibrationReport report, int known, int named, int faint)
    {
        var notes = new List<string>
        {
            $"Named in the picture: {Words.Whole(named)} of {Words.Count(known, "item")} with a curve, evenly by difficulty; drawn without a name: "
                + $"{(faint == known ? "all" : Words.Whole(faint) + ", evenly by difficulty")}. The table has every item, the hardest first.",
            "Difficulty is the ability that answers half right once guessing is taken off; discrimination is the slope per logit.",
        };
        if (known < report.Items.Count)
        {
            notes.Add(
                $"{Words.Count(report.Items.Count - known, "item")} without a curve {(report.Items.Count - known == 1 ? "stands" : "stand")} at the end of the table; the file says why."
            );
        }

        return [.. notes];
    }

    private static IReadOnlyList<FigureCell> Row(CalibrationItem item) =>
        [
            FigureCell.Of(item.Id),
            FigureCell.Or(item.Difficulty, "not identified"),
            FigureCell.Or(item.DifficultyError, "none"),
            FigureCell.Or(item.Discrimination, "not identified"),
            FigureCell.Or(item.DiscriminationError, "none"),
            FigureCell.Or(item.Guessing, "not identified"),
            FigureCell.Or(item.GuessingError, "none"),
            FigureCell.Of((double)item.Responses),
            FigureCell.Of(item.RightShare),
            item.Reason is null ? FigureCell.NotApplicable : FigureCell.Of(item.Reason),
        ];
}
