using Tare.Analysis;
using Tare.Records;
using Tare.Web.Charts;

namespace Tare.Web.Figures;

/// <summary>The specification curve: every specification's months in ascending order, and below which alternatives stand where.</summary>
internal static class SpecificationFigure
{
    public static Figure Of(MultiverseFinding f, string title, Evidence evidence, string version)
    {
        ArgumentNullException.ThrowIfNull(f);
        ArgumentNullException.ThrowIfNull(evidence);
        var finding = StudyText.Sentence(f, title);
        return new Figure
        {
            Id = "specification-curve",
            Title = "The specification curve",
            Question = "How many months, under every combination of defensible choices?",
            Finding = finding,
            Charts =
            [
                new("specification-curve", "Months behind, in ascending order of the specifications", SpecificationChart.Curve(f, finding)),
                new("specification-panel", "Where each alternative stands in that order", SpecificationChart.Panel(f, finding)),
            ],
            Columns =
            [
                new("choice", "Choice"),
                new("variance_share", "Share of variance", ColumnKind.Number, 2),
                new("alternative", "Alternative"),
                new("count", "Specifications", ColumnKind.Number),
                new("lower_quartile", "25 %", ColumnKind.Number, 1),
                new("median", "Median months", ColumnKind.Number, 1),
                new("upper_quartile", "75 %", ColumnKind.Number, 1),
            ],
            RowHeader = "alternative",
            Rows =
            [
                .. f.Rows.SelectMany(c =>
                    c.Alternatives.Select(
                        IReadOnlyList<FigureCell> (a) =>
                            [
                                FigureCell.Of(c.Name),
                                FigureCell.Of(c.VarianceShare),
                                FigureCell.Of(a.Name),
                                FigureCell.Of((double)a.Count),
                                FigureCell.Or(a.LowerQuartile, "none"),
                                FigureCell.Or(a.Median, "none"),
                                FigureCell.Or(a.UpperQuartile, "none"),
                            ]
                    )
                ),
            ],
            Cite = $"{finding.TrimEnd('.')}; evidence {evidence.Name}, sha256 {Words.Prefix(evidence.Digest)}; Tare {version}.",
            IntervalContains = f.MedianWidth is { } width
                ? $"Band: the median of the specifications' own bounds at each place; they contain the sampling of benchmarks within each model. Median width {Words.Fixed(width, 1)} months."
                : "No draws were made: the curve is of point estimates.",
            Denominator = Denominator.Of(evidence),
            Notes = [.. Notes(f)],
            Fits = [],
        };
    }

    private static IEnumerable<string> Notes(MultiverseFinding f)
    {
        yield return "The spread over specifications says how much the answer hangs on choices; it is not a probability, since the specifications are not a sample.";
        yield return "Share of variance: what the means of a choice's alternatives explain; what choices do together is in none of them.";
        foreach (var (reason, count) in f.NotComputable.Take(5))
        {
            yield return $"{Words.Count(count, "specification")} without months: {reason}.";
        }
    }
}
