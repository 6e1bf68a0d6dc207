using MathNet.Numerics.LinearAlgebra;

namespace Tare.Numerics.Tests;

public sealed class GaussHermiteTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(31)]
    [InlineData(61)]
    [InlineData(256)]
    public void Moments_are_exact_up_to_degree_two_n_minus_one(int n)
    {
        var rule = GaussHermite.Of(n);
        var moment = 1.0;
        for (var degree = 0; degree <= Math.Min((2 * n) - 1, 60); degree++)
        {
            var sum = 0.0;
            var magnitude = 0.0;
            for (var k = 0; k < n; k++)
            {
                var term = rule.Weights[k] * Math.Pow(rule.Nodes[k], degree);
                sum += term;
                magnitude += Math.Abs(term);
            }

            moment *= degree % 2 == 0 && degree > 0 ? degree - 1 : 1;

            // Rounding: a relative error of some 1e-15 in a node is multiplied by the degree.
            sum.ShouldBe(degree % 2 == 0 ? moment : 0, (1e-14 * (degree + 1) * magnitude) + double.Epsilon);
        }
    }

    [Theory]
    [InlineData(4)]
    [InlineData(61)]
    [InlineData(120)]
    public void Nodes_and_weights_are_the_eigensystem_of_the_tridiagonal_matrix(int n)
    {
        var matrix = Matrix<double>.Build.Dense(n, n, (i, j) => Math.Abs(i - j) == 1 ? Math.Sqrt(Math.Max(i, j)) : 0);
        var system = matrix.Evd(Symmetricity.Symmetric);
        var rule = GaussHermite.Of(n);
        for (var k = 0; k < n; k++)
        {
            // The dense eigensolver is good to some 1e-14 of the largest eigenvalue; its small eigenvector components only absolutely.
            rule.Nodes[k].ShouldBe(system.EigenValues[k].Real, 1e-12);
            rule.Weights[k].ShouldBe(Math.Pow(system.EigenVectors[0, k], 2), 1e-13);
        }
    }

    [Theory]
    [InlineData(7)]
    [InlineData(64)]
    public void The_rule_is_symmetric_to_the_bit(int n)
    {
        var rule = GaussHermite.Of(n);
        for (var k = 0; k < n; k++)
        {
            rule.Nodes[k].ShouldBe(-rule.Nodes[n - 1 - k]);
            rule.Weights[k].ShouldBe(rule.Weights[n - 1 - k]);
        }
    }

    [Fact]
    public void The_number_of_nodes_has_limits()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => GaussHermite.Of(0));
        Should.Throw<ArgumentOutOfRangeException>(() => GaussHermite.Of(257));
    }
}
