using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Tare.Numerics;

/// <summary>Cholesky factor of a small dense symmetric matrix, in place, four numbers at a time.</summary>
/// <remarks>
/// The order is padded to a multiple of eight; the padding must hold the identity. Columns are done in panels of eight
/// (left-looking, Golub and Van Loan 2013, section 4.2.5): every row subtracts its product with the finished columns, in registers, and is
/// then multiplied by the inverse of the panel's 8 x 8 triangle.
/// </remarks>
internal sealed class DenseCholesky
{
    private const int Panel = 8;
    private const int Half = Panel / 2;
    private readonly double[] _matrix;
    private readonly double[] _inverseDiagonal;
    private readonly double[] _panel;
    private readonly double[] _triangle = new double[Panel * Panel];
    private readonly double[] _right;

    internal DenseCholesky(int order)
    {
        Order = order;
        Stride = (order + Panel - 1) / Panel * Panel;
        _matrix = new double[Stride * Stride];
        _inverseDiagonal = new double[Stride];
        _panel = new double[Panel * Stride];
        _right = new double[Stride];
    }

    /// <summary>Order of the matrix, without padding.</summary>
    internal int Order { get; }

    /// <summary>Distance between rows.</summary>
    internal int Stride { get; }

    /// <summary>Row by row; the lower triangle counts. <see cref="Factor"/> replaces it.</summary>
    internal Span<double> Matrix => _matrix;

    /// <summary>Sets the matrix to zero, its padding to the identity.</summary>
    internal void Clear()
    {
        Array.Clear(_matrix);
        for (var k = Order; k < Stride; k++)
        {
            _matrix[(k * Stride) + k] = 1;
        }
    }

    /// <summary>Replaces the matrix by its factor L, L Lᵀ = A. False when A is not positive definite to working accuracy.</summary>
    internal bool Factor()
    {
        for (var column = 0; column < Stride; column += Panel)
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

        return true;
    }

    /// <summary>Replaces a right-hand side of length <see cref="Order"/> by the solution; <see cref="Factor"/> comes first.</summary>
    internal void Solve(Span<double> right)
    {
        var x = _right.AsSpan();
        x.Clear();
        right[..Order].CopyTo(x);
        for (var row = 0; row < Stride; row++)
        {
            var known = _matrix.AsSpan(row * Stride, row);
            x[row] = (x[row] - Dot(known, x)) * _inverseDiagonal[row];
        }

        for (var row = Stride - 1; row >= 0; row--)
        {
            x[row] *= _inverseDiagonal[row];
            AddMultiple(-x[row], _matrix.AsSpan(row * Stride, row), x);
        }

        x[..Order].CopyTo(right);
    }

    /// <summary>Copies the finished columns of the panel's rows, negated, so that eight of them lie side by side.</summary>
    private void Pack(int column)
    {
        for (var c = 0; c < Panel; c++)
        {
            var row = _matrix.AsSpan((column + c) * Stride, column);
            for (var k = 0; k < row.Length; k++)
            {
                _panel[(k * Panel) + c] = -row[k];
            }
        }
    }

    /// <summary>Four rows of the panel, minus their products with the finished columns.</summary>
    private void Subtract(int column, int row)
    {
        ref var r0 = ref MemoryMarshal.GetReference(_matrix.AsSpan(row * Stride, (3 * Stride) + column + Panel));
        ref var packed = ref MemoryMarshal.GetArrayDataReference(_panel);
        var stride = (nuint)Stride;
        var at = (nuint)column;
        var a00 = Vector256.LoadUnsafe(ref r0, at);
        var a01 = Vector256.LoadUnsafe(ref r0, at + 4);
        var a10 = Vector256.LoadUnsafe(ref r0, stride + at);
        var a11 = Vector256.LoadUnsafe(ref r0, stride + at + 4);
        var a20 = Vector256.LoadUnsafe(ref r0, (2 * stride) + at);
        var a21 = Vector256.LoadUnsafe(ref r0, (2 * stride) + at + 4);
        var a30 = Vector256.LoadUnsafe(ref r0, (3 * stride) + at);
        var a31 = Vector256.LoadUnsafe(ref r0, (3 * stride) + at + 4);
        for (nuint k = 0; k < at; k++)
        {
            var p0 = Vector256.LoadUnsafe(ref packed, k * Panel);
            var p1 = Vector256.LoadUnsafe(ref packed, (k * Panel) + 4);
            var b0 = Vector256.Create(Unsafe.Add(ref r0, k));
            a00 = Vector256.FusedMultiplyAdd(b0, p0, a00);
            a01 = Vector256.FusedMultiplyAdd(b0, p1, a01);
            var b1 = Vector256.Create(Unsafe.Add(ref r0, stride + k));
            a10 = Vector256.FusedMultiplyAdd(b1, p0, a10);
            a11 = Vector256.FusedMultiplyAdd(b1, p1, a11);
            var b2 = Vector256.Create(Unsafe.Add(ref r0, (2 * stride) + k));
            a20 = Vector256.FusedMultiplyAdd(b2, p0, a20);
            a21 = Vector256.FusedMultiplyAdd(b2, p1, a21);
            var b3 = Vector256.Create(Unsafe.Add(ref r0, (3 * stride) + k));
            a30 = Vector256.FusedMultiplyAdd(b3, p0, a30);
            a31 = Vector256.FusedMultiplyAdd(b3, p1, a31);
        }

        a00.StoreUnsafe(ref r0, at);
        a01.StoreUnsafe(ref r0, at + 4);
        a10.StoreUnsafe(ref r0, stride + at);
        a11.StoreUnsafe(ref r0, stride + at + 4);
        a20.StoreUnsafe(ref r0, (2 * stride) + at);
        a21.StoreUnsafe(ref r0, (2 * stride) + at + 4);
        a30.StoreUnsafe(ref r0, (3 * stride) + at);
        a31.StoreUnsafe(ref r0, (3 * stride) + at + 4);
    }

