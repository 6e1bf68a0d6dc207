using Tare.Web.Charts;

namespace Tare.Web.Figures;

/// <summary>How much the whole test tells at each ability.</summary>
internal static class InformationFigure
{
    /// <summary>The chart of the standard error ends here; beyond it a test says next to nothing.</summary>
    public const double HighestError = 2;

    public static Figure Of(CalibrationReport report, string version)
    {
        var finding = CalibrationText.Precision(report);
        var rows = report.Abilities.Select((theta, k) => (Theta: theta, Information: report.Information[k])).ToArray();
        var isFlat = rows.All(r => r.Information <= 0);
        var beyond = rows.Count(r => r.Information < 1 / (HighestError * HighestError));
        return new Figure
        {
            Id = "information",
            Title = "Information and standard error",
            Question = "For whom does the test measure well?",
            Finding = finding,
            Charts = isFlat
                ? []
                :
                [
                    new("information", "Test information, per squared logit", InformationChart.Information(rows, finding)),
                    new("information-error", "Standard error of an ability, logits", InformationChart.Error(rows, finding)),
                ],
            Columns =
            [
                new("ability_logits", "Ability, logits", ColumnKind.Number, 2),
                new("information", "Information, per squared logit", ColumnKind.Number, 3),
                new("standard_error_logits", "Standard error, logits", ColumnKind.Number, 3),
            ],
            RowHeader = "ability_logits",
            Rows =
            [
                .. rows.Select(r =>
                    (IReadOnlyList<FigureCell>)
                        [
                            FigureCell.Of(r.Theta),
                            FigureCell.Of(r.Information),
                            FigureCell.Or(r.Information > 0 ? 1 / Math.Sqrt(r.Information) : null, "no information"),
                        ]
                ),
            ],
            Cite = CalibrationFigures.Cite(report, finding, version),
            IntervalContains =
                "The standard error is 1 / \u221a(information): the error of an ability for a person who answers every item once. It does not contain the error of the items' own parameters.",
            Denominator = Denominator.OfResponses(report.Responses, report.Persons.Count, report.Items.Count),
            Notes =
                beyond == 0
                    ? []
                    :
                    [
                        $"The chart of the standard error ends at {Words.Fixed(HighestError, 0)} logits; {Words.Whole(beyond)} of {Words.Whole(rows.Length)} abilities in the table lie above.",
                    ],
            Fits = [],
            Why = CalibrationFigures.Why(report),
        };
    }
}
