using MathNet.Numerics;

namespace Tare.Numerics;

/// <summary>The chi-squared distribution.</summary>
public static class ChiSquared
{
    /// <summary>Probability that a chi-squared number exceeds a value: Q(df / 2, x / 2), the regularised upper incomplete gamma function.</summary>
    /// <param name="value">x, not negative.</param>
    /// <param name="degreesOfFreedom">Positive.</param>
    public static double UpperTail(double value, double degreesOfFreedom)
    {
        if (!(value >= 0))
        {
            throw new ArgumentOutOfRangeException(nameof(value), value, "Expected a number that is not negative.");
        }

        if (!(degreesOfFreedom > 0))
        {
            throw new ArgumentOutOfRangeException(nameof(degreesOfFreedom), degreesOfFreedom, "Expected a positive number.");
        }

        return value == 0 ? 1 : SpecialFunctions.GammaUpperRegularized(degreesOfFreedom / 2, value / 2);
    }
}
