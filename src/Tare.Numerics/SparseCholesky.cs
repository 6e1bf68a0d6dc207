namespace Tare.Numerics;

/// <summary>Factors a sparse symmetric positive definite matrix in the order given, and finds the entries of its inverse on the factor's pattern.</summary>
/// <remarks>
/// The matrix is a sum over rows r of w_r x_r x_rᵀ, x_r being 1 at a few places, plus a diagonal: the normal equations of crossed effects. Order the
/// unknowns so that those that meet the fewest others come first. Left-looking factorisation by columns (Davis 2006, section 4.8); inverse by the
/// recursion of Takahashi, Fagan and Chen (1973).
/// </remarks>
public sealed class SparseCholesky
{
    private readonly int[] _start;
    private readonly int[] _row;
    private readonly int _width;
    private readonly int[] _places;
    private readonly int[] _positions;
    private readonly double[] _factor;
    private readonly double[] _inverse;
    private readonly double[] _work;
    private readonly int[] _next;
    private readonly int[] _first;
    private readonly int[] _cursor;

    /// <summary>Lays out the factor.</summary>
    /// <param name="order">Number of unknowns.</param>
    /// <param name="places">Row by row, <paramref name="width"/> distinct unknowns each.</param>
    /// <param name="width">How many unknowns a row touches.</param>
    public SparseCholesky(int order, int[] places, int width)
    {
        Order = order;
        _places = places;
        _width = width;
        (_start, _row) = Pattern(order, places, width);
        _factor = new double[_row.Length];
        _inverse = new double[_row.Length];
        _work = new double[order];
        _next = new int[order];
        _first = new int[order];
        _cursor = new int[order];
        _positions = Positions();
    }

    private SparseCholesky(SparseCholesky other)
    {
        Order = other.Order;
        _places = other._places;
        _width = other._width;
        _start = other._start;
        _row = other._row;
        _positions = other._positions;
        _factor = new double[_row.Length];
        _inverse = new double[_row.Length];
        _work = new double[Order];
        _next = new int[Order];
        _first = new int[Order];
        _cursor = new int[Order];
    }

    /// <summary>Number of unknowns.</summary>
    public int Order { get; }

    /// <summary>Entries of the factor, the diagonal among them.</summary>
    public int Entries => _row.Length;

    /// <summary>Another one of the same layout, for another thread.</summary>
    public SparseCholesky OfSameLayout() => new(this);

    /// <summary>Factors the sum of w_r x_r x_rᵀ and the diagonal. False when it is not positive definite.</summary>
    /// <param name="weights">w_r of each row.</param>
    /// <param name="diagonal">What is added to each diagonal entry.</param>
    public bool TryFactor(ReadOnlySpan<double> weights, ReadOnlySpan<double> diagonal)
    {
        Assemble(weights, diagonal);
        Array.Fill(_first, -1);
        unchecked
        {
            for (var column = 0; column < Order; column++)
            {
                if (!TryColumn(column))
                {
                    return false;
                }
            }
        }

        return true;
    }

    /// <summary>ln of the determinant of the leading block, after a factorisation.</summary>
    /// <param name="leading">Order of the block.</param>
    public double LogDeterminant(int leading)
    {
        var sum = 0.0;
        for (var column = 0; column < leading; column++)
        {
            sum += Math.Log(_factor[_start[column]]);
        }

        return 2 * sum;
    }

    /// <summary>Replaces a right-hand side by the solution, after a factorisation.</summary>
    /// <param name="right">One number for each unknown.</param>
    public void Solve(Span<double> right)
    {
        unchecked
        {
            for (var column = 0; column < Order; column++)
            {
                var value = right[column] /= _factor[_start[column]];
                for (var p = _start[column] + 1; p < _start[column + 1]; p++)
                {
                    right[_row[p]] -= _factor[p] * value;
                }
            }

            for (var column = Order - 1; column >= 0; column--)
            {
                var value = right[column];
                for (var p = _start[column] + 1; p < _start[column + 1]; p++)
                {
                    value -= _factor[p] * right[_row[p]];
                }

                right[column] = value / _factor[_start[column]];
            }
        }
    }

    /// <summary>Entries of the inverse of the leading block on the factor's pattern; read them with the two methods below.</summary>
    /// <param name="leading">Order of the block.</param>
    public void Invert(int leading)
    {
        unchecked
        {
            Array.Clear(_inverse);
            for (var column = leading - 1; column >= 0; column--)
            {
                InvertColumn(column, leading);
            }
        }
    }

    /// <summary>Diagonal entry of the inverse.</summary>
    /// <param name="unknown">Which, below the order of the inverted block.</param>
    public double InverseDiagonal(int unknown) => _inverse[_start[unknown]];

    /// <summary>x_rᵀ Z x_r for each row r, Z being the inverse of the leading block and zero elsewhere.</summary>
    /// <param name="forms">Receives one number for each row.</param>
    public void QuadraticForms(Span<double> forms)
    {
        unchecked
        {
            var pairs = _width * (_width + 1) / 2;
            for (var r = 0; r < forms.Length; r++)
            {
                var sum = 0.0;
                var at = r * pairs;
                for (var a = 0; a < _width; a++)
                {
                    for (var b = 0; b <= a; b++)
                    {
                        var value = _inverse[_positions[at++]];
                        sum += a == b ? value : 2 * value;
                    }
                }

                forms[r] = sum;
            }
        }
    }

