using Tare.Numerics;

namespace Tare.Psychometrics;

/// <summary>Maximises the Laplace-approximated marginal likelihood over ln sd: a few expectation-maximisation steps, then BFGS.</summary>
/// <remarks>Nocedal and Wright (2006), algorithm 6.1 with a backtracking line search; a component that falls below 0.001 logits stays there.</remarks>
internal sealed class LaplaceEstimator
{
    /// <summary>ln of the standard deviation that stands for zero.</summary>
    internal static readonly double Floor = Math.Log(1e-3);
    private const double Tolerance = 1e-3;
    private const int MostSteps = 100;
    private const int StartSteps = 4;

    /// <summary>Step in ln sd for second derivatives: the error is of order 1e-4 relative, the noise of the gradient far below.</summary>
    private const double Difference = 0.02;
    private readonly ManyFacetDesign _design;
    private readonly int _count;

    internal LaplaceEstimator(ManyFacetDesign design)
    {
        _design = design;
        Problem = new LaplaceProblem(design);
        _count = Problem.RandomTerms.Length;
        LogScales = new double[_count];
        Gradient = new double[_count];
    }

    internal LaplaceProblem Problem { get; }

    /// <summary>The estimate, ln sd of each random term.</summary>
    internal double[] LogScales { get; private set; }

    internal double[] Gradient { get; private set; }

    internal int Evaluations { get; private set; }

    internal double Objective { get; private set; }

    internal double GradientNorm => Enumerable.Range(0, _count).Where(IsFree).Select(k => Math.Abs(Gradient[k])).DefaultIfEmpty(0).Max();

    internal bool Reached => GradientNorm <= 10 * Tolerance;

    internal bool IsFree(int k) => LogScales[k] > Floor;

    internal void Run(CancellationToken cancel)
    {
        Objective = Evaluate(LogScales, Gradient);
        for (var k = 0; k < StartSteps; k++)
        {
            for (var t = 0; t < _count; t++)
            {
                LogScales[t] = Math.Max(Floor, Problem.ExpectedLogScale(t));
            }

            Objective = Evaluate(LogScales, Gradient);
        }

        var inverse = Start();
        for (var step = 0; step < MostSteps && GradientNorm > Tolerance; step++)
        {
            cancel.ThrowIfCancellationRequested();
            if (!TryStep(inverse))
            {
                // Once more along the gradient, scaled; a second failure is the end.
                inverse = Start();
                if (!TryStep(inverse))
                {
                    break;
                }
            }
        }
    }

    /// <summary>Standard errors of ln sd: inverse of the Hessian by central differences of the gradient; NaN-free, null where it is not positive definite.</summary>
    internal double[]? StandardErrors(int threads, CancellationToken cancel)
    {
        var free = Enumerable.Range(0, _count).Where(IsFree).ToArray();
        if (free.Length == 0)
        {
            return null;
        }

        var pool = new WorkspacePool<LaplaceProblem>(Problem.Copy);
        var gradients = ParallelLoop.Run(2 * free.Length, threads, pool, Displaced, null, cancel);
        var hessian = new double[free.Length, free.Length];
        for (var a = 0; a < free.Length; a++)
        {
            for (var b = 0; b < free.Length; b++)
            {
                hessian[a, b] = (gradients[2 * a][free[b]] - gradients[(2 * a) + 1][free[b]]) / (2 * Difference);
            }
        }

        return InverseRoots(hessian, free);

        double[] Displaced(int unit, LaplaceProblem problem)
        {
            // From the same start whatever the workspace held, so that the bits do not depend on the threads.
            Problem.Effects.CopyTo(problem.Effects, 0);
            var at = (double[])LogScales.Clone();
            at[free[unit / 2]] += unit % 2 == 0 ? Difference : -Difference;
            var gradient = new double[_count];
            problem.Evaluate(at, gradient);
            return gradient;
        }
    }

