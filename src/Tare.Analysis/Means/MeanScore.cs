using MathNet.Numerics.Distributions;
using Tare.Numerics;
using Tare.Records;

namespace Tare.Analysis;

/// <summary>The mean score over items, with an interval that takes attempts at one item as one cluster.</summary>
/// <remarks>
/// Wilson's score interval (Wilson 1927, Journal of the American Statistical Association 22, 209-212): all P with
/// (m - P)^2 &lt;= q^2 P (1 - P) / n. With one attempt an item that passes or fails, n is the number of items and q the normal quantile. Otherwise n is
/// the effective number m (1 - m) / (s^2 / k), where s is the standard deviation of the k items' means and q Student's quantile with k - 1
/// degrees of freedom (Korn and Graubard 1998, Survey Methodology 24, 193-201, for their interval; Dean and Pagano 2015, Journal of Survey
/// Statistics and Methodology 3, 484-503, for Wilson's). Where all items' means are equal, n is k.
/// </remarks>
public static class MeanScore
{
    private const string Contains = "the sampling of items and of attempts at them; not the choice of benchmark, harness or budget";

    /// <summary>The mean of a side.</summary>
    /// <param name="items">The items, each once.</param>
    /// <param name="level">Nominal probability of the interval, in (0, 1).</param>
    public static MeanFinding Of(IReadOnlyList<ItemOutcomes> items, double level)
    {
        ArgumentNullException.ThrowIfNull(items);
        if (!(level > 0 && level < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(level), level, "Expected a probability in (0, 1).");
        }

        var scores = items
            .Select(i => i.Outcomes.OfType<Outcome.Scored>().Select(s => s.Value).ToArray())
            .Where(s => s.Length > 0)
            .ToList();
        var means = scores.Select(s => s.Average()).ToArray();
        return new(
            means.Length == 0 ? null : means.Average(),
            Interval(scores, means, level),
            items.Count,
            means.Length,
            scores.Sum(s => s.Length),
            items.SelectMany(i => i.Outcomes).OfType<Outcome.Missing>().CountBy(m => m.Cause).ToDictionary()
        );
    }

    private static Interval? Interval(List<double[]> scores, double[] means, double level)
    {
        var tail = (1 + level) / 2;
        if (means.Length > 0 && scores.TrueForAll(s => s is [0 or 1]))
        {
            return Wilson(means.Average(), means.Length, Normal.InvCDF(0, 1, tail), level);
        }

        if (means.Length < 2)
        {
            return null;
        }

        var mean = means.Average();
        var variance = means.Sum(m => (m - mean) * (m - mean)) / (means.Length - 1);
        var effective = variance > 0 ? mean * (1 - mean) * means.Length / variance : means.Length;
        return Wilson(mean, effective, StudentT.InvCDF(0, 1, means.Length - 1, tail), level);
    }

    private static Interval Wilson(double mean, double n, double quantile, double level)
    {
        var (centre, half) = WilsonInterval.Of(mean, n, quantile);

        // At the ends of the range the bound is exactly 0 or 1; rounding would leave it a hair beside.
        return new(mean == 0 ? 0 : centre - half, mean == 1 ? 1 : centre + half, level, Contains);
    }
}
