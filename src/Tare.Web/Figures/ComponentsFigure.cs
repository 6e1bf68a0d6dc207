using Tare.Web.Charts;

namespace Tare.Web.Figures;

/// <summary>Variance components: how much each term moves the logit of a right answer.</summary>
internal static class ComponentsFigure
{
    public static Figure Of(CalibrationReport report, string version)
    {
        var components = report
            .Components.OrderByDescending(c => c.StandardDeviation)
            .ThenBy(c => c.Term, StringComparer.Ordinal)
            .ToArray();
        var finding = CalibrationText.Components(report);
        return new Figure
        {
            Id = "components",
            Title = "Variance components",
            Question = "How much of the answer is the person, and how much the container?",
            Finding = finding,
            Charts = [new("components", "", ComponentsChart.Of(components, report.ComponentIntervals, finding))],
            Columns =
            [
                new("term", "Term"),
                new("sd_logits", "Standard deviation, logits", ColumnKind.Number, 3),
                new("sd_lower", report.ComponentIntervals, ColumnKind.Lower, 3),
                new("sd_upper", "", ColumnKind.Upper, 3),
            ],
            RowHeader = "term",
            Rows =
            [
                .. components.Select(c =>
                    (IReadOnlyList<FigureCell>)
                        [
                            FigureCell.Of(c.Term),
                            FigureCell.Of(c.StandardDeviation),
                            FigureCell.Or(c.Lower, "none"),
                            FigureCell.Or(c.Upper, "none"),
                        ]
                ),
            ],
            Cite = CalibrationFigures.Cite(report, finding, version),
            IntervalContains = $"{report.ComponentIntervals}: {report.StandardErrors}",
            Denominator = Denominator.OfResponses(report.Responses, report.Persons.Count, report.Items.Count),
            Fits = [],
            Why = CalibrationFigures.Why(report),
        };
    }
}
