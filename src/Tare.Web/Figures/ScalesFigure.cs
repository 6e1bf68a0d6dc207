using Tare.Analysis;
using Tare.Web.Charts;

namespace Tare.Web.Figures;

/// <summary>The index against CAISI's printed Elo and against a CAISI-like fit.</summary>
internal static class ScalesFigure
{
    public static Figure Of(Report report, string version)
    {
        var finding =
            $"{Sentence(report.IndexToPrintedElo, "CAISI's printed Elo")} {Sentence(report.IndexToCaisiLike, "the CAISI-like Elo")}";
        var groups = new[] { report.IndexGap.Leader, report.IndexGap.Follower }.Select(g => Words.Group(report.IndexGap.Axis, g)).ToArray();
        string GroupOf(string id) =>
            report.IndexGap.Abilities.Rows.FirstOrDefault(r => r.Id == id)?.Group is { } group
                ? Words.Group(report.IndexGap.Axis, group)
                : ScaleChart.Ungrouped;
        const string printed = "CAISI's printed Elo";
        const string fitted = "CAISI-like Elo";
        return new Figure
        {
            Id = "scales",
            Title = "Two scales against each other",
            Question = "Do Epoch's index and CAISI's Elo say the same of the same models?",
            Finding = finding,
            Charts =
            [
                new(
                    "scales-printed",
                    "The index against CAISI's printed Elo",
                    ScaleChart.Of(report.IndexToPrintedElo, GroupOf, groups, printed, finding)
                ),
                new(
                    "scales-fitted",
                    "The index against a CAISI-like fit of the same scores",
                    ScaleChart.Of(report.IndexToCaisiLike, GroupOf, groups, fitted, finding)
                ),
            ],
            Columns =
            [
                new("model", "Model"),
                new("comparison", "Against"),
                new("group", "Group"),
                new("from_points", report.IndexToPrintedElo.FromUnit, ColumnKind.Number, 1),
                new("to_points", "Elo", ColumnKind.Number, 0),
                new("predicted_points", "Elo by the line", ColumnKind.Number, 0),
                new("predicted_lower", "Prediction interval", ColumnKind.Lower, 0),
                new("predicted_upper", "", ColumnKind.Upper, 0),
            ],
            Rows = [.. Rows(report.IndexToPrintedElo, printed, GroupOf), .. Rows(report.IndexToCaisiLike, fitted, GroupOf)],
            Cite = Citation.Of(finding, report.Index, version),
            IntervalContains =
                $"The band is the {Words.Level(report.IndexToPrintedElo.Level)} prediction interval of the converter: where a new model at this value of the index would fall. "
                + "It contains the scatter about the line and the line's own error; it does not contain the error of the abilities themselves.",
            Denominator = Denominator.Of(report.Index),
            Notes =
            [
                $"Shared models: {Words.Whole(report.IndexToPrintedElo.Points.Count)} with CAISI's print, {Words.Whole(report.IndexToCaisiLike.Points.Count)} with the CAISI-like fit. "
                    + "Four shared models say little: the prediction interval is wide because the evidence is thin.",
                "Only differences of Elo compare with CAISI's: it states no origin.",
            ],
            Fits = [report.Index, report.CaisiLike],
        };
    }

    private static string Sentence(ScaleConverter converter, string to)
    {
        var count = converter.Points.Count;
        var half = converter
            .Points.Where(p => p is { Lower: not null, Upper: not null })
            .Select(p => (p.Upper!.Value - p.Lower!.Value) / 2)
            .ToArray();
        var width =
            half.Length == 0
                ? "interval unknown"
                : $"{Words.Level(converter.Level)} interval of a prediction: \u00b1{Words.Fixed(half.Min(), 0)} at best";
        return $"One point of {converter.FromUnit} is {Words.Fixed(converter.Slope, 1)} points of {to} over {Words.Count(count, "shared model")} "
            + $"(correlation {Words.Fixed(converter.Correlation, 2)}; {width}).";
    }

    private static IEnumerable<IReadOnlyList<FigureCell>> Rows(ScaleConverter converter, string against, Func<string, string> groupOf) =>
        converter
            .Points.OrderByDescending(p => p.From)
            .Select(p =>
                (IReadOnlyList<FigureCell>)
                    [
                        FigureCell.Of(p.Name),
                        FigureCell.Of(against),
                        FigureCell.Of(groupOf(p.Id)),
                        FigureCell.Of(p.From),
                        FigureCell.Of(p.To),
                        FigureCell.Of(p.Predicted),
                        FigureCell.Of(p.Lower),
                        FigureCell.Of(p.Upper),
                    ]
            );
}
