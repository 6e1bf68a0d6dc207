using Tare.Numerics;

namespace Tare.Psychometrics;

/// <summary>Logarithms of the three-parameter model along a grid.</summary>
internal static class ThreeParameterKernel
{
    /// <summary>ln(1 - P) and ln P with P = c + (1 - c) logistic(a x + d).</summary>
    internal static void LogRows(ReadOnlySpan<double> x, double a, double d, double c, Span<double> wrong, Span<double> right)
    {
        var logRest = Math.Log(1 - c);
        for (var q = 0; q < x.Length; q++)
        {
            var z = (a * x[q]) + d;
            wrong[q] = logRest + Logistic.LogSigmoid(-z);
            right[q] = c > 0 ? Math.Log(c + ((1 - c) * Logistic.Sigmoid(z))) : Logistic.LogSigmoid(z);
        }
    }
}
