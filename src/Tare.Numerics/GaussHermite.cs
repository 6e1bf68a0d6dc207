namespace Tare.Numerics;

/// <summary>Gauss-Hermite rule for the standard normal: the sum of w_k f(z_k) is the mean of f(Z), exact for polynomials up to degree 2n - 1.</summary>
/// <remarks>
/// The nodes are the eigenvalues of the symmetric tridiagonal matrix with zero diagonal and off-diagonal √k (Golub and Welsch 1969), found
/// by Sturm bisection and polished by Newton's method; the weights are 1 / (p_0² + ... + p_{n-1}²) with the orthonormal polynomials p.
/// </remarks>
public sealed class GaussHermite
{
    private const int MostNodes = 256;
    private readonly double[] _nodes;
    private readonly double[] _weights;

    private GaussHermite(double[] nodes, double[] weights)
    {
        _nodes = nodes;
        _weights = weights;
    }

    /// <summary>Nodes z_k, ascending, symmetric about 0.</summary>
    public ReadOnlySpan<double> Nodes => _nodes;

    /// <summary>Weights w_k, positive, with sum 1.</summary>
    public ReadOnlySpan<double> Weights => _weights;

    /// <summary>The rule with n nodes.</summary>
    /// <param name="n">Number of nodes, 1 to 256.</param>
    public static GaussHermite Of(int n)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(n, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(n, MostNodes);
        var nodes = new double[n];
        var weights = new double[n];
        for (var k = n / 2; k < n; k++)
        {
            // The middle node of an odd rule is 0 exactly.
            var isMiddle = n % 2 == 1 && k == n / 2;
            var z = isMiddle ? 0 : Polish(n, Bisect(n, k));
            (_, _, var sumOfSquares) = Orthonormal(n, z);
            nodes[k] = z;
            nodes[n - 1 - k] = isMiddle ? 0 : -z;
            weights[k] = 1 / sumOfSquares;
            weights[n - 1 - k] = weights[k];
        }

        return new GaussHermite(nodes, weights);
    }

    private static double Bisect(int n, int rank)
    {
        var low = 0.0;
        var high = 2 * Math.Sqrt(n) + 1;
        for (var step = 0; step < 48; step++)
        {
            var middle = 0.5 * (low + high);
            if (CountBelow(n, middle) > rank)
            {
                high = middle;
            }
            else
            {
                low = middle;
            }
        }

        return 0.5 * (low + high);
    }

    /// <summary>How many nodes lie below x: the negative pivots of the tridiagonal matrix minus x.</summary>
    private static int CountBelow(int n, double x)
    {
        var count = 0;
        var pivot = -x;
        for (var k = 1; ; k++)
        {
            if (pivot < 0)
            {
                count++;
            }

            if (k == n)
            {
                return count;
            }

            pivot = -x - (k / (pivot == 0 ? 1e-300 : pivot));
        }
    }

    private static double Polish(int n, double z)
    {
        for (var step = 0; step < 3; step++)
        {
            var (value, previous, _) = Orthonormal(n, z);
            z -= value / (Math.Sqrt(n) * previous);
        }

        return z;
    }

    /// <summary>p_n(z), p_{n-1}(z) and the sum of squares of p_0 ... p_{n-1}; the derivative of p_n is √n p_{n-1}.</summary>
    private static (double Value, double Previous, double SumOfSquares) Orthonormal(int n, double z)
    {
        var previous = 0.0;
        var value = 1.0;
        var sumOfSquares = 0.0;
        for (var k = 0; k < n; k++)
        {
            sumOfSquares += value * value;
            (previous, value) = (value, ((z * value) - (Math.Sqrt(k) * previous)) / Math.Sqrt(k + 1));
        }

        return (value, previous, sumOfSquares);
    }
}
