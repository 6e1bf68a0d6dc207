using System.Globalization;
using Tare.Numerics;
using Tare.Records;

namespace Tare.Analysis;

/// <summary>How studies write numbers, and the intervals that several of them use.</summary>
internal static class StudyText
{
    internal const double Level = 0.9;

    internal static string Whole(double value) => value.ToString("0", CultureInfo.InvariantCulture);

    internal static string Tenth(double value) => value.ToString("0.0;-0.0;0.0", CultureInfo.InvariantCulture);

    internal static string Hundredth(double value) => value.ToString("0.00;-0.00;0.00", CultureInfo.InvariantCulture);

    internal static string Thousandth(double value) => value.ToString("0.000;-0.000;0.000", CultureInfo.InvariantCulture);

    internal static string Percent(double share) => Whole(100 * share) + " %";

    /// <summary>Value ± quantile of the normal distribution times the standard error.</summary>
    internal static Interval Normal(double value, double error, string contains)
    {
        var half = StandardNormal.Quantile(0.5 + (Level / 2)) * error;
        return new Interval(value - half, value + half, Level, contains);
    }

    /// <summary>Mean of a few numbers with Student's interval.</summary>
    internal static Interval Student(IReadOnlyList<double> values, string contains)
    {
        var (mean, error) = (values.Average(), Deviation(values) / Math.Sqrt(values.Count));
        var half = MathNet.Numerics.Distributions.StudentT.InvCDF(0, 1, values.Count - 1, 0.5 + (Level / 2)) * error;
        return new Interval(mean - half, mean + half, Level, contains);
    }

    /// <summary>Standard deviation with n - 1.</summary>
    internal static double Deviation(IReadOnlyList<double> values)
    {
        var mean = values.Average();
        return Math.Sqrt(values.Sum(v => (v - mean) * (v - mean)) / (values.Count - 1));
    }

    /// <summary>The exact interval of a share of simulations (Clopper and Pearson 1934).</summary>
    internal static Interval Share(int hits, int count) =>
        new(
            hits == 0 ? 0 : MathNet.Numerics.Distributions.Beta.InvCDF(hits, count - hits + 1, (1 - Level) / 2),
            hits == count ? 1 : MathNet.Numerics.Distributions.Beta.InvCDF(hits + 1, count - hits, 1 - ((1 - Level) / 2)),
            Level,
            "the number of simulations alone"
        );
}
