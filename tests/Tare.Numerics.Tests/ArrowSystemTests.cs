using MathNet.Numerics.LinearAlgebra;

namespace Tare.Numerics.Tests;

public sealed class ArrowSystemTests
{
    [Theory]
    [InlineData(1, 1, 1, 1.0)]
    [InlineData(5, 3, 1, 0.6)]
    [InlineData(60, 9, 1, 0.3)]
    [InlineData(1, 1, 2, 1.0)]
    [InlineData(7, 4, 2, 0.5)]
    [InlineData(40, 57, 2, 0.2)]
    [InlineData(3, 20, 2, 0.9)]
    public void The_solution_is_that_of_the_dense_system(int longCount, int blockCount, int blockSize, double share)
    {
        for (var replicate = 0; replicate < 5; replicate++)
        {
            var arrow = Case.Random(longCount, blockCount, blockSize, share, replicate);
            arrow.Hold();
            const double Damping = 0.01;

            var solved = arrow.Solve(Damping, out var x);

            solved.ShouldBeTrue();
            var expected = arrow.DenseSolution(Damping);
            for (var k = 0; k < arrow.Order; k++)
            {
                // Condition numbers stay below 1e4.
                x[k].ShouldBe(expected[k], 1e-11, $"unknown {k}");
            }
        }
    }

    [Fact]
    public void A_matrix_that_is_not_positive_definite_has_no_solution()
    {
        var indefinite = Case.Random(6, 4, 2, 0.5, 0);
        indefinite.System.ShortBlocks[3] -= 50;
        indefinite.Solve(0, out _).ShouldBeFalse();
        indefinite.Solve(60, out _).ShouldBeTrue();

        var negative = Case.Random(6, 4, 1, 0.5, 0);
        negative.System.LongDiagonal[2] = -1;
        negative.Solve(0, out _).ShouldBeFalse();
    }

    [Fact]
    public void Equal_input_gives_equal_bits_whatever_was_solved_before()
    {
        var fresh = Case.Random(40, 20, 2, 0.4, 1);
        fresh.Solve(0.1, out var first);
        fresh.Solve(5, out _);
        fresh.Solve(0.1, out var again);

        again.ShouldBe(first);
    }

    [Fact]
    public void A_pattern_that_does_not_fit_is_refused()
    {
        var system = new ArrowSystem(2, 3, 1, 4);
        Should.Throw<ArgumentException>(() => system.SetPattern([0, 1], [0]));
        Should.Throw<ArgumentException>(() => system.SetPattern([0, 1, 3], [0, 1]));
        Should.Throw<ArgumentOutOfRangeException>(() => system.SetPattern([0, 1, 2], [0, 3]));
        Should.Throw<ArgumentOutOfRangeException>(() => new ArrowSystem(2, 3, 3, 4));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(64)]
    [InlineData(113)]
    [InlineData(121)]
    public void The_dense_solver_agrees_with_a_textbook_one(int order)
    {
        var random = RandomSource.For("dense", order);
        var factor = Matrix<double>.Build.Dense(order, order, (_, _) => random.NextNormal());
        var matrix = (factor * factor.Transpose()) + (0.5 * order * Matrix<double>.Build.DenseIdentity(order));
        var right = Vector<double>.Build.Dense(order, _ => random.NextNormal());
        var solver = new DenseCholesky(order);
        solver.Clear();
        for (var i = 0; i < order; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                solver.Matrix[(i * solver.Stride) + j] = matrix[i, j];
            }

            solver.Matrix[(order * solver.Stride) + i] = right[i];
        }