    private static (int[] Start, int[] Row) Pattern(int order, int[] places, int width)
    {
        var below = new SortedSet<int>[order];
        for (var column = 0; column < order; column++)
        {
            below[column] = [];
        }

        for (var r = 0; r < places.Length; r += width)
        {
            var row = places.AsSpan(r, width).ToArray();
            Array.Sort(row);
            for (var a = 0; a < width; a++)
            {
                for (var b = a + 1; b < width; b++)
                {
                    below[row[a]].Add(row[b]);
                }
            }
        }

        var start = new int[order + 1];
        var rows = new List<int>();
        for (var column = 0; column < order; column++)
        {
            rows.Add(column);
            rows.AddRange(below[column]);
            start[column + 1] = rows.Count;
            if (below[column].Count > 0)
            {
                // Eliminating a column joins all it touches; its first neighbour, its parent in the elimination tree, passes that on.
                var parent = below[column].Min;
                below[column].Remove(parent);
                below[parent].UnionWith(below[column]);
            }

            below[column] = null!;
        }

        return (start, [.. rows]);
    }

    /// <summary>Where each pair of a row's unknowns lies in the factor.</summary>
    private int[] Positions()
    {
        var rowCount = _places.Length / _width;
        var positions = new int[rowCount * (_width * (_width + 1) / 2)];
        var at = 0;
        for (var r = 0; r < rowCount; r++)
        {
            for (var a = 0; a < _width; a++)
            {
                for (var b = 0; b <= a; b++)
                {
                    var one = _places[(r * _width) + a];
                    var other = _places[(r * _width) + b];
                    var column = Math.Min(one, other);
                    var length = _start[column + 1] - _start[column];
                    positions[at++] = Array.BinarySearch(_row, _start[column], length, Math.Max(one, other));
                }
            }
        }

        return positions;
    }

    private void Assemble(ReadOnlySpan<double> weights, ReadOnlySpan<double> diagonal)
    {
        unchecked
        {
            Array.Clear(_factor);
            var pairs = _width * (_width + 1) / 2;
            for (var r = 0; r < weights.Length; r++)
            {
                var weight = weights[r];
                foreach (var position in _positions.AsSpan(r * pairs, pairs))
                {
                    _factor[position] += weight;
                }
            }

            for (var column = 0; column < Order; column++)
            {
                _factor[_start[column]] += diagonal[column];
            }
        }
    }

    /// <summary>One column: minus its products with the finished columns that reach it, divided by its pivot.</summary>
    private bool TryColumn(int column)
    {
        unchecked
        {
            var (factor, rows, work) = (_factor, _row, _work);
            var start = _start[column];
            var end = _start[column + 1];
            for (var p = start; p < end; p++)
            {
                work[rows[p]] = factor[p];
            }

            for (var earlier = _first[column]; earlier >= 0; )
            {
                var following = _next[earlier];
                var from = _cursor[earlier];
                var until = _start[earlier + 1];
                var multiplier = factor[from];
                for (var p = from; p < until; p++)
                {
                    work[rows[p]] -= factor[p] * multiplier;
                }

                Queue(earlier, from + 1);
                earlier = following;
            }

            var pivot = _work[column];
            if (!(pivot > 0 && double.IsFinite(pivot)))
            {
                return false;
            }

            var root = Math.Sqrt(pivot);
            _factor[start] = root;
            for (var p = start + 1; p < end; p++)
            {
                _factor[p] = _work[_row[p]] / root;
            }

            Queue(column, start + 1);
            return true;
        }
    }

    /// <summary>A finished column waits at the column of its next entry.</summary>
    private void Queue(int column, int position)
    {
        if (position < _start[column + 1])
        {
            _cursor[column] = position;
            _next[column] = _first[_row[position]];
            _first[_row[position]] = column;
        }
    }

    private void InvertColumn(int column, int leading)
    {
        unchecked
        {
            var start = _start[column];
            var end = _start[column + 1];
            while (end > start + 1 && _row[end - 1] >= leading)
            {
                end--;
            }

            var (factor, inverse, rows, work) = (_factor, _inverse, _row, _work);

            // work[i] = - sum over k of Z_ik L_kj / L_jj, i and k in the column's pattern; the pattern of column k holds them all.
            for (var p = start + 1; p < end; p++)
            {
                work[rows[p]] = 0;
            }

            var pivot = factor[start];
            for (var p = start + 1; p < end; p++)
            {
                var k = rows[p];
                var share = factor[p] / pivot;
                work[k] -= share * inverse[_start[k]];
                var q = _start[k] + 1;
                for (var other = p + 1; other < end; other++)
                {
                    var i = rows[other];
                    while (rows[q] != i)
                    {
                        q++;
                    }

                    work[i] -= share * inverse[q];
                    work[k] -= factor[other] / pivot * inverse[q];
                }
            }

            var sum = 1 / (pivot * pivot);
            for (var p = start + 1; p < end; p++)
            {
                var value = work[rows[p]];
                inverse[p] = value;
                sum -= factor[p] / pivot * value;
            }

            inverse[start] = sum;
        }
    }
}
