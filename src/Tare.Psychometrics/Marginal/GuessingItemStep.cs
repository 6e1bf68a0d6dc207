using Tare.Numerics;

namespace Tare.Psychometrics;

/// <summary>Scoring steps for one item with guessing, on the expected log-likelihood plus the logarithm of the prior of c.</summary>
internal static class GuessingItemStep
{
    private const int Steps = 6;
    private const double SmallStep = 1e-5;
    private const double LargestSlope = 30;

    /// <summary>Replaces the item's parameters; returns the largest component of the gradient before.</summary>
    internal static double Run(
        ItemParameterVector parameters,
        int item,
        ChunkSums sums,
        double[] points,
        int start,
        int width,
        GuessingOptions prior
    )
    {
        var wrong = sums.Row(2 * item, start, width);
        var right = sums.Row((2 * item) + 1, start, width);
        var x = points.AsSpan(start, width);
        var order = parameters.EstimatesGuessing ? 3 : 2;
        var state = new ItemState(parameters.A[item], parameters.D[item], parameters.C(item));
        Span<double> gradient = stackalloc double[3];
        Span<double> information = stackalloc double[6];
        var value = Evaluate(state, x, right, wrong, prior, order, gradient, information);
        var before = Math.Max(Math.Abs(gradient[0]), Math.Abs(gradient[1]));
        before = order == 3 ? Math.Max(before, Math.Abs(gradient[2])) : before;
        for (var step = 0; step < Steps; step++)
        {
            var (da, dd, dg) = Solve(gradient, information, order);
            var factor = 1.0;
            var next = state;
            var nextValue = double.NegativeInfinity;
            for (var halving = 0; halving < 8 && !(nextValue >= value - 1e-12 * Math.Abs(value)); halving++, factor *= 0.5)
            {
                next = state.Moved(factor * da, factor * dd, factor * dg);
                nextValue = Evaluate(next, x, right, wrong, prior, order, gradient, information);
            }

            if (!(nextValue >= value - 1e-12 * Math.Abs(value)))
            {
                break;
            }

            (state, value) = (next, nextValue);
            if (Math.Max(Math.Abs(da), Math.Max(Math.Abs(dd), Math.Abs(dg))) < SmallStep)
            {
                break;
            }
        }

        parameters.A[item] = state.A;
        parameters.D[item] = state.D;
        if (order == 3)
        {
            parameters.G[item] = Logistic.Logit(state.C);
        }

        return before;
    }

    /// <summary>ln of the beta prior's density at c, up to a constant.</summary>
    internal static double LogPrior(double c, GuessingOptions prior) =>
        ((prior.PriorAlpha - 1) * Math.Log(c)) + ((prior.PriorBeta - 1) * Math.Log(1 - c));

    /// <summary>Expected log-likelihood and prior; gradient in (a, d, logit c); information aa, ad, dd, ag, dg, gg.</summary>
    private static double Evaluate(
        ItemState state,
        ReadOnlySpan<double> x,
        ReadOnlySpan<double> right,
        ReadOnlySpan<double> wrong,
        GuessingOptions prior,
        int order,
        Span<double> gradient,
        Span<double> information
    )
    {
        gradient.Clear();
        information.Clear();
        var c = state.C;
        var value = order == 3 ? LogPrior(c, prior) : 0;
        for (var q = 0; q < x.Length; q++)
        {
            var z = (state.A * x[q]) + state.D;
            var star = Logistic.Sigmoid(z);
            var rest = Logistic.Sigmoid(-z);
            var p = c + ((1 - c) * star);
            var not = (1 - c) * rest;
            var logRight = c > 0 ? Math.Log(p) : Logistic.LogSigmoid(z);
            value += (right[q] * logRight) + (wrong[q] * (Math.Log(1 - c) + Logistic.LogSigmoid(-z)));

            // dP/dz = not * star; dP/dlogit(c) = c * not. Both divided by not stay finite in the tails.
            var residual = ((right[q] * not) - (wrong[q] * p)) / p;
            var weight = (right[q] + wrong[q]) * not / p;
            var dz = star;
            var dg = c;
            gradient[0] += residual * dz * x[q];
            gradient[1] += residual * dz;
            gradient[2] += residual * dg;
            information[0] += weight * dz * dz * x[q] * x[q];
            information[1] += weight * dz * dz * x[q];
            information[2] += weight * dz * dz;
            information[3] += weight * dz * dg * x[q];
            information[4] += weight * dz * dg;
            information[5] += weight * dg * dg;
        }

        if (order == 3)
        {
            gradient[2] += ((prior.PriorAlpha - 1) * (1 - c)) - ((prior.PriorBeta - 1) * c);
            information[5] += (prior.PriorAlpha + prior.PriorBeta - 2) * c * (1 - c);
        }

        return value;
    }

    /// <summary>Information^-1 gradient, by Cholesky with a trace of ridge; steps are bounded.</summary>
    private static (double A, double D, double G) Solve(ReadOnlySpan<double> g, ReadOnlySpan<double> h, int order)
    {
        var ridge = 1e-10 * (h[0] + h[2] + h[5]) + 1e-300;
        var l00 = Math.Sqrt(h[0] + ridge);
        var l10 = h[1] / l00;
        var l11 = Math.Sqrt(Math.Max(h[2] + ridge - (l10 * l10), ridge));
        var y0 = g[0] / l00;
        var y1 = (g[1] - (l10 * y0)) / l11;
        var z2 = 0.0;
        var (l20, l21) = (0.0, 0.0);
        if (order == 3)
        {
            l20 = h[3] / l00;
            l21 = (h[4] - (l20 * l10)) / l11;
            var l22 = Math.Sqrt(Math.Max(h[5] + ridge - (l20 * l20) - (l21 * l21), ridge));
            z2 = (g[2] - (l20 * y0) - (l21 * y1)) / l22 / l22;
        }

        var z1 = (y1 - (l21 * z2)) / l11;
        var z0 = (y0 - (l10 * z1) - (l20 * z2)) / l00;
        return (Math.Clamp(z0, -1, 1), Math.Clamp(z1, -2, 2), Math.Clamp(z2, -1, 1));
    }

    private readonly record struct ItemState(double A, double D, double C)
    {
        internal ItemState Moved(double a, double d, double g) =>
            new(
                Math.Clamp(A + a, -LargestSlope, LargestSlope),
                Math.Clamp(D + d, -300, 300),
                C <= 0 || g == 0 ? C : Math.Clamp(Logistic.Sigmoid(Logistic.Logit(C) + g), 1e-6, 0.95)
            );
    }
}
