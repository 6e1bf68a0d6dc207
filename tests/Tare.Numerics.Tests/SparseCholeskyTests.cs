using MathNet.Numerics.LinearAlgebra;

namespace Tare.Numerics.Tests;

public sealed class SparseCholeskyTests
{
    private const int Order = 23;
    private const int Leading = 17;

    [Fact]
    public void Solution_determinant_and_inverse_are_those_of_the_dense_matrix()
    {
        var (sparse, dense, places, random) = Make();
        var right = Vector<double>.Build.Dense(Order, _ => random.NextNormal());
        var solution = right.ToArray();
        sparse.Solve(solution);
        var expected = dense.Solve(right);
        for (var k = 0; k < Order; k++)
        {
            solution[k].ShouldBe(expected[k], 1e-10);
        }

        var block = dense.SubMatrix(0, Leading, 0, Leading);
        sparse.LogDeterminant(Leading).ShouldBe(Math.Log(block.Determinant()), 1e-10);
        sparse.LogDeterminant(Order).ShouldBe(Math.Log(dense.Determinant()), 1e-10);
        CheckInverse(sparse, dense, places, Order);
        CheckInverse(sparse, dense, places, Leading);
    }

    [Fact]
    public void A_copy_gives_the_same_bits()
    {
        var (sparse, _, places, _) = Make();
        var copy = sparse.OfSameLayout();
        var weights = Enumerable.Repeat(1.5, places.Length / 3).ToArray();
        var diagonal = Enumerable.Repeat(0.25, Order).ToArray();
        sparse.TryFactor(weights, diagonal).ShouldBeTrue();
        copy.TryFactor(weights, diagonal).ShouldBeTrue();
        copy.LogDeterminant(Order).ShouldBe(sparse.LogDeterminant(Order));
    }

    [Fact]
    public void A_matrix_that_is_not_positive_definite_is_reported()
    {
        var (sparse, _, places, _) = Make();
        sparse.TryFactor(new double[places.Length / 3], new double[Order]).ShouldBeFalse();
        sparse.TryFactor(new double[places.Length / 3], Enumerable.Repeat(double.NaN, Order).ToArray()).ShouldBeFalse();
    }

    private static void CheckInverse(SparseCholesky sparse, Matrix<double> dense, int[] places, int leading)
    {
        sparse.Invert(leading);
        var inverse = Matrix<double>.Build.Dense(Order, Order);
        inverse.SetSubMatrix(0, 0, dense.SubMatrix(0, leading, 0, leading).Inverse());
        for (var k = 0; k < leading; k++)
        {
            sparse.InverseDiagonal(k).ShouldBe(inverse[k, k], 1e-10);
        }

        var forms = new double[places.Length / 3];
        sparse.QuadraticForms(forms);
        for (var r = 0; r < forms.Length; r++)
        {
            var sum = 0.0;
            foreach (var a in places.AsSpan(3 * r, 3))
            {
                foreach (var b in places.AsSpan(3 * r, 3))
                {
                    sum += inverse[a, b];
                }
            }

            forms[r].ShouldBe(sum, 1e-10);
        }
    }

    private static (SparseCholesky Sparse, Matrix<double> Dense, int[] Places, RandomSource Random) Make()
    {
        var random = RandomSource.For("sparse-cholesky", 0);
        const int Rows = 40;
        var places = new int[3 * Rows];
        var weights = new double[Rows];
        var diagonal = Enumerable.Range(0, Order).Select(_ => 0.1 + random.NextDouble()).ToArray();
        var dense = Matrix<double>.Build.DenseOfDiagonalArray(diagonal);
        for (var r = 0; r < Rows; r++)
        {
            var one = random.NextInt(12);
            int[] place = [one, 12 + random.NextInt(6), 18 + random.NextInt(5)];
            place.CopyTo(places, 3 * r);
            weights[r] = random.NextDouble();
            foreach (var a in place)
            {
                foreach (var b in place)
                {
                    dense[a, b] += weights[r];
                }
            }
        }

        var sparse = new SparseCholesky(Order, places, 3);
        sparse.TryFactor(weights, diagonal).ShouldBeTrue();
        return (sparse, dense, places, random);
    }
}
