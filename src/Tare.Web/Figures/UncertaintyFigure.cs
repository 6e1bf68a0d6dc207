using Tare.Analysis;
using Tare.Records;
using Tare.Web.Charts;

namespace Tare.Web.Figures;

/// <summary>Standard errors by source, one bar each.</summary>
internal static class UncertaintyFigure
{
    public static Figure Of(UncertaintyFinding f, Evidence evidence, string version)
    {
        ArgumentNullException.ThrowIfNull(f);
        ArgumentNullException.ThrowIfNull(evidence);
        var finding = StudyText.Sentence(f);
        var digits = f.Estimand.Kind == EstimandKind.Elo ? 0 : 2;
        var rows = f.Rows.Append(f.Together).ToArray();
        var bars = rows.Where(r => r.StandardError is not null)
            .Select(r => new StudyBars.Bar(
                Name(r),
                r.Source is null ? "together" : "one source",
                0,
                r.StandardError!.Value,
                Words.Fixed(r.StandardError.Value, digits)
            ))
            .ToArray();
        return new Figure
        {
            Id = "uncertainty",
            Title = "Standard error by source",
            Question = "Which source of uncertainty makes the answer unsure, and which is in a printed interval?",
            Finding = finding,
            Charts = [new("uncertainty", "", StudyBars.Of(bars, $"Standard error, {f.Estimand.Unit}", finding))],
            Columns =
            [
                new("source", "Source"),
                new("standard_error", $"Standard error, {f.Estimand.Unit}", ColumnKind.Number, digits),
                new("lower", $"{Words.Level(f.Methodology.Level)} interval", ColumnKind.Lower, digits),
                new("upper", "", ColumnKind.Upper, digits),
                new("contains", "What varies"),
            ],
            RowHeader = "source",
            Rows =
            [
                .. rows.Select(
                    IReadOnlyList<FigureCell> (r) =>
                        [
                            FigureCell.Of(Name(r)),
                            FigureCell.Or(r.StandardError, "none"),
                            FigureCell.Or(r.Interval?.Lower, "none"),
                            FigureCell.Or(r.Interval?.Upper, "none"),
                            FigureCell.Of(r.Contains),
                        ]
                ),
            ],
            Cite = $"{finding.TrimEnd('.')}; evidence {evidence.Name}, sha256 {Words.Prefix(evidence.Digest)}; Tare {version}.",
            IntervalContains = "Each row contains its own source and nothing else; the last row those that can be drawn at once.",
            Denominator = Denominator.Of(evidence),
            Notes = f.DomainJackknife is { } error
                ? [$"Leaving out one domain at a time (jackknife): standard error {Words.Fixed(error, digits)} {f.Estimand.Unit}."]
                : [],
            Fits = [],
        };
    }

    private static string Name(UncertaintyRow row) => row.Source is { } source ? KebabCase.Of(source) : "together";
}
