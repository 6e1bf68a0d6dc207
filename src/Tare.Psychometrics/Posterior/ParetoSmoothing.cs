namespace Tare.Psychometrics;

/// <summary>Pareto-smoothed importance sampling (Vehtari et al. 2024): the largest ratios are replaced by quantiles of a Pareto fit.</summary>
public static class ParetoSmoothing
{
    /// <summary>Fewer ratios in the tail than this say nothing on its shape.</summary>
    private const int FewestInTail = 5;
    private const int FewestGridPoints = 30;

    /// <summary>Smooths.</summary>
    /// <param name="logRatios">Logarithms of importance ratios, finite; replaced by smoothed ones. They are not normalised.</param>
    /// <returns>
    /// k, the tail's shape: below 0.5 the mean converges fast, up to 0.7 it can be used, above it cannot (Vehtari, Gelman and Gabry 2017). 0 where all
    /// tail ratios are equal, +∞ where there are too few.
    /// </returns>
    public static double Smooth(Span<double> logRatios)
    {
        var count = logRatios.Length;
        var tail = (int)Math.Ceiling(Math.Min(0.2 * count, 3 * Math.Sqrt(count)));
        var order = new int[count];
        for (var k = 0; k < count; k++)
        {
            order[k] = k;
        }

        var sorted = logRatios.ToArray();
        Array.Sort(sorted, order);
        if (tail < FewestInTail || count <= tail)
        {
            return double.PositiveInfinity;
        }

        var most = sorted[^1];
        var first = count - tail;
        if (!(most - sorted[first] > 1e-16 * Math.Max(1, Math.Abs(most))))
        {
            return 0;
        }

        var cutoff = Math.Exp(sorted[first - 1] - most);
        var excess = new double[tail];
        for (var k = 0; k < tail; k++)
        {
            excess[k] = Math.Exp(sorted[first + k] - most) - cutoff;
        }

        var (shape, scale) = FitPareto(excess);
        for (var k = 0; k < tail && double.IsFinite(shape); k++)
        {
            var quantile = Quantile((k + 0.5) / tail, shape, scale) + cutoff;
            logRatios[order[first + k]] = Math.Min(Math.Log(quantile), 0) + most;
        }

        return shape;
    }

    /// <summary>Generalised Pareto by Zhang and Stephens (2009), the shape drawn towards 0.5 as by ten more values.</summary>
    internal static (double Shape, double Scale) FitPareto(ReadOnlySpan<double> sorted)
    {
        var n = sorted.Length;
        var points = FewestGridPoints + (int)Math.Sqrt(n);
        var quartile = sorted[(int)Math.Floor((n / 4.0) + 0.5) - 1];
        var theta = new double[points];
        var log = new double[points];
        for (var j = 0; j < points; j++)
        {
            theta[j] = (1 / sorted[^1]) + ((1 - Math.Sqrt(points / (j + 0.5))) / (3 * quartile));
            var shapeHere = MeanLog(sorted, theta[j]);
            log[j] = n * (Math.Log(-theta[j] / shapeHere) - shapeHere - 1);
        }

        var most = log.Max();
        var (mass, sum) = (0.0, 0.0);
        for (var j = 0; j < points; j++)
        {
            var weight = Math.Exp(log[j] - most);
            mass += weight;
            sum += weight * theta[j];
        }

        var mean = sum / mass;
        var shape = MeanLog(sorted, mean);
        var scale = -shape / mean;
        shape = ((n * shape) + 5) / (n + 10);
        return double.IsFinite(shape) && scale > 0 ? (shape, scale) : (double.PositiveInfinity, 1);
    }

    private static double MeanLog(ReadOnlySpan<double> values, double theta)
    {
        var sum = 0.0;
        foreach (var x in values)
        {
            sum += LogOnePlus(-theta * x);
        }

        return sum / values.Length;
    }

    private static double Quantile(double p, double shape, double scale)
    {
        var log = -LogOnePlus(-p);
        return Math.Abs(shape) < 1e-12 ? scale * log : scale * (Math.Exp(shape * log) - 1) / shape;
    }

    private static double LogOnePlus(double x)
    {
        var sum = 1 + x;
        return sum == 1 ? x : Math.Log(sum) * (x / (sum - 1));
    }
}
