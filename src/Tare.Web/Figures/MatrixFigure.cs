using Tare.Analysis;
using Tare.Records;
using Tare.Web.Charts;

namespace Tare.Web.Figures;

/// <summary>Every score, with the holes.</summary>
internal static class MatrixFigure
{
    public static Figure Of(Report report, string version)
    {
        var evidence = report.Evidence;
        var models = Models(report);
        var benchmarks = Benchmarks(report);
        var finding = Finding(evidence);
        return new Figure
        {
            Id = "score-matrix",
            Title = "The scores, and the holes between them",
            Question = "Who was measured on what?",
            Finding = finding,
            Charts = [new("score-matrix", "", MatrixChart.Of(evidence.Scores, models, benchmarks, finding))],
            Columns =
            [
                new("model", "Model"),
                new("model_id", "Model identifier") { OnPage = false },
                new("benchmark", "Benchmark"),
                new("benchmark_id", "Benchmark identifier") { OnPage = false },
                new("share_right", "Share right", ColumnKind.Number, 4),
                new("standard_error", "Standard error", ColumnKind.Number, 4),
                new("harness", "Harness"),
            ],
            Rows = [.. Rows(evidence, models, benchmarks)],
            Cite = Citation.Of(finding, report.Index, version),
            IntervalContains =
                "No intervals: these are scores as published, after chance correction. Where a publisher states a standard error, the table has it.",
            Denominator = new(evidence.Scores.Count, evidence.Models.Count, evidence.Benchmarks.Count),
            Notes =
            [
                "Rows: models, the most able on top. Columns: benchmarks, the easiest at the left. A blank cell means that nobody published a score; it is never zero.",
                "A source that names no harness is listed as unknown, never as a reference harness.",
                .. evidence.Notes,
            ],
            Fits = [report.Index],
        };
    }

    private static string Finding(Evidence evidence)
    {
        var cells = evidence.Models.Count * evidence.Benchmarks.Count;
        var share = cells == 0 ? "unknown" : Words.Share(evidence.Scores.Count / (double)cells);
        return $"{Words.Whole(evidence.Scores.Count)} of {Words.Whole(cells)} cells ({share}) have a published score: "
            + $"{Words.Count(evidence.Models.Count, "model")} on {Words.Count(evidence.Benchmarks.Count, "benchmark")}; the rest is unknown, not zero.";
    }

    private static (string Id, string Name)[] Models(Report report)
    {
        var ability = report.Index.Abilities.Rows.ToDictionary(r => r.Id, r => r.Value, StringComparer.Ordinal);
        return
        [
            .. report
                .Evidence.Models.OrderByDescending(m => ability.TryGetValue(m.Id, out var a) ? a : double.NegativeInfinity)
                .ThenBy(m => m.Id, StringComparer.Ordinal)
                .Select(m => (m.Id, m.Name)),
        ];
    }

    private static (string Id, string Name)[] Benchmarks(Report report)
    {
        var difficulty = report.Index.Items.ToDictionary(i => i.Id, i => i.Difficulty, StringComparer.Ordinal);
        return
        [
            .. report
                .Evidence.Benchmarks.OrderBy(b => difficulty.TryGetValue(b.Id, out var d) ? d : double.PositiveInfinity)
                .ThenBy(b => b.Id, StringComparer.Ordinal)
                .Select(b => (b.Id, b.Name)),
        ];
    }

    private static IEnumerable<IReadOnlyList<FigureCell>> Rows(
        Evidence evidence,
        (string Id, string Name)[] models,
        (string Id, string Name)[] benchmarks
    )
    {
        var scores = evidence.Scores.ToDictionary(s => (s.ModelId, s.BenchmarkId));
        foreach (var model in models)
        {
            foreach (var benchmark in benchmarks)
            {
                if (scores.TryGetValue((model.Id, benchmark.Id), out var score))
                {
                    yield return
                    [
                        FigureCell.Of(model.Name),
                        FigureCell.Of(model.Id),
                        FigureCell.Of(benchmark.Name),
                        FigureCell.Of(benchmark.Id),
                        FigureCell.Of(score.Value),
                        FigureCell.Of(score.StandardError),
                        FigureCell.Of(score.HarnessId),
                    ];
                }
            }
        }
    }
}
