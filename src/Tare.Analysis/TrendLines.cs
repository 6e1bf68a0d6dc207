namespace Tare.Analysis;

/// <summary>Lines through record setters with their Working-Hotelling bands.</summary>
internal static class TrendLines
{
    private const double DaysPerYear = 365.25;
    private const double BandLevel = 0.95;
    private const int BandPoints = 25;

    /// <summary>The least-squares line through one group's records, and its simultaneous 95 % band; none where all records are of one day.</summary>
    /// <remarks>
    /// Band at day x: line +- sqrt(2 F) s sqrt(1/n + (x - mean)² / S), F the 95 % quantile of F(2, n - 2), s² = residual sum / (n - 2), S the sum of squared
    /// deviations of the days (Working and Hotelling 1929). F(2, m) has the closed quantile (m / 2) ((1 - p)^(-2 / m) - 1).
    /// </remarks>
    /// <param name="group">The group.</param>
    /// <param name="records">Its record setters by date, at least one, all dated.</param>
    /// <param name="until">Last day of the line.</param>
    internal static IEnumerable<TrendLine> Through(string group, IReadOnlyList<AbilityRow> records, DateOnly until)
    {
        var days = records.Select(r => r.Date!.Value.DayNumber).ToArray();
        var line = RecordLine.Through(days, records.Select(r => r.Value).ToArray());
        if (!double.IsFinite(line.Slope))
        {
            return [];
        }

        var last = Math.Max(until.DayNumber, days[^1]);
        var points = Enumerable
            .Range(0, BandPoints)
            .Select(k => days[0] + (int)((long)(last - days[0]) * k / (BandPoints - 1)))
            .Distinct()
            .Select(day => Point(line, days.Length, day));
        return [new TrendLine(group, line.Slope * DaysPerYear, records.Count, [.. points])];
    }

    /// <summary>Quantile of the F distribution with 2 and m degrees of freedom.</summary>
    internal static double FisherQuantile(double probability, int m) => m / 2.0 * (Math.Pow(1 - probability, -2.0 / m) - 1);

    private static TrendPoint Point(RecordLine line, int n, int day)
    {
        var x = day - line.MeanDay;
        var value = line.MeanValue + (line.Slope * x);
        var date = DateOnly.FromDayNumber(day);
        if (n < 3)
        {
            return new TrendPoint(date, value, null, null);
        }

        var s = Math.Sqrt(line.ResidualSum / (n - 2));
        var half = Math.Sqrt(2 * FisherQuantile(BandLevel, n - 2)) * s * Math.Sqrt((1.0 / n) + (x * x / line.DaySquareSum));
        return new TrendPoint(date, value, value - half, value + half);
    }
}
