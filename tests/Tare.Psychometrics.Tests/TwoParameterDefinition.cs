using System.Numerics;

namespace Tare.Psychometrics.Tests;

/// <summary>The two-parameter least-squares objective as the textbook writes it, slow and over the complex numbers.</summary>
internal static class TwoParameterDefinition
{
    /// <summary>Objective of abilities, then difficulties, then discriminations, with the pinned item's one given as 1.</summary>
    internal static Complex Objective(ResponseMatrix data, TwoParameterLeastSquaresOptions options, Complex[] x)
    {
        var n = data.Persons.Count;
        var m = data.Items.Count;
        var squares = Complex.Zero;
        for (var k = 0; k < data.Count; k++)
        {
            var (p, i) = (data.PersonOf[k], data.ItemOf[k]);
            var expected = 1 / (1 + Complex.Exp(-x[n + m + i] * (x[p] - x[n + i])));
            var residual = expected - Math.Min(Math.Max(data.Value[k], options.Clip), 1 - options.Clip);
            squares += data.Importance[k] * residual * residual;
        }

        var free = Enumerable.Range(0, x.Length).Where(k => k < n + m || data.Items[k - n - m] != options.PinnedItem).ToArray();
        var ridge = free.Aggregate(Complex.Zero, (sum, k) => sum + (x[k] * x[k]));
        return (0.5 * squares) + (0.5 * options.Ridge / free.Length * ridge);
    }

    /// <summary>∂f/∂x_k to all digits: the imaginary part of f(x + i h e_k) / h.</summary>
    internal static double ComplexStep(Func<Complex[], Complex> f, double[] x, int k)
    {
        const double H = 1e-30;
        var moved = x.Select(v => new Complex(v, 0)).ToArray();
        moved[k] += new Complex(0, H);
        return f(moved).Imaginary / H;
    }

    /// <summary>∂f/∂x_k by the symmetric difference quotient.</summary>
    internal static double CentralDifference(Func<Complex[], Complex> f, double[] x, int k, double h)
    {
        var up = x.Select(v => new Complex(v, 0)).ToArray();
        var down = x.Select(v => new Complex(v, 0)).ToArray();
        up[k] += h;
        down[k] -= h;
        return (f(up) - f(down)).Real / (2 * h);
    }
}
