using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Tare.Numerics;

/// <summary>Solves a small dense symmetric positive definite system by Cholesky, in place, four numbers at a time.</summary>
/// <remarks>
/// The right-hand side is one more row of the matrix, so that the factorisation does its forward substitution too. Rows are padded to a multiple
/// of eight; the padding holds the identity. Columns are done in panels of eight (left-looking, Golub and Van Loan 2013, section 4.2.5): every
/// row subtracts its product with the finished columns, in registers, and is then multiplied by the inverse of the panel's 8 x 8 triangle.
/// </remarks>
internal sealed class DenseCholesky
{
    private const int Panel = 8;
    private const int Half = Panel / 2;

    /// <summary>A pivot below this share of its row's own diagonal is rounding, not information.</summary>
    private const double SmallestPivotShare = 1e-14;

    private readonly AlignedArray _matrix;
    private readonly double[] _inverseDiagonal;
    private readonly AlignedArray _panel;
    private readonly AlignedArray _triangle = new(Panel * Panel);

    internal DenseCholesky(int order)
    {
        Order = order;
        Stride = (order + Panel) / Panel * Panel;
        _matrix = new AlignedArray(Stride * Stride);
        _inverseDiagonal = new double[Stride];
        _panel = new AlignedArray(Panel * Stride);
    }

    /// <summary>Order of the matrix, without right-hand side and padding.</summary>
    internal int Order { get; }

    /// <summary>Distance between rows.</summary>
    internal int Stride { get; }

    /// <summary>Row by row; the lower triangle counts, and row <see cref="Order"/> is the right-hand side. <see cref="TrySolve"/> replaces it.</summary>
    internal Span<double> Matrix => _matrix.Span;

    /// <summary>Sets matrix and right-hand side to zero, the padding to the identity.</summary>
    internal void Clear()
    {
        var matrix = Matrix;
        matrix.Clear();
        for (var k = Order; k < Stride; k++)
        {
            matrix[(k * Stride) + k] = 1;
        }
    }

    /// <summary>Solves. False when the matrix is not positive definite to working accuracy; the solution is then untouched.</summary>
    internal bool TrySolve(Span<double> solution)
    {
        for (var column = 0; column < Order; column += Panel)
        {
            Pack(column);
            Subtract(column, column);
            Subtract(column, column + Half);
            if (!FactorTriangle(column))
            {
                return false;
            }

            for (var row = column + Panel; row < Stride; row += Half)
            {
                Subtract(column, row);
                Divide(column, row);
            }
        }

        SubstituteBack(solution[..Order]);
        return true;
    }

    /// <summary>Copies the finished columns of the panel's rows, negated, so that eight of them lie side by side.</summary>
    private void Pack(int column)
    {
        unchecked
        {
            var packed = _panel.Span;
            for (var c = 0; c < Panel; c++)
            {
                var row = Matrix.Slice((column + c) * Stride, column);
                for (var k = 0; k < row.Length; k++)
                {
                    packed[(k * Panel) + c] = -row[k];
                }
            }
        }
    }

    /// <summary>Four rows of the panel, minus their products with the finished columns.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Subtract(int column, int row)
    {
        unchecked
        {
            var at = (nuint)column;
            ref var r0 = ref MemoryMarshal.GetReference(Matrix.Slice(row * Stride, Half * Stride));
            ref var r1 = ref Unsafe.Add(ref r0, Stride);
            ref var r2 = ref Unsafe.Add(ref r1, Stride);
            ref var r3 = ref Unsafe.Add(ref r2, Stride);
            ref var packed = ref MemoryMarshal.GetReference(_panel.Span);
            var a00 = Vector256.LoadUnsafe(ref r0, at);
            var a01 = Vector256.LoadUnsafe(ref r0, at + Half);
            var a10 = Vector256.LoadUnsafe(ref r1, at);
            var a11 = Vector256.LoadUnsafe(ref r1, at + Half);
            var a20 = Vector256.LoadUnsafe(ref r2, at);
            var a21 = Vector256.LoadUnsafe(ref r2, at + Half);
            var a30 = Vector256.LoadUnsafe(ref r3, at);
            var a31 = Vector256.LoadUnsafe(ref r3, at + Half);
            for (nuint k = 0; k < at; k++)
            {
                var p0 = Vector256.LoadUnsafe(ref packed);
                var p1 = Vector256.LoadUnsafe(ref packed, Half);
                packed = ref Unsafe.Add(ref packed, Panel);
                var b0 = Vector256.Create(Unsafe.Add(ref r0, k));
                a00 = Vector256.FusedMultiplyAdd(b0, p0, a00);
                a01 = Vector256.FusedMultiplyAdd(b0, p1, a01);
                var b1 = Vector256.Create(Unsafe.Add(ref r1, k));
                a10 = Vector256.FusedMultiplyAdd(b1, p0, a10);
                a11 = Vector256.FusedMultiplyAdd(b1, p1, a11);
                var b2 = Vector256.Create(Unsafe.Add(ref r2, k));
                a20 = Vector256.FusedMultiplyAdd(b2, p0, a20);
                a21 = Vector256.FusedMultiplyAdd(b2, p1, a21);
                var b3 = Vector256.Create(Unsafe.Add(ref r3, k));
                a30 = Vector256.FusedMultiplyAdd(b3, p0, a30);
                a31 = Vector256.FusedMultiplyAdd(b3, p1, a31);
            }

            a00.StoreUnsafe(ref r0, at);
            a01.StoreUnsafe(ref r0, at + Half);
            a10.StoreUnsafe(ref r1, at);
            a11.StoreUnsafe(ref r1, at + Half);
            a20.StoreUnsafe(ref r2, at);
            a21.StoreUnsafe(ref r2, at + Half);
            a30.StoreUnsafe(ref r3, at);
            a31.StoreUnsafe(ref r3, at + Half);
        }
    }

