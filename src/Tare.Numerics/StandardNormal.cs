using MathNet.Numerics;

namespace Tare.Numerics;

/// <summary>The standard normal distribution.</summary>
public static class StandardNormal
{
    private const double SquareRootOf2 = 1.4142135623730951;

    /// <summary>Φ^-1(p): the value that a standard normal number stays below with probability p.</summary>
    /// <param name="probability">p, in (0, 1).</param>
    public static double Quantile(double probability)
    {
        if (!(probability > 0 && probability < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(probability), probability, "Expected a probability strictly between 0 and 1.");
        }

        return -SquareRootOf2 * SpecialFunctions.ErfcInv(2 * probability);
    }

    /// <summary>Φ(z): probability that a standard normal number is at most z.</summary>
    /// <param name="z">Any number.</param>
    public static double Cumulative(double z) => 0.5 * SpecialFunctions.Erfc(-z / SquareRootOf2);
}
