using System.Numerics;
using Tare.Numerics;

namespace Tare.Psychometrics.Tests;

public sealed class TwoParameterDerivativeTests
{
    private static readonly TwoParameterLeastSquaresOptions s_options = new() { PinnedItem = "i01", Ridge = 0.7 };
    private static readonly ResponseMatrix s_data = ResponseMatrix.From(Simulation.TwoParameter(6, 4, 0.6, 0.2, 3));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void The_objective_is_the_textbook_sum(int seed)
    {
        var (work, x) = Point(seed);

        var objective = work.Evaluate(work.Ability, work.Item);

        objective.ShouldBe(Definition(Complexes(x)).Real, 1e-12 * objective);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void The_gradient_agrees_with_complex_steps_and_with_differences(int seed)
    {
        var (work, x) = Point(seed);
        work.Evaluate(work.Ability, work.Item);
        foreach (var kind in new[] { HessianKind.GaussNewton, HessianKind.Exact })
        {
            work.Assemble(kind);
            for (var k = 0; k < x.Length; k++)
            {
                if (IsPinned(k))
                {
                    Gradient(work, k).ShouldBe(0);
                    continue;
                }

                Gradient(work, k).ShouldBe(TwoParameterDefinition.ComplexStep(Definition, x, k), 1e-13);

                // Truncation h² and rounding 1e-16 / h at two sizes.
                Gradient(work, k).ShouldBe(TwoParameterDefinition.CentralDifference(Definition, x, k, 1e-4), 1e-7);
                Gradient(work, k).ShouldBe(TwoParameterDefinition.CentralDifference(Definition, x, k, 1e-5), 1e-9);
            }
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void The_exact_hessian_agrees_with_differences_of_complex_steps(int seed)
    {
        var (work, x) = Point(seed);
        work.Evaluate(work.Ability, work.Item);
        work.Assemble(HessianKind.Exact);
        var hessian = Hessian(work);
        for (var row = 0; row < x.Length; row++)
        {
            for (var column = 0; column < x.Length; column++)
            {
                if (IsPinned(row) || IsPinned(column))
                {
                    continue;
                }

                const double H = 1e-5;
                double[] up = [.. x];
                double[] down = [.. x];
                up[column] += H;
                down[column] -= H;
                var expected =
                    (TwoParameterDefinition.ComplexStep(Definition, up, row) - TwoParameterDefinition.ComplexStep(Definition, down, row))
                    / (2 * H);
                hessian[row, column].ShouldBe(expected, 1e-8, $"row {row}, column {column}");
                hessian[row, column].ShouldBe(hessian[column, row]);
            }
        }
    }

    [Fact]
    public void Without_residuals_the_exact_hessian_is_the_gauss_newton_one()
    {
        var (work, x) = Point(0);
        var n = s_data.Persons.Count;
        var m = s_data.Items.Count;
        var exact = new double[s_data.Count];
        for (var k = 0; k < exact.Length; k++)
        {
            var (p, i) = (s_data.PersonOf[k], s_data.ItemOf[k]);
            exact[k] = Logistic.Sigmoid(x[n + m + i] * (x[p] - x[n + i]));
        }

        work.Load(StartOf(x), [], exact);
        work.Evaluate(work.Ability, work.Item);
        work.Assemble(HessianKind.Exact);
        var full = Hessian(work);
        work.Assemble(HessianKind.GaussNewton);
        var reduced = Hessian(work);
        for (var row = 0; row < x.Length; row++)
        {
            for (var column = 0; column < x.Length; column++)
            {
                full[row, column].ShouldBe(reduced[row, column], 1e-13);
            }
        }
    }

    private static Complex Definition(Complex[] x) => TwoParameterDefinition.Objective(s_data, s_options, x);

    private static Complex[] Complexes(double[] x) => [.. x.Select(v => new Complex(v, 0))];

    private static bool IsPinned(int k) => k == s_data.Persons.Count + s_data.Items.Count + 1;

    private static Calibration StartOf(double[] x)
    {
        var n = s_data.Persons.Count;
        var m = s_data.Items.Count;
        return Simulation.Start(s_data, 0, 0, 0) with { Abilities = x[..n], Difficulties = x[n..(n + m)], Discriminations = x[(n + m)..] };
    }

    private static (TwoParameterWorkspace Work, double[] X) Point(int seed)
    {
        var start = Simulation.Start(s_data, 1.2, 0.5, seed);
        double[] x = [.. start.Abilities, .. start.Difficulties, .. start.Discriminations];
        x[s_data.Persons.Count + s_data.Items.Count + 1] = 1;
        var work = new TwoParameterWorkspace(new TwoParameterProblem(s_data, s_options));
        work.Load(StartOf(x), [], []);
        return (work, x);
    }

    private static int ShortIndex(int k)
    {
        var at = k - s_data.Persons.Count;
        var m = s_data.Items.Count;
        return at < m ? 2 * at : (2 * (at - m)) + 1;
    }

    private static double Gradient(TwoParameterWorkspace work, int k) =>
        k < work.Ability.Length ? work.AbilityGradient[k] : work.ItemGradient[ShortIndex(k)];

    /// <summary>The arrow written out.</summary>
    private static double[,] Hessian(TwoParameterWorkspace work)
    {
        var n = s_data.Persons.Count;
        var m = s_data.Items.Count;
        var hessian = new double[n + (2 * m), n + (2 * m)];
        for (var p = 0; p < n; p++)
        {
            hessian[p, p] = work.System.LongDiagonal[p];
        }

        for (var i = 0; i < m; i++)
        {
            hessian[n + i, n + i] = work.System.ShortBlocks[3 * i];
            hessian[n + i, n + m + i] = hessian[n + m + i, n + i] = work.System.ShortBlocks[(3 * i) + 1];
            hessian[n + m + i, n + m + i] = work.System.ShortBlocks[(3 * i) + 2];
        }

        for (var k = 0; k < s_data.Count; k++)
        {
            var (p, i) = (s_data.PersonOf[k], s_data.ItemOf[k]);
            hessian[p, n + i] = hessian[n + i, p] = work.System.Couplings[2 * k];
            hessian[p, n + m + i] = hessian[n + m + i, p] = work.System.Couplings[(2 * k) + 1];
        }

        return hessian;
    }
}
