using MathNet.Numerics.Distributions;
using Tare.Numerics;
using Tare.Records;

namespace Tare.Analysis;

/// <summary>
/// Compares two sides on the same items. Pairing removes what makes items hard for both, so that far fewer items show a difference than two
/// separate means would need.
/// </summary>
/// <remarks>
/// With one attempt a side that passes or fails, the interval is Tango's score interval for paired proportions (Tango 1998, Statistics in Medicine
/// 17, 891-908), which holds where nothing or everything differs. Otherwise it is Student's, over the items' differences d_i, with n - 1 degrees of
/// freedom. The minimum detectable difference is (q(level) + q(power)) s / sqrt(n) with the same quantiles, where s is the standard deviation of
/// the d_i; where it is 0, the share of differing items that n items without one exclude stands for it.
/// </remarks>
public static class PairedComparison
{
    /// <summary>The power that the minimum detectable difference refers to.</summary>
    public const double Power = 0.8;

    private const string Contains = "the sampling of items and of attempts at them; not the choice of benchmark, harness or budget";

    /// <summary>Compares two sides.</summary>
    /// <param name="items">The items, each once.</param>
    /// <param name="level">Nominal probability of the interval, in (0, 1).</param>
    public static PairedFinding Of(IReadOnlyList<PairedItem> items, double level)
    {
        ArgumentNullException.ThrowIfNull(items);
        if (!(level > 0 && level < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(level), level, "Expected a probability in (0, 1).");
        }

        var rows = items
            .Select(Row)
            .OrderByDescending(r => r.Difference is { } d ? Math.Abs(d) : -1)
            .ThenBy(r => r.Id, StringComparer.Ordinal)
            .ToList();
        var paired = rows.Where(r => r.Difference is not null).ToList();
        var differences = paired.Select(r => r.Difference!.Value).ToArray();
        double? difference = differences.Length == 0 ? null : differences.Average();
        return new(
            Side(items, i => i.First, paired.Select(r => r.First!.Value)),
            Side(items, i => i.Second, paired.Select(r => r.Second!.Value)),
            items.Count,
            paired.Count,
            difference,
            Interval(paired, differences, level),
            MinimumDetectable(differences, level),
            Power,
            Bounds(rows),
            rows
        );
    }

    private static PairedRow Row(PairedItem item)
    {
        var first = Scores(item.First);
        var second = Scores(item.Second);
        return new(item.Id, Mean(first), Mean(second), first.Count, second.Count);

        static double? Mean(List<double> scores) => scores.Count == 0 ? null : scores.Average();
    }

    private static List<double> Scores(IReadOnlyList<Outcome> outcomes) => [.. outcomes.OfType<Outcome.Scored>().Select(s => s.Value)];

    private static PairedSide Side(
        IReadOnlyList<PairedItem> items,
        Func<PairedItem, IReadOnlyList<Outcome>> side,
        IEnumerable<double> means
    )
    {
        var outcomes = items.SelectMany(side).ToList();
        var missing = outcomes.OfType<Outcome.Missing>().GroupBy(m => m.Cause).ToDictionary(g => g.Key, g => g.Count());
        var list = means.ToList();
        return new(
            list.Count == 0 ? null : list.Average(),
            outcomes.Count - missing.Values.Sum(),
            missing,
            items.Count(i => side(i).Count == 0)
        );
    }

    private static Interval? Interval(List<PairedRow> paired, double[] differences, double level)
    {
        if (differences.Length < 2)
        {
            return null;
        }

        var single = paired.TrueForAll(r => r is { FirstScored: 1, SecondScored: 1, First: 0 or 1, Second: 0 or 1 });
        if (single)
        {
            var (lower, upper) = PairedProportions.ScoreInterval(
                differences.Length,
                differences.Count(d => d > 0),
                differences.Count(d => d < 0),
                StandardNormal.Quantile((1 + level) / 2)
            );
            return new(lower, upper, level, Contains);
        }

        var mean = differences.Average();
        var half =
            StudentT.InvCDF(0, 1, differences.Length - 1, (1 + level) / 2) * Spread(differences, level) / Math.Sqrt(differences.Length);
        return new(Math.Max(-1, mean - half), Math.Min(1, mean + half), level, Contains);
    }

    private static double? MinimumDetectable(double[] differences, double level)
    {
        if (differences.Length < 2)
        {
            return null;
        }

        var freedom = differences.Length - 1;
        var quantiles = StudentT.InvCDF(0, 1, freedom, (1 + level) / 2) + StudentT.InvCDF(0, 1, freedom, Power);
        return Math.Min(1, quantiles * Spread(differences, level) / Math.Sqrt(differences.Length));
    }

    /// <summary>
    /// Standard deviation of the differences. Where all are equal it is not 0 but what n equal items cannot exclude: a share
    /// u = 1 - ((1 - level) / 2)^(1/n) of items that differ by one.
    /// </summary>
    private static double Spread(double[] differences, double level)
    {
        var mean = differences.Average();
        var sum = differences.Sum(d => (d - mean) * (d - mean));
        return sum > 0 ? Math.Sqrt(sum / (differences.Length - 1)) : Math.Sqrt(1 - Math.Pow((1 - level) / 2, 1.0 / differences.Length));
    }

    private static (double Lower, double Upper) Bounds(List<PairedRow> rows)
    {
        if (rows.Count == 0)
        {
            return (-1, 1);
        }

        return (rows.Average(r => (r.Second ?? 0) - (r.First ?? 1)), rows.Average(r => (r.Second ?? 1) - (r.First ?? 0)));
    }
}
