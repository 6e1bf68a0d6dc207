using MathNet.Numerics.Distributions;

namespace Tare.Analysis;

/// <summary>Fits a converter between two scales on the models that both have.</summary>
public static class ScaleConverterFit
{
    /// <summary>The least-squares line of the second scale on the first.</summary>
    /// <remarks>
    /// Prediction interval for a new model at x: line +- t s sqrt(1 + 1/n + (x - mean)² / S), t the quantile of Student's t with n - 2 degrees of freedom,
    /// s² = residual sum / (n - 2), S the sum of squared deviations of x. The errors of the values themselves are inside s only as far as these models
    /// show them. A line from one scale to the other is not the inverse of the line back.
    /// </remarks>
    /// <param name="from">Table of the first scale.</param>
    /// <param name="to">Table of the second scale.</param>
    /// <param name="level">Level of the prediction intervals, in (0, 1).</param>
    /// <returns>The converter; with fewer than 2 shared models, or equal values on one of the scales, <see langword="null"/>: nothing can be fitted.</returns>
    public static ScaleConverter? Of(AbilityTable from, AbilityTable to, double level)
    {
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(to);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(level, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(level, 1);
        var second = to.Rows.ToDictionary(r => r.Id, r => r.Value, StringComparer.Ordinal);
        var shared = from.Rows.Where(r => second.ContainsKey(r.Id)).ToList();
        if (shared.Count < 2)
        {
            return null;
        }

        var x = shared.ConvertAll(r => r.Value);
        var y = shared.ConvertAll(r => second[r.Id]);
        var (meanX, meanY, xx, yy, xy) = LinkPoints.Moments(x, y);
        if (!(xx > 0 && yy > 0))
        {
            return null;
        }

        var slope = xy / xx;
        var intercept = meanY - (slope * meanX);
        var n = shared.Count;
        var points = shared.Select((r, k) => Point(r, y[k]));
        return new ScaleConverter(from.Unit, to.Unit, slope, intercept, xy / Math.Sqrt(xx * yy), level, [.. points]);

        ScalePoint Point(AbilityRow row, double value)
        {
            var predicted = intercept + (slope * row.Value);
            if (n < 3)
            {
                return new ScalePoint(row.Id, row.Name, row.Value, value, predicted, null, null);
            }

            var s = Math.Sqrt(Math.Max(0, yy - (slope * xy)) / (n - 2));
            var spread = Math.Sqrt(1 + (1.0 / n) + ((row.Value - meanX) * (row.Value - meanX) / xx));
            var half = StudentT.InvCDF(0, 1, n - 2, (1 + level) / 2) * s * spread;
            return new ScalePoint(row.Id, row.Name, row.Value, value, predicted, predicted - half, predicted + half);
        }
    }
}
