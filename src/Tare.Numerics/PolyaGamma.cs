namespace Tare.Numerics;

/// <summary>The Pólya-Gamma distribution PG(n, z), whose mixtures of normals are binomial likelihoods in logits.</summary>
/// <remarks>
/// PG(n, z) is the sum of n independent PG(1, z). PG(1, z) is the infinite sum of g_k / (2π² ((k - 1/2)² + z²/(4π²))), g_k standard
/// exponential, k from 1 (Polson, Scott and Windle 2013, equation 1). Draws are exact: an alternating-series rejection (Devroye 2009; Polson,
/// Scott and Windle 2013, section 4), one for each of the n terms, so that the time grows with n.
/// </remarks>
public static class PolyaGamma
{
    /// <summary>Where the two proposals meet; near the best point 2/π.</summary>
    private const double Split = 0.64;
    private const double PiSquared = Math.PI * Math.PI;
    private static readonly double s_rootOfInverseSplit = Math.Sqrt(1 / Split);

    /// <summary>One draw, positive.</summary>
    /// <param name="random">The stream.</param>
    /// <param name="trials">n, at least 1.</param>
    /// <param name="tilt">z, logits, any finite number; its sign does not matter.</param>
    public static double Draw(RandomSource random, int trials, double tilt)
    {
        ArgumentNullException.ThrowIfNull(random);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(trials);
        if (!double.IsFinite(tilt))
        {
            throw new ArgumentOutOfRangeException(nameof(tilt), tilt, "Expected a finite number of logits.");
        }

        var half = Math.Abs(tilt) / 2;
        var rate = (PiSquared / 8) + (half * half / 2);
        var tailShare = TailShare(half, rate);
        var sum = 0.0;
        for (var k = 0; k < trials; k++)
        {
            sum += DrawJacobi(random, half, rate, tailShare);
        }

        return sum / 4;
    }

    /// <summary>E[PG(n, z)] = n tanh(z/2) / (2z); n/4 at z = 0.</summary>
    /// <param name="trials">n, positive.</param>
    /// <param name="tilt">z, logits.</param>
    /// <remarks>Polson, Scott and Windle (2013), section 2.3.</remarks>
    public static double Mean(double trials, double tilt)
    {
        var z = Math.Abs(tilt);

        // Below 1e-4 the series n/4 (1 - z²/12) is exact to the last digit and the quotient is not.
        return z < 1e-4 ? trials / 4 * (1 - (z * z / 12)) : trials * Math.Tanh(z / 2) / (2 * z);
    }

    /// <summary>Var[PG(n, z)] = n (sinh z - z) / (4 z³ cosh²(z/2)); n/24 at z = 0.</summary>
    /// <param name="trials">n, positive.</param>
    /// <param name="tilt">z, logits.</param>
    /// <remarks>The second derivative of the cumulant function of Polson, Scott and Windle (2013), equation 4.</remarks>
    public static double Variance(double trials, double tilt)
    {
        var z = Math.Abs(tilt);
        if (z < 1e-2)
        {
            return trials / 24 * (1 - (z * z / 5));
        }

        // sinh z / cosh²(z/2) = 2 tanh(z/2), and 1 / cosh²(z/2) = 4 e^-z / (1 + e^-z)²: no overflow for large z.
        var e = Math.Exp(-z);
        var secant = 4 * e / ((1 + e) * (1 + e));
        return trials * ((2 * Math.Tanh(z / 2)) - (z * secant)) / (4 * z * z * z);
    }

    /// <summary>Probability that a proposal comes from the exponential tail above <see cref="Split"/>.</summary>
    private static double TailShare(double half, double rate)
    {
        var upper = s_rootOfInverseSplit * ((Split * half) - 1);
        var lower = -s_rootOfInverseSplit * ((Split * half) + 1);
        var logarithm = Math.Log(rate) + (rate * Split);
        var body = Math.Exp(logarithm - half + Math.Log(StandardNormal.Cumulative(upper)));
        var reflected = Math.Exp(logarithm + half + Math.Log(StandardNormal.Cumulative(lower)));
        return 1 / (1 + (4 / Math.PI * (body + reflected)));
    }

    /// <summary>J*(1, z/2) of Polson, Scott and Windle (2013): four times PG(1, z).</summary>
    private static double DrawJacobi(RandomSource random, double half, double rate, double tailShare)
    {
        while (true)
        {
            var x =
                random.NextDouble() < tailShare
                    ? Split + (RandomVariates.Exponential(random) / rate)
                    : RandomVariates.InverseGaussianBelow(random, half, Split);
            if (IsAccepted(x, random.NextDouble()))
            {
                return x;
            }
        }
    }

    /// <summary>
    /// Compares u with the alternating series sum over k of (-1)^k a_k(x)/a_0(x) from both sides until it is decided. With q = e^(-4/x) below
    /// the split and e^(-π² x) above, a_k/a_0 = (2k + 1) q^(k(k + 1)/2).
    /// </summary>
    private static bool IsAccepted(double x, double u)
    {
        // 3 e^(-4/0.64) = 0.00579 bounds the first term, so that most draws need no exponential.
        if (u < 0.994)
        {
            return true;
        }

        var logQ = x > Split ? -PiSquared * x : -4 / x;
        var sum = 1.0;
        for (var k = 1; ; k++)
        {
            var term = ((2 * k) + 1) * Math.Exp(logQ * k * (k + 1) / 2);
            if (k % 2 == 1)
            {
                sum -= term;
                if (u <= sum)
                {
                    return true;
                }
            }
            else
            {
                sum += term;
                if (u > sum)
                {
                    return false;
                }
            }
        }
    }
}