        var solution = new double[order];
        solver.TrySolve(solution).ShouldBeTrue();
        var expected = matrix.LU().Solve(right);
        for (var k = 0; k < order; k++)
        {
            // The condition number is below 10, so an error of 1e-13 relative is some hundred roundings.
            solution[k].ShouldBe(expected[k], 1e-13 * expected.AbsoluteMaximum());
        }
    }

    /// <summary>A random arrow and the same matrix written out.</summary>
    private sealed class Case
    {
        private readonly int _longCount;
        private readonly List<int> _held = [];

        private Case(int longCount, ArrowSystem system, Matrix<double> dense, Vector<double> right)
        {
            _longCount = longCount;
            System = system;
            Dense = dense;
            Right = right;
        }

        internal ArrowSystem System { get; }

        internal Matrix<double> Dense { get; }

        internal Vector<double> Right { get; }

        internal int Order => Right.Count;

        internal static Case Random(int longCount, int blockCount, int blockSize, double share, int replicate)
        {
            var random = RandomSource.For($"arrow/{longCount}/{blockCount}/{blockSize}", replicate);
            var start = new List<int> { 0 };
            var blocks = new List<int>();
            for (var unknown = 0; unknown < longCount; unknown++)
            {
                blocks.AddRange(Enumerable.Range(0, blockCount).Where(_ => random.NextDouble() < share));
                start.Add(blocks.Count);
            }

            var system = new ArrowSystem(longCount, blockCount, blockSize, blocks.Count);
            system.SetPattern([.. start], [.. blocks]);
            var order = longCount + (blockCount * blockSize);
            var dense = Matrix<double>.Build.Dense(order, order);
            for (var unknown = 0; unknown < longCount; unknown++)
            {
                for (var k = start[unknown]; k < start[unknown + 1]; k++)
                {
                    for (var c = 0; c < blockSize; c++)
                    {
                        var column = longCount + (blocks[k] * blockSize) + c;
                        var value = random.NextNormal();
                        system.Couplings[(k * blockSize) + c] = value;
                        dense[unknown, column] = value;
                        dense[column, unknown] = value;
                    }
                }
            }

            // Diagonal dominance makes the matrix positive definite.
            for (var k = 0; k < order; k++)
            {
                dense[k, k] = dense.Row(k).L1Norm() + 1 + random.NextDouble();
            }

            for (var k = 0; k < longCount; k++)
            {
                system.LongDiagonal[k] = dense[k, k];
            }

            for (var b = 0; b < blockCount; b++)
            {
                var at = longCount + (b * blockSize);
                if (blockSize == 1)
                {
                    system.ShortBlocks[b] = dense[at, at];
                    continue;
                }

                dense[at, at + 1] = dense[at + 1, at] = random.NextDouble() - 0.5;
                system.ShortBlocks[3 * b] = dense[at, at];
                system.ShortBlocks[(3 * b) + 1] = dense[at, at + 1];
                system.ShortBlocks[(3 * b) + 2] = dense[at + 1, at + 1];
            }

            return new Case(longCount, system, dense, Vector<double>.Build.Dense(order, _ => random.NextNormal()));
        }

        internal void Hold()
        {
            if (_longCount > 2)
            {
                System.IsFixedLong[1] = true;
                _held.Add(1);
                System.IsFixedShort[System.IsFixedShort.Length - 1] = true;
                _held.Add(Order - 1);
            }
        }

        internal double[] DenseSolution(double damping)
        {
            var matrix = Dense.Clone();
            var right = Right.Clone();
            for (var k = 0; k < Order; k++)
            {
                matrix[k, k] += damping;
            }

            foreach (var k in _held)
            {
                matrix.ClearRow(k);
                matrix.ClearColumn(k);
                matrix[k, k] = 1;
                right[k] = 0;
            }

            return matrix.LU().Solve(right).ToArray();
        }

        internal bool Solve(double damping, out double[] x)
        {
            x = new double[Order];
            var right = Right.ToArray();
            return System.TrySolve(
                damping,
                right.AsSpan(0, _longCount),
                right.AsSpan(_longCount),
                x.AsSpan(0, _longCount),
                x.AsSpan(_longCount)
            );
        }
    }
}
