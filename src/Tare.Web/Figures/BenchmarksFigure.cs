using Tare.Analysis;
using Tare.Records;

namespace Tare.Web.Figures;

/// <summary>What each benchmark measures on the scale of the index.</summary>
internal static class BenchmarksFigure
{
    public static Figure Of(Report report, string version)
    {
        var unit = report.Index.Abilities.Unit;
        var benchmarks = report.Evidence.Benchmarks.ToDictionary(b => b.Id, StringComparer.Ordinal);
        var finding = Finding(report);
        return new Figure
        {
            Id = "benchmarks",
            Title = "All benchmarks",
            Question = "How hard is each benchmark, and how sharply does it tell models apart?",
            Finding = finding,
            Columns =
            [
                new("benchmark", "Benchmark"),
                new("id", "Identifier") { OnPage = false },
                new("domain", "Domain"),
                new("visibility", "Tasks are"),
                new("difficulty", $"Difficulty, {unit}", ColumnKind.Number, 1),
                new("discrimination", $"Discrimination per {unit}", ColumnKind.Number, 3),
                new("discrimination_logit", "Discrimination per logit", ColumnKind.Number, 3) { OnPage = false },
                new("scores", "Scores", ColumnKind.Number),
            ],
            RowHeader = "benchmark",
            Rows =
            [
                .. report
                    .Index.Items.OrderByDescending(i => i.Difficulty)
                    .ThenBy(i => i.Id, StringComparer.Ordinal)
                    .Select(i => Row(i, benchmarks.GetValueOrDefault(i.Id))),
            ],
            Cite = Citation.Of(finding, report.Index, version),
            IntervalContains = "No intervals: difficulties and discriminations are point estimates of the fit.",
            Denominator = Denominator.Of(report.Index),
            Notes =
            [
                "Difficulty is the ability that gets half of the benchmark right, after chance correction. A discrimination at a bound of the box is listed under \"why this number\".",
            ],
            Fits = [report.Index],
        };
    }

    private static string Finding(Report report)
    {
        var items = report.Index.Items;
        if (items.Count == 0)
        {
            return "No benchmark is in the fit.";
        }

        var hardest = items.MaxBy(i => i.Difficulty)!;
        var easiest = items.MinBy(i => i.Difficulty)!;
        var unit = report.Index.Abilities.Unit;
        return $"Of {Words.Count(items.Count, "benchmark")} the hardest is {hardest.Name} (half right at {Words.Fixed(hardest.Difficulty, 1)} {unit}), "
            + $"the easiest {easiest.Name} (at {Words.Fixed(easiest.Difficulty, 1)} {unit}); point estimates without interval.";
    }

    private static IReadOnlyList<FigureCell> Row(ItemRow item, Benchmark? benchmark) =>
        [
            FigureCell.Of(item.Name),
            FigureCell.Of(item.Id),
            FigureCell.Of(item.Domain ?? benchmark?.Domain),
            FigureCell.Of(benchmark?.Visibility),
            FigureCell.Of(item.Difficulty),
            FigureCell.Of(item.Discrimination),
            FigureCell.Of(item.RawDiscrimination),
            FigureCell.Of((double)item.Observations),
        ];
}
