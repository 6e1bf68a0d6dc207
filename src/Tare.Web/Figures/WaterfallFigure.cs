using Tare.Analysis;
using Tare.Records;
using Tare.Web.Charts;

namespace Tare.Web.Figures;

/// <summary>From one methodology's answer to the other's, one bar a choice.</summary>
internal static class WaterfallFigure
{
    public static Figure Of(AttributionFinding f, Evidence evidence, string version)
    {
        ArgumentNullException.ThrowIfNull(f);
        ArgumentNullException.ThrowIfNull(evidence);
        var finding = StudyText.Sentence(f);
        var digits = f.Estimand.Kind == EstimandKind.Elo ? 0 : 2;

        // A share that prints as 0 has no bar; the table has it.
        var visible = 0.5 * Math.Pow(10, -digits);
        StudyStep[] steps = [.. StudyText.Steps(f).Where(s => s.IsTotal || Math.Abs(s.To - s.From) >= visible)];
        return new Figure
        {
            Id = "waterfall",
            Title = $"From {f.A.Name} to {f.B.Name}",
            Question = "How much of the difference does each choice make?",
            Finding = finding,
            Charts = [new("waterfall", "", WaterfallChart.Of(steps, f.Estimand.Unit, digits, finding))],
            Columns =
            [
                new("choice", "Choice"),
                new("from", f.A.Name),
                new("to", f.B.Name),
                new("share", $"Share, {f.Estimand.Unit}", ColumnKind.Number, digits),
                new("alone", $"Alone, {f.Estimand.Unit}", ColumnKind.Number, digits),
            ],
            RowHeader = "choice",
            Rows =
            [
                .. f.Parts.Select(
                    IReadOnlyList<FigureCell> (p) =>
                        [
                            FigureCell.Of(StudyText.Name(p.Choices)),
                            FigureCell.Of(p.From),
                            FigureCell.Of(p.To),
                            FigureCell.Of(p.Value),
                            FigureCell.Of(p.Alone),
                        ]
                ),
            ],
            Cite = $"{finding.TrimEnd('.')}; evidence {evidence.Name}, sha256 {Words.Prefix(evidence.Digest)}; Tare {version}.",
            IntervalContains = "Shares are of point estimates and have no interval of their own.",
            Denominator = Denominator.Of(evidence),
            Notes = [.. Notes(f, digits)],
            Fits = [],
        };
    }

    private static IEnumerable<string> Notes(AttributionFinding f, int digits)
    {
        yield return $"Shares are exact Shapley values over {Words.Count(f.Mixtures, "mixture")} of the two methodologies; they sum to the difference, and exchanging the two flips every sign.";
        yield return "Alone: what exchanging this choice by itself does to the first answer. What choices do together is shared equally among them.";
        foreach (var i in f.Interactions.Where(i => Math.Abs(i.Value) >= (digits == 0 ? 0.5 : 0.005)).Take(3))
        {
            yield return $"{StudyText.Name(i.First)} with {StudyText.Name(i.Second)}: {Words.Signed(i.Value, digits)} {f.Estimand.Unit} together beyond what each does alone (Shapley-Taylor, order two; not added).";
        }

        foreach (var refusal in StudyText.Refusals(f))
        {
            yield return $"No share of its own: {refusal}.";
        }
    }
}
