namespace Tare.Numerics;

/// <summary>Exact draws from named distributions, from a <see cref="RandomSource"/>.</summary>
public static class RandomVariates
{
    private const int Layers = 128;

    /// <summary>Where the tail of the normal begins, for 128 layers of equal area.</summary>
    private const double TailStart = 3.442619855899;
    private const double LayerArea = 9.91256303526217e-3;
    private static readonly double[] s_edge = Edges();

    /// <summary>A standard normal number, several times faster than <see cref="RandomSource.NextNormal"/>; it takes one number of the stream or more.</summary>
    /// <param name="random">The stream.</param>
    /// <remarks>Ziggurat of 128 layers in Doornik's (2005) form, which uses other bits for the layer than for the place in it.</remarks>
    public static double Normal(RandomSource random)
    {
        ArgumentNullException.ThrowIfNull(random);
        while (true)
        {
            var bits = random.NextBits();
            var layer = (int)(bits & (Layers - 1));
            var u = ((bits >> 11) * (2.0 / 9007199254740992.0)) - 1;
            var x = u * s_edge[layer];
            if (Math.Abs(x) < s_edge[layer + 1])
            {
                return x;
            }

            if (layer == 0)
            {
                return NormalTail(random, u < 0);
            }

            var upper = Math.Exp(-((s_edge[layer] * s_edge[layer]) - (x * x)) / 2);
            var lower = Math.Exp(-((s_edge[layer + 1] * s_edge[layer + 1]) - (x * x)) / 2);
            if (lower + (random.NextDouble() * (upper - lower)) < 1)
            {
                return x;
            }
        }
    }

    /// <summary>A standard exponential number: density e^-x, x above 0.</summary>
    /// <param name="random">The stream; one number of it is used.</param>
    public static double Exponential(RandomSource random)
    {
        ArgumentNullException.ThrowIfNull(random);

        // 1 - u lies in (0, 1].
        return -Math.Log(1 - random.NextDouble());
    }

    /// <summary>A gamma number of scale 1: density x^(a-1) e^-x / Γ(a), x above 0.</summary>
    /// <param name="random">The stream.</param>
    /// <param name="shape">a, positive.</param>
    /// <remarks>Marsaglia and Tsang (2000); below shape 1 their boost by u^(1/a).</remarks>
    public static double Gamma(RandomSource random, double shape)
    {
        ArgumentNullException.ThrowIfNull(random);
        if (!(shape > 0 && double.IsFinite(shape)))
        {
            throw new ArgumentOutOfRangeException(nameof(shape), shape, "Expected a positive finite shape.");
        }

        if (shape < 1)
        {
            return Gamma(random, shape + 1) * Math.Pow(1 - random.NextDouble(), 1 / shape);
        }

        var d = shape - (1.0 / 3);
        var c = 1 / Math.Sqrt(9 * d);
        while (true)
        {
            var normal = Normal(random);
            var root = 1 + (c * normal);
            if (root <= 0)
            {
                continue;
            }

            var v = root * root * root;
            var u = 1 - random.NextDouble();
            if (Math.Log(u) < (normal * normal / 2) + (d * (1 - v + Math.Log(v))))
            {
                return d * v;
            }
        }
    }

    /// <summary>An inverse-gamma number: density b^a x^(-a-1) e^(-b/x) / Γ(a), x above 0.</summary>
    /// <param name="random">The stream.</param>
    /// <param name="shape">a, positive.</param>
    /// <param name="scale">b, positive.</param>
    public static double InverseGamma(RandomSource random, double shape, double scale)
    {
        if (!(scale > 0 && double.IsFinite(scale)))
        {
            throw new ArgumentOutOfRangeException(nameof(scale), scale, "Expected a positive finite scale.");
        }

        return scale / Gamma(random, shape);
    }

    /// <summary>An inverse Gaussian number of mean 1/r and shape 1, given that it is below t.</summary>
    /// <param name="random">The stream.</param>
    /// <param name="rate">r, at least 0; at 0 it is the Lévy distribution, 1/χ² with one degree of freedom.</param>
    /// <param name="bound">t, positive.</param>
    /// <remarks>
    /// Density proportional to x^(-3/2) e^(-(1 - r x)²/(2x)) on (0, t). Polson, Scott and Windle (2013), algorithms 2 and 3: where the mean
    /// lies above t, a truncated 1/χ² thinned by e^(-r² x/2); elsewhere whole inverse Gaussian numbers (Michael, Schucany and Haas 1976)
    /// until one is below t.
    /// </remarks>
    internal static double InverseGaussianBelow(RandomSource random, double rate, double bound)
    {
        if (rate * bound < 1)
        {
            while (true)
            {
                var x = InverseChiSquareBelow(random, bound);
                if (random.NextDouble() <= Math.Exp(-rate * rate * x / 2))
                {
                    return x;
                }
            }
        }

        var mean = 1 / rate;
        while (true)
        {
            var normal = Normal(random);
            var y = mean * normal * normal;
            var x = mean + (mean / 2 * (y - Math.Sqrt((4 * y) + (y * y))));
            if (random.NextDouble() > mean / (mean + x))
            {
                x = mean * mean / x;
            }

            // For extreme rates the difference above can cancel to zero.
            if (x > 0 && x <= bound)
            {
                return x;
            }
        }
    }

    /// <summary>A normal number beyond the ziggurat (Marsaglia 1964).</summary>
    private static double NormalTail(RandomSource random, bool isNegative)
    {
        while (true)
        {
            var beyond = Exponential(random) / TailStart;
            if (2 * Exponential(random) > beyond * beyond)
            {
                return isNegative ? -TailStart - beyond : TailStart + beyond;
            }
        }
    }

    /// <summary>Right edges of the layers, the lowest first; the lowest stands for the box of its area, tail included.</summary>
    private static double[] Edges()
    {
        var edges = new double[Layers + 1];
        var height = Math.Exp(-TailStart * TailStart / 2);
        edges[0] = LayerArea / height;
        edges[1] = TailStart;
        for (var k = 2; k < Layers; k++)
        {
            edges[k] = Math.Sqrt(-2 * Math.Log((LayerArea / edges[k - 1]) + height));
            height = Math.Exp(-edges[k] * edges[k] / 2);
        }

        return edges;
    }

    /// <summary>1/χ² with one degree of freedom, given that it is below t (Devroye 1986, section IV.2).</summary>
    private static double InverseChiSquareBelow(RandomSource random, double bound)
    {
        while (true)
        {
            var first = Exponential(random);
            var second = Exponential(random);
            if (first * first <= 2 * second / bound)
            {
                var root = 1 + (first * bound);
                return bound / (root * root);
            }
        }
    }
}
