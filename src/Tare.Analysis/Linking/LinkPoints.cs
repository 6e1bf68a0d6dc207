namespace Tare.Analysis;

/// <summary>Points with known variances of both coordinates, and the straight line through them.</summary>
/// <param name="X">First coordinates.</param>
/// <param name="Y">Second coordinates.</param>
/// <param name="XVariance">Variance of each first coordinate, not negative.</param>
/// <param name="YVariance">Variance of each second coordinate, not negative.</param>
internal sealed record LinkPoints(double[] X, double[] Y, double[] XVariance, double[] YVariance)
{
    // The fixed point contracts by the share of error in the spread of x; at the reliabilities that are accepted 20 steps are many.
    private const int MostSteps = 200;
    private const double Tolerance = 1e-12;

    internal int Count => X.Length;

    /// <summary>The line of least squares of y on x, as if x had no error: means, sums of squares and products, slope.</summary>
    internal static (double MeanX, double MeanY, double Xx, double Yy, double Xy) Moments(IReadOnlyList<double> x, IReadOnlyList<double> y)
    {
        var (meanX, meanY) = (x.Average(), y.Average());
        return (
            meanX,
            meanY,
            x.Sum(v => (v - meanX) * (v - meanX)),
            y.Sum(v => (v - meanY) * (v - meanY)),
            x.Zip(y, (a, b) => (a - meanX) * (b - meanY)).Sum()
        );
    }

    /// <summary>The points but one.</summary>
    internal LinkPoints Without(int point)
    {
        return new(Rest(X), Rest(Y), Rest(XVariance), Rest(YVariance));

        double[] Rest(double[] values) => [.. values.Where((_, k) => k != point)];
    }

    /// <summary>Slope of y on x by least squares: where the fixed point starts.</summary>
    internal double LeastSquaresSlope()
    {
        var (_, _, xx, _, xy) = Moments(X, Y);
        return xy / xx;
    }

    /// <summary>
    /// The line that minimises Σ W_i (y_i - a - b x_i)², W_i = 1 / (s_y,i² + extra + b² s_x,i²): the best line with errors in both coordinates, and a
    /// further variance of y. Every W_i must be finite.
    /// </summary>
    /// <remarks>
    /// York et al. 2004, equations 13a to 13d, with independent errors of the two coordinates (r = 0). With no error of x and equal variances of y it is
    /// the line of least squares.
    /// </remarks>
    /// <param name="extra">Variance added to every y, not negative.</param>
    /// <param name="start">Slope to start from.</param>
    /// <param name="converged">Whether the slope came to rest.</param>
    internal LinkLine Line(double extra, double start, out bool converged)
    {
        var (weights, shifts) = (new double[Count], new double[Count]);
        var slope = start;
        converged = false;
        for (var step = 0; step < MostSteps && !converged; step++)
        {
            var (meanX, meanY) = Adjust(slope, extra, weights, shifts);
            var (above, below) = (0.0, 0.0);
            for (var k = 0; k < Count; k++)
            {
                above += weights[k] * shifts[k] * (Y[k] - meanY);
                below += weights[k] * shifts[k] * (X[k] - meanX);
            }

            var next = above / below;
            if (!double.IsFinite(next))
            {
                break;
            }

            converged = Math.Abs(next - slope) <= Tolerance * Math.Abs(next);
            slope = next;
        }

        return Described(slope, extra, weights, shifts);
    }

    /// <summary>Weights at a slope, and how far each point's adjusted x lies from the weighted mean.</summary>
    private (double MeanX, double MeanY) Adjust(double slope, double extra, double[] weights, double[] shifts)
    {
        var (sum, sumX, sumY) = (0.0, 0.0, 0.0);
        for (var k = 0; k < Count; k++)
        {
            weights[k] = 1 / (YVariance[k] + extra + (slope * slope * XVariance[k]));
            sum += weights[k];
            sumX += weights[k] * X[k];
            sumY += weights[k] * Y[k];
        }

        var (meanX, meanY) = (sumX / sum, sumY / sum);
        for (var k = 0; k < Count; k++)
        {
            shifts[k] = weights[k] * (((YVariance[k] + extra) * (X[k] - meanX)) + (slope * XVariance[k] * (Y[k] - meanY)));
        }

        return (meanX, meanY);
    }

    private LinkLine Described(double slope, double extra, double[] weights, double[] shifts)
    {
        var (meanX, meanY) = Adjust(slope, extra, weights, shifts);
        var intercept = meanY - (slope * meanX);
        var (sum, mean, misfit) = (0.0, 0.0, 0.0);
        for (var k = 0; k < Count; k++)
        {
            var residual = Y[k] - intercept - (slope * X[k]);
            sum += weights[k];
            mean += weights[k] * shifts[k];
            misfit += weights[k] * residual * residual;
        }

        mean /= sum;
        var spread = 0.0;
        for (var k = 0; k < Count; k++)
        {
            spread += weights[k] * (shifts[k] - mean) * (shifts[k] - mean);
        }

        return new LinkLine(intercept, slope, meanX + mean, 1 / sum, 1 / spread, misfit);
    }
}
