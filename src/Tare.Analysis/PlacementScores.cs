using Tare.Records;

namespace Tare.Analysis;

/// <summary>A model's scores, checked and matched to the items of a fit.</summary>
internal sealed class PlacementScores
{
    private readonly Dictionary<int, double> _observed;

    private PlacementScores(
        int[] items,
        double[] values,
        double[] weights,
        Dictionary<int, double> observed,
        int side,
        IReadOnlyList<Exclusion> moved
    )
    {
        Items = items;
        Values = values;
        Weights = weights;
        _observed = observed;
        Side = side;
        Moved = moved;
    }

    /// <summary>How many scores.</summary>
    internal int Count => Items.Length;

    /// <summary>Position of each score's item in the fit.</summary>
    internal int[] Items { get; }

    /// <summary>The scores, moved into the methodology's range.</summary>
    internal double[] Values { get; }

    /// <summary>Weight of each score: that of its benchmark in the fit.</summary>
    internal double[] Weights { get; }

    /// <summary>1 where every score is at the top of the range, -1 where every score is at the bottom, else 0.</summary>
    internal int Side { get; }

    /// <summary>What was moved into the range.</summary>
    internal IReadOnlyList<Exclusion> Moved { get; }

    /// <summary>The score on an item as given, or <see langword="null"/>.</summary>
    internal double? Observed(int item) => _observed.TryGetValue(item, out var value) ? value : null;

    /// <summary>Matches and checks.</summary>
    internal static PlacementScores From(IEnumerable<Score> scores, FitFinding fit)
    {
        var (floor, ceiling) = (fit.Methodology.ScoreFloor, fit.Methodology.ScoreCeiling);
        var observed = new Dictionary<int, double>();
        var moved = new List<string>();
        foreach (var score in scores)
        {
            var item = PositionOf(fit, score.BenchmarkId);
            if (!(score.Value >= 0 && score.Value <= 1))
            {
                throw InputException.At(
                    $"score on '{score.BenchmarkId}'",
                    FormattableString.Invariant($"{score.Value}"),
                    "a share in [0, 1], chance corrected",
                    "divide a percentage by 100; leave the row out if it was not run"
                );
            }

            if (!observed.TryAdd(item, score.Value))
            {
                throw InputException.At(
                    $"score on '{score.BenchmarkId}'",
                    "occurs twice",
                    "one score for each benchmark",
                    "keep one, or give their mean"
                );
            }

            if (score.Value < floor || score.Value > ceiling)
            {
                moved.Add(FormattableString.Invariant($"{fit.Items[item].Name}: {score.Value}"));
            }
        }

        var items = observed.Keys.Order().ToArray();
        var values = Array.ConvertAll(items, k => Math.Clamp(observed[k], floor, ceiling));
        return new PlacementScores(
            items,
            values,
            Array.ConvertAll(items, k => WeightOf(fit, k)),
            observed,
            SideOf(values, floor, ceiling),
            Note(moved, floor, ceiling)
        );
    }

    private static int SideOf(double[] values, double floor, double ceiling)
    {
        if (values.Length > 0 && values.All(v => v >= ceiling))
        {
            return 1;
        }

        return values.Length > 0 && values.All(v => v <= floor) ? -1 : 0;
    }

    private static Exclusion[] Note(List<string> moved, double floor, double ceiling) =>
        moved.Count == 0
            ? []
            : [new Exclusion(FormattableString.Invariant($"scores moved into [{floor}, {ceiling}]"), moved.Count, [.. moved.Take(5)])];

    /// <summary>Weight of a benchmark in the fit's objective: that of its first response, since a weight rule gives every response of a benchmark the same.</summary>
    private static double WeightOf(FitFinding fit, int item)
    {
        var data = fit.Handle!.Family.Data;
        return data.Importance[data.ItemOf.IndexOf(item)];
    }

    private static int PositionOf(FitFinding fit, string key)
    {
        for (var k = 0; k < fit.Items.Count; k++)
        {
            if (string.Equals(fit.Items[k].Id, key, StringComparison.Ordinal))
            {
                return k;
            }
        }

        var named = Enumerable
            .Range(0, fit.Items.Count)
            .Where(k => string.Equals(fit.Items[k].Name, key, StringComparison.OrdinalIgnoreCase))
            .ToList();
        if (named.Count == 1)
        {
            return named[0];
        }

        var near = NearestNames.Of(key, fit.Items.SelectMany(i => new[] { i.Id, i.Name }));
        throw InputException.At(
            $"benchmark '{key}'",
            $"not among the {fit.Items.Count} benchmarks of the fit",
            "the identifier or the name of one of them" + (near.Count > 0 ? $" (near: {string.Join(", ", near)})" : ""),
            "leave the row out, or fit evidence that has the benchmark"
        );
    }
}
