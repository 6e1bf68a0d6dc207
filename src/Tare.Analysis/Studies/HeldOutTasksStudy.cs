using Tare.Numerics;
using Tare.Records;

namespace Tare.Analysis;

/// <summary>Claim 14: whether open models do worse on tasks that were kept private.</summary>
internal static class HeldOutTasksStudy
{
    internal static readonly StudyPlan Plan = new(
        new ClaimStudy
        {
            Number = 14,
            Name = "held-out-tasks",
            Claim = "Private and held-out tasks hit open models harder.",
            Criterion =
                "Residuals of the refitted index: (open on held-out benchmarks - open on public ones) - (closed, the same). Supported if its 90 % interval lies below 0, refuted if it lies above -1 point, else undecidable.",
            Needs = [StudyDataSet.Curated],
            Decides = "Pairs of public and held-out tasks of one maker and difficulty, run task by task on open and closed models.",
        },
        Run
    );

    private static ClaimStudyFinding Run(ClaimStudy study, StudyData data, CancellationToken cancel)
    {
        var fit = MethodologyFit.Of(data.Curated, data.Eci, 0, StudyText.Level, null, cancel);
        var cells = Cells(data, fit);
        var contrast = 100 * Contrast(cells)!.Value;
        var draws = Enumerable.Range(0, data.Draws).Select(k => Resampled(cells, k)).OfType<double>().Select(v => 100 * v).ToArray();
        var interval =
            draws.Length == 0
                ? null
                : new Interval(
                    Quantiles.Of(draws, (1 - StudyText.Level) / 2),
                    Quantiles.Of(draws, (1 + StudyText.Level) / 2),
                    StudyText.Level,
                    "the choice of benchmarks, drawn with replacement among the public and among the held-out ones; not a refit, nor the choice of models"
                );
        var groups = cells
            .GroupBy(c => (c.IsOpen, c.IsHeldOut))
            .OrderBy(g => g.Key)
            .Select(g => new StudyRow(
                $"{(g.Key.IsOpen ? "open" : "closed")}, {(g.Key.IsHeldOut ? "held-out" : "public")}: mean residual of {g.Count()} scores",
                100 * g.Average(c => c.Residual),
                "points"
            ));
        var heldOut = cells.Where(c => c.IsHeldOut).Select(c => c.Benchmark).Distinct(StringComparer.Ordinal).Count();
        return new ClaimStudyFinding
        {
            Study = study,
            Verdict =
                interval is null ? StudyVerdict.Undecidable
                : interval.Upper < 0 ? StudyVerdict.Supported
                : interval.Lower > -1 ? StudyVerdict.Refuted
                : StudyVerdict.Undecidable,
            Answer =
                $"Given their ability on the index, open models score {StudyText.Tenth(Math.Abs(contrast))} points {(contrast < 0 ? "lower" : "higher")} on held-out benchmarks than on public ones, relative to closed models; {heldOut} held-out benchmarks carry it.",
            Estimate = contrast,
            Unit = "points",
            Interval = interval,
            Rows = [.. groups],
            Denominator = $"{cells.Count} scores with known weights and visibility, {heldOut} held-out benchmarks, {draws.Length} draws",
            Limits =
            [
                "Held-out benchmarks are also the hardest ones; a curve that fits badly at low scores looks the same.",
                "Public is the state of the tasks now; when they entered training data is not known.",
            ],
        };
    }

    private static List<Cell> Cells(StudyData data, FitFinding fit)
    {
        var curve = ResponseCurve.Of(data.Eci);
        var abilities = fit.Abilities.Rows.Where(r => r.Raw is not null).ToDictionary(r => r.Id, r => r.Raw!.Value, StringComparer.Ordinal);
        var items = fit.Items.ToDictionary(i => i.Id, StringComparer.Ordinal);
        var visibility = data.Curated.Benchmarks.ToDictionary(b => b.Id, b => b.Visibility, StringComparer.Ordinal);
        var weights = data.Curated.Models.ToDictionary(m => m.Id, m => m.Weights, StringComparer.Ordinal);
        return
        [
            .. data
                .Curated.Scores.Where(s =>
                    abilities.ContainsKey(s.ModelId)
                    && items.ContainsKey(s.BenchmarkId)
                    && visibility[s.BenchmarkId] is not null
                    && weights[s.ModelId] != Weights.Unknown
                )
                .Select(s => new Cell(
                    s.BenchmarkId,
                    weights[s.ModelId] == Weights.Open,
                    visibility[s.BenchmarkId] != "public",
                    s.Value
                        - curve.At(abilities[s.ModelId], items[s.BenchmarkId].RawDifficulty, items[s.BenchmarkId].RawDiscrimination).Share
                )),
        ];
    }

    private static double? Contrast(IEnumerable<Cell> cells)
    {
        var mean = cells.GroupBy(c => (c.IsOpen, c.IsHeldOut)).ToDictionary(g => g.Key, g => g.Average(c => c.Residual));
        return mean.Count < 4 ? null : mean[(true, true)] - mean[(true, false)] - (mean[(false, true)] - mean[(false, false)]);
    }

    private static double? Resampled(List<Cell> cells, int draw)
    {
        var random = RandomSource.For("study/held-out-tasks", draw);
        var drawn = new List<Cell>(cells.Count);
        foreach (var side in cells.GroupBy(c => c.IsHeldOut).OrderBy(g => g.Key))
        {
            var benchmarks = side.GroupBy(c => c.Benchmark, StringComparer.Ordinal)
                .OrderBy(g => g.Key, StringComparer.Ordinal)
                .Select(g => g.ToList())
                .ToList();
            for (var k = 0; k < benchmarks.Count; k++)
            {
                drawn.AddRange(benchmarks[random.NextInt(benchmarks.Count)]);
            }
        }

        return Contrast(drawn);
    }

    private readonly record struct Cell(string Benchmark, bool IsOpen, bool IsHeldOut, double Residual);
}
