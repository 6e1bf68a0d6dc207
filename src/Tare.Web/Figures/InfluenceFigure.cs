using Tare.Analysis;
using Tare.Records;
using Tare.Web.Charts;

namespace Tare.Web.Figures;

/// <summary>The answer without each benchmark, domain and model.</summary>
internal static class InfluenceFigure
{
    private const int Shown = 8;

    public static Figure Of(InfluenceFinding f, Evidence evidence, string version)
    {
        ArgumentNullException.ThrowIfNull(f);
        ArgumentNullException.ThrowIfNull(evidence);
        var finding = StudyText.Sentence(f);
        var unit = f.Estimand.Unit;
        var shown = f.Rows.Where(r => r.Change is not null).GroupBy(r => r.Kind).SelectMany(g => g.Take(Shown)).ToArray();
        var bars = shown
            .Select(r => new StudyBars.Bar(
                $"without {r.Name}",
                KebabCase.Of(r.Kind),
                f.Value,
                r.Value!.Value,
                Words.Signed(r.Change!.Value, 2)
            ))
            .ToArray();
        return new Figure
        {
            Id = "influence",
            Title = "What the answer rests on",
            Question = $"How many {unit} behind, without one benchmark, one domain or one model?",
            Finding = finding,
            Charts = [new("influence", "", StudyBars.Of(bars, $"{unit} behind", finding, f.Value))],
            Columns =
            [
                new("kind", "Kind"),
                new("left_out", "Left out"),
                new("scores", "Scores", ColumnKind.Number),
                new("value", $"{unit} without it", ColumnKind.Number, 2),
                new("change", "Change", ColumnKind.Number, 2),
            ],
            RowHeader = "left_out",
            Rows =
            [
                .. f.Rows.Select(
                    IReadOnlyList<FigureCell> (r) =>
                        [
                            FigureCell.Of(KebabCase.Of(r.Kind)),
                            FigureCell.Of(r.Name),
                            FigureCell.Of((double)r.Scores),
                            FigureCell.Or(r.Value, "not computable"),
                            FigureCell.Or(r.Change, "not computable"),
                        ]
                ),
            ],
            Cite = $"{finding.TrimEnd('.')}; evidence {evidence.Name}, sha256 {Words.Prefix(evidence.Digest)}; Tare {version}.",
            IntervalContains = $"The full answer: {Words.Interval(f.Interval, 1)}, {f.Interval?.Contains ?? "no draws were made"}.",
            Denominator = Denominator.Of(evidence),
            Notes = [.. Notes(f)],
            Fits = [],
        };
    }

    private static IEnumerable<string> Notes(InfluenceFinding f)
    {
        yield return $"Each bar runs from the full answer to the answer without it; the {Words.Whole(Shown)} largest of each kind are drawn, the table has all.";
        if (f.Reweighted is { } interval)
        {
            yield return $"Random weights of the domains (flat Dirichlet, {Words.Count(f.Reweightings, "draw")}): {Words.Interval(interval, 1)}.";
        }

        if (StudyText.Flip(f) is { Length: > 0 } flip)
        {
            yield return flip;
        }

        foreach (var row in f.Rows.Where(r => r.Reason is not null))
        {
            yield return $"Without {row.Name}: {row.Reason}.";
        }
    }
}
