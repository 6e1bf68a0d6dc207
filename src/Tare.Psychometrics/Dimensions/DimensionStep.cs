namespace Tare.Psychometrics;

/// <summary>One Newton step for each item on its expected log-likelihood, and the population's moments absorbed (parameter expansion).</summary>
/// <remarks>
/// A single Newton step of the M-step keeps EM's fixed point and its rate near it (Lange 1995), and needs no second pass over the data. By
/// Fisher's identity its gradient is that of the marginal log-likelihood.
/// </remarks>
internal static class DimensionStep
{
    internal const double LargestSlope = 30;
    private const double LargestIntercept = 300;
    private static readonly int[] s_diagonal = [3, 5, 8];

    /// <summary>Which of an item's three numbers are estimated.</summary>
    internal static int[] Free(DimensionData data, int item) =>
        (data.IsBifactor, data.DomainOf[item] >= 0) switch
        {
            (true, true) => [0, 1, 2],
            (true, false) => [0, 2],
            _ => [1, 2],
        };

    /// <summary>Replaces the parameters; returns the largest component of the items' gradient before, and whether correlations met their bound.</summary>
    internal static (double Gradient, bool IsAtBound) Run(DimensionData data, DimensionParameters parameters, DimensionSums sums)
    {
        var largest = 0.0;
        for (var j = 0; j < data.Items.Length; j++)
        {
            var s = sums.Item.AsSpan(DimensionSums.PerItem * j, DimensionSums.PerItem);
            largest = Math.Max(largest, Step(s, Free(data, j), j, parameters));
        }

        return (largest, Expand(data, parameters, sums));
    }

    private static double Step(ReadOnlySpan<double> s, int[] free, int item, DimensionParameters parameters)
    {
        var information = new SymmetricMatrix(free.Length);
        var largest = 0.0;
        for (var i = 0; i < free.Length; i++)
        {
            largest = Math.Max(largest, Math.Abs(s[free[i]]));
            for (var j = 0; j <= i; j++)
            {
                information[i, j] = s[Entry(free[i], free[j])];
            }

            // A trace of ridge, for a dimension along which nobody differs.
            information[i, i] += 1e-9 + (1e-9 * s[s_diagonal[free[i]]]);
        }

        if (information.Inverse() is not { } inverse)
        {
            return largest;
        }

        for (var i = 0; i < free.Length; i++)
        {
            var step = 0.0;
            for (var j = 0; j < free.Length; j++)
            {
                step += inverse[i, j] * s[free[j]];
            }

            var (most, bound) = free[i] < 2 ? (1.0, LargestSlope) : (2.0, LargestIntercept);
            ref var value = ref parameters.At(free[i], item);
            value = Math.Clamp(value + Math.Clamp(step, -most, most), -bound, bound);
        }

        return largest;
    }

    /// <summary>Place of an entry of the lower triangle among an item's sums.</summary>
    internal static int Entry(int row, int column) => 3 + (row * (row + 1) / 2) + column;

    private static bool Expand(DimensionData data, DimensionParameters parameters, DimensionSums sums)
    {
        var count = data.Dimensions;
        var mean = new double[count];
        var deviation = new double[count];
        for (var d = 0; d < count; d++)
        {
            mean[d] = sums.First[d] / data.TotalFrequency;
            deviation[d] = Math.Sqrt((sums.Second[(d * count) + d] / data.TotalFrequency) - (mean[d] * mean[d]));
        }

        var shift = data.IsBifactor ? 1 : 0;
        for (var j = 0; j < data.Items.Length; j++)
        {
            if (data.IsBifactor)
            {
                parameters.Intercept[j] += parameters.General[j] * mean[0];
                parameters.General[j] *= deviation[0];
            }

            if (data.DomainOf[j] >= 0)
            {
                var d = data.DomainOf[j] + shift;
                parameters.Intercept[j] += parameters.Domain[j] * mean[d];
                parameters.Domain[j] *= deviation[d];
            }
        }

        for (var i = 1; i < count && parameters.HasCorrelations; i++)
        {
            for (var j = 0; j < i; j++)
            {
                var covariance = (sums.Second[(i * count) + j] / data.TotalFrequency) - (mean[i] * mean[j]);
                var correlation = Math.Clamp(covariance / (deviation[i] * deviation[j]), -0.999, 0.999);
                parameters.Numbers[parameters.IndexOf(i, j)] = Math.Atanh(correlation);
            }
        }

        return parameters.BoundCorrelations();
    }
}
