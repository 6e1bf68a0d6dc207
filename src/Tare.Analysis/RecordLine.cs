namespace Tare.Analysis;

/// <summary>Sums behind the least-squares line of values on days.</summary>
/// <param name="MeanDay">Mean day.</param>
/// <param name="MeanValue">Mean value, points.</param>
/// <param name="DaySquareSum">Sum of squared deviations of the days.</param>
/// <param name="DayValueSum">Sum of products of the deviations.</param>
/// <param name="ResidualSum">Sum of squared residuals of the line.</param>
internal readonly record struct RecordLine(double MeanDay, double MeanValue, double DaySquareSum, double DayValueSum, double ResidualSum)
{
    /// <summary>Points a day; NaN where all days are equal.</summary>
    internal double Slope => DayValueSum / DaySquareSum;

    /// <summary>The line through points, at least one.</summary>
    internal static RecordLine Through(ReadOnlySpan<int> days, ReadOnlySpan<double> values)
    {
        // From the first day, so that day numbers near 700,000 cost no digits.
        long daySum = 0;
        var valueSum = 0.0;
        for (var k = 0; k < days.Length; k++)
        {
            daySum += days[k] - days[0];
            valueSum += values[k];
        }

        var meanDay = (double)daySum / days.Length;
        var meanValue = valueSum / days.Length;
        var (xx, xy, yy) = (0.0, 0.0, 0.0);
        for (var k = 0; k < days.Length; k++)
        {
            var x = days[k] - days[0] - meanDay;
            var y = values[k] - meanValue;
            xx += x * x;
            xy += x * y;
            yy += y * y;
        }

        var residual = xx > 0 ? Math.Max(0, yy - (xy * xy / xx)) : yy;
        return new RecordLine(days[0] + meanDay, meanValue, xx, xy, residual);
    }
}