    /// <summary>Roots of the inverse's diagonal by Gauss-Jordan; null when a pivot is not positive, that is, away from a maximum.</summary>
    private double[]? InverseRoots(double[,] matrix, int[] free)
    {
        var n = free.Length;
        var inverse = new double[n, n];
        for (var k = 0; k < n; k++)
        {
            inverse[k, k] = 1;
        }

        for (var k = 0; k < n; k++)
        {
            var pivot = matrix[k, k];
            if (!(pivot > 0))
            {
                return null;
            }

            for (var column = 0; column < n; column++)
            {
                matrix[k, column] /= pivot;
                inverse[k, column] /= pivot;
            }

            for (var row = 0; row < n; row++)
            {
                var factor = row == k ? 0 : matrix[row, k];
                for (var column = 0; column < n; column++)
                {
                    matrix[row, column] -= factor * matrix[k, column];
                    inverse[row, column] -= factor * inverse[k, column];
                }
            }
        }

        var result = new double[_count];
        for (var a = 0; a < n; a++)
        {
            if (!(inverse[a, a] > 0))
            {
                return null;
            }

            result[free[a]] = Math.Sqrt(inverse[a, a]);
        }

        return result;
    }

    private double Evaluate(double[] at, double[] gradient)
    {
        Evaluations++;
        return Problem.Evaluate(at, gradient);
    }

    /// <summary>Near the maximum the curvature in ln sd is at most twice the number of levels.</summary>
    private double[,] Start()
    {
        var inverse = new double[_count, _count];
        for (var k = 0; k < _count; k++)
        {
            inverse[k, k] = 1.0 / _design.Terms[Problem.RandomTerms[k]].Count;
        }

        return inverse;
    }

    private bool TryStep(double[,] inverse)
    {
        var direction = Direction(inverse);
        var slope = Dot(direction, Gradient);
        var gradient = new double[_count];
        for (var length = 1.0; length > 1e-4; length /= 2)
        {
            var next = new double[_count];
            for (var k = 0; k < _count; k++)
            {
                next[k] = Math.Max(Floor, LogScales[k] + (length * direction[k]));
            }

            var value = Evaluate(next, gradient);
            if (value <= Objective + (1e-4 * length * slope))
            {
                Update(inverse, next, gradient);
                (LogScales, Gradient, Objective) = (next, gradient, value);
                return true;
            }
        }

        // Back to where the estimate is, for the effects that go with it.
        Objective = Evaluate(LogScales, Gradient);
        return false;
    }

    private double[] Direction(double[,] inverse)
    {
        var direction = new double[_count];
        for (var a = 0; a < _count; a++)
        {
            for (var b = 0; b < _count; b++)
            {
                direction[a] -= IsFree(a) && IsFree(b) ? inverse[a, b] * Gradient[b] : 0;
            }
        }

        // No more than a factor e at once.
        var largest = direction.Max(Math.Abs);
        return largest > 1 ? Array.ConvertAll(direction, x => x / largest) : direction;
    }

    private void Update(double[,] inverse, double[] next, double[] gradient)
    {
        var s = next.Zip(LogScales, (a, b) => a - b).ToArray();
        var y = gradient.Zip(Gradient, (a, b) => a - b).ToArray();
        var sy = Dot(s, y);
        if (!(sy > 1e-12))
        {
            return;
        }

        var hy = new double[_count];
        for (var a = 0; a < _count; a++)
        {
            for (var b = 0; b < _count; b++)
            {
                hy[a] += inverse[a, b] * y[b];
            }
        }

        var scale = (1 + (Dot(y, hy) / sy)) / sy;
        for (var a = 0; a < _count; a++)
        {
            for (var b = 0; b < _count; b++)
            {
                inverse[a, b] += (scale * s[a] * s[b]) - (((hy[a] * s[b]) + (s[a] * hy[b])) / sy);
            }
        }
    }

    private static double Dot(double[] left, double[] right)
    {
        var sum = 0.0;
        for (var k = 0; k < left.Length; k++)
        {
            sum += left[k] * right[k];
        }

        return sum;
    }
}
