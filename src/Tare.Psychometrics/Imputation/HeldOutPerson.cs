using System.Globalization;
using Tare.Numerics;

namespace Tare.Psychometrics;

/// <summary>All subsets of one person.</summary>
internal sealed record HeldOutPerson(double? Unevenness, bool HasContrast, IReadOnlyList<HoldOutTrial> Trials)
{
    internal static HeldOutPerson Of(
        ResponseMatrix data,
        int person,
        string? benchmark,
        Func<string, string?> benchmarkOf,
        HoldOutOptions options,
        CancellationToken cancel
    )
    {
        var parts = PersonRun.Of(data, person, benchmark, benchmarkOf);
        var filler = new BenchmarkFiller(parts.Others, parts.Items, parts.Other.Count > 0, options.Imputation, cancel);
        var truth = parts.Own.Average(r => r.Value);
        var trials = new List<HoldOutTrial>();
        foreach (var share in options.Shares)
        {
            var size = RunCount(share, parts.Own.Count);
            var stream = string.Create(CultureInfo.InvariantCulture, $"{options.Stream}/{data.Persons[person]}/{share:0.####}");
            for (var r = 0; r < options.Repeats; r++)
            {
                var run = Subset(parts.Own, size, RandomSource.For(stream, r));
                trials.AddRange(filler.Fill(run, parts.Other).Select(s => Trial(s, share, truth)));
            }
        }

        return new HeldOutPerson(filler.Unevenness(parts.Own, parts.Other), filler.All is not null, trials);
    }

    internal static int RunCount(double share, int items) =>
        Math.Clamp((int)Math.Round(share * items, MidpointRounding.AwayFromZero), 1, items);

    private static HoldOutTrial Trial(ImputedScore score, double share, double truth) =>
        score.Score is Estimate.Known { StandardError: { } error } known
            ? new HoldOutTrial(
                score.Variant,
                share,
                true,
                known.Value - truth,
                error,
                score.Lower <= truth + Rounding && truth <= score.Upper + Rounding
            )
            : new HoldOutTrial(score.Variant, share, false, 0, 0, false);

    // A bound that equals the truth may miss it by the rounding of a sum.
    private const double Rounding = 1e-12;

    /// <summary>A random subset without replacement, in the order of the items (Fisher and Yates).</summary>
    private static List<RunItem> Subset(List<RunItem> all, int size, RandomSource random)
    {
        var order = Enumerable.Range(0, all.Count).ToArray();
        for (var k = 0; k < size; k++)
        {
            var other = k + random.NextInt(order.Length - k);
            (order[k], order[other]) = (order[other], order[k]);
        }

        return [.. order.Take(size).Order().Select(k => all[k])];
    }
}