    /// <summary>Factors the panel's triangle T and leaves the transpose of its inverse in <see cref="_triangle"/>.</summary>
    private bool FactorTriangle(int column)
    {
        for (var i = 0; i < Panel; i++)
        {
            var row = _matrix.AsSpan(((column + i) * Stride) + column, Panel);
            var before = row[i];
            for (var j = 0; j <= i; j++)
            {
                var other = _matrix.AsSpan(((column + j) * Stride) + column, Panel);
                var sum = row[j];
                for (var k = 0; k < j; k++)
                {
                    sum -= row[k] * other[k];
                }

                if (j < i)
                {
                    row[j] = sum * _inverseDiagonal[column + j];
                }
                else if (sum > 1e-14 * Math.Abs(before) && double.IsFinite(sum))
                {
                    row[i] = Math.Sqrt(sum);
                    _inverseDiagonal[column + i] = 1 / row[i];
                }
                else
                {
                    return false;
                }
            }
        }

        Invert(column);
        return true;
    }

    private void Invert(int column)
    {
        var inverse = _triangle.AsSpan();
        inverse.Clear();
        for (var c = 0; c < Panel; c++)
        {
            inverse[(c * Panel) + c] = _inverseDiagonal[column + c];
            for (var i = c + 1; i < Panel; i++)
            {
                var row = _matrix.AsSpan(((column + i) * Stride) + column, Panel);
                var sum = 0.0;
                for (var k = c; k < i; k++)
                {
                    sum -= row[k] * inverse[(c * Panel) + k];
                }

                inverse[(c * Panel) + i] = sum * _inverseDiagonal[column + i];
            }
        }
    }

    /// <summary>Four rows of the panel times the inverse of the transposed triangle.</summary>
    private void Divide(int column, int row)
    {
        ref var triangle = ref MemoryMarshal.GetArrayDataReference(_triangle);
        for (var r = row; r < row + Half; r++)
        {
            ref var values = ref MemoryMarshal.GetReference(_matrix.AsSpan((r * Stride) + column, Panel));
            var x0 = Vector256<double>.Zero;
            var x1 = Vector256<double>.Zero;
            for (nuint c = 0; c < Panel; c++)
            {
                var b = Vector256.Create(Unsafe.Add(ref values, c));
                x0 = Vector256.FusedMultiplyAdd(b, Vector256.LoadUnsafe(ref triangle, c * Panel), x0);
                x1 = Vector256.FusedMultiplyAdd(b, Vector256.LoadUnsafe(ref triangle, (c * Panel) + 4), x1);
            }

            x0.StoreUnsafe(ref values);
            x1.StoreUnsafe(ref values, 4);
        }
    }

    private static double Dot(ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        ref var a = ref MemoryMarshal.GetReference(left);
        ref var b = ref MemoryMarshal.GetReference(right[..left.Length]);
        var sum0 = Vector256<double>.Zero;
        var sum1 = Vector256<double>.Zero;
        var k = 0;
        for (; k + Panel <= left.Length; k += Panel)
        {
            sum0 = Vector256.FusedMultiplyAdd(Vector256.LoadUnsafe(ref a, (nuint)k), Vector256.LoadUnsafe(ref b, (nuint)k), sum0);
            sum1 = Vector256.FusedMultiplyAdd(Vector256.LoadUnsafe(ref a, (nuint)k + 4), Vector256.LoadUnsafe(ref b, (nuint)k + 4), sum1);
        }

        var sum = Vector256.Sum(sum0 + sum1);
        for (; k < left.Length; k++)
        {
            sum += left[k] * right[k];
        }

        return sum;
    }

    private static void AddMultiple(double factor, ReadOnlySpan<double> from, Span<double> to)
    {
        ref var a = ref MemoryMarshal.GetReference(from);
        ref var b = ref MemoryMarshal.GetReference(to[..from.Length]);
        var f = Vector256.Create(factor);
        var k = 0;
        for (; k + Half <= from.Length; k += Half)
        {
            var sum = Vector256.FusedMultiplyAdd(f, Vector256.LoadUnsafe(ref a, (nuint)k), Vector256.LoadUnsafe(ref b, (nuint)k));
            sum.StoreUnsafe(ref b, (nuint)k);
        }

        for (; k < from.Length; k++)
        {
            to[k] += factor * from[k];
        }
    }
}