    /// <summary>Factors the panel's triangle T and leaves the transpose of its inverse in <see cref="_triangle"/>.</summary>
    private bool FactorTriangle(int column)
    {
        unchecked
        {
            Span<double> local = stackalloc double[Panel * Panel];
            for (var i = 0; i < Panel; i++)
            {
                var row = Matrix.Slice(((column + i) * Stride) + column, Panel);
                var own = row[i];
                for (var j = 0; j <= i; j++)
                {
                    var sum = row[j];
                    for (var k = 0; k < j; k++)
                    {
                        sum -= local[(i * Panel) + k] * local[(j * Panel) + k];
                    }

                    if (j < i)
                    {
                        local[(i * Panel) + j] = sum * _inverseDiagonal[column + j];
                    }
                    else if (column + i >= Order)
                    {
                        // The right-hand side and the padding have no pivot.
                        local[(i * Panel) + i] = 1;
                        _inverseDiagonal[column + i] = 1;
                    }
                    else if (sum > SmallestPivotShare * own && double.IsFinite(sum))
                    {
                        local[(i * Panel) + i] = Math.Sqrt(sum);
                        _inverseDiagonal[column + i] = 1 / local[(i * Panel) + i];
                    }
                    else
                    {
                        return false;
                    }
                }

                local.Slice(i * Panel, i + 1).CopyTo(row);
            }

            Invert(local, column);
            return true;
        }
    }

    private void Invert(ReadOnlySpan<double> local, int column)
    {
        unchecked
        {
            var inverse = _triangle.Span;
            for (var c = 0; c < Panel; c++)
            {
                inverse[(c * Panel) + c] = _inverseDiagonal[column + c];
                for (var i = c + 1; i < Panel; i++)
                {
                    var sum = 0.0;
                    for (var k = c; k < i; k++)
                    {
                        sum -= local[(i * Panel) + k] * inverse[(c * Panel) + k];
                    }

                    inverse[(c * Panel) + i] = sum * _inverseDiagonal[column + i];
                }
            }
        }
    }

    /// <summary>Four rows of the panel times the inverse of the transposed triangle.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Divide(int column, int row)
    {
        unchecked
        {
            ref var triangle = ref MemoryMarshal.GetReference(_triangle.Span);
            ref var values = ref MemoryMarshal.GetReference(Matrix.Slice((row * Stride) + column, (3 * Stride) + Panel));
            for (var r = 0; r < Half; r++)
            {
                var x0 = Vector256<double>.Zero;
                var x1 = Vector256<double>.Zero;
                for (nuint c = 0; c < Half; c++)
                {
                    var b0 = Vector256.Create(Unsafe.Add(ref values, c));
                    var b1 = Vector256.Create(Unsafe.Add(ref values, c + Half));
                    x0 = Vector256.FusedMultiplyAdd(b0, Vector256.LoadUnsafe(ref triangle, c * Panel), x0);
                    x1 = Vector256.FusedMultiplyAdd(b0, Vector256.LoadUnsafe(ref triangle, (c * Panel) + Half), x1);

                    // The triangle's lower left quarter is zero.
                    x1 = Vector256.FusedMultiplyAdd(b1, Vector256.LoadUnsafe(ref triangle, ((c + Half) * Panel) + Half), x1);
                }

                x0.StoreUnsafe(ref values);
                x1.StoreUnsafe(ref values, Half);
                values = ref Unsafe.Add(ref values, Stride);
            }
        }
    }

    /// <summary>Solves Lᵀ x = y, y being the row that the factorisation made of the right-hand side.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void SubstituteBack(Span<double> solution)
    {
        unchecked
        {
            Matrix.Slice(Order * Stride, Order).CopyTo(solution);
            ref var x = ref MemoryMarshal.GetReference(solution);
            for (var row = solution.Length - 1; row >= 0; row--)
            {
                var value = solution[row] * _inverseDiagonal[row];
                solution[row] = value;
                ref var factor = ref Matrix[row * Stride];
                var negative = Vector256.Create(-value);
                var k = 0;
                for (; k + Half <= row; k += Half)
                {
                    var sum = Vector256.FusedMultiplyAdd(
                        negative,
                        Vector256.LoadUnsafe(ref factor, (nuint)k),
                        Vector256.LoadUnsafe(ref x, (nuint)k)
                    );
                    sum.StoreUnsafe(ref x, (nuint)k);
                }

                for (; k < row; k++)
                {
                    solution[k] -= value * Unsafe.Add(ref factor, k);
                }
            }
        }
    }
}
