namespace Tare.Psychometrics;

/// <summary>A dense symmetric matrix, row by row.</summary>
internal sealed class SymmetricMatrix
{
    private readonly double[] _numbers;

    internal SymmetricMatrix(int order)
    {
        Order = order;
        _numbers = new double[order * order];
    }

    internal int Order { get; }

    internal double this[int i, int j]
    {
        get => _numbers[(i * Order) + j];
        set => _numbers[(i * Order) + j] = value;
    }

    internal Span<double> Row(int i) => _numbers.AsSpan(i * Order, Order);

    /// <summary>Adds f v vᵀ to the lower triangle.</summary>
    internal void AddOuter(ReadOnlySpan<double> v, double f)
    {
        for (var i = 0; i < v.Length; i++)
        {
            var factor = f * v[i];
            if (factor == 0)
            {
                continue;
            }

            var row = Row(i);
            for (var j = 0; j <= i; j++)
            {
                row[j] += factor * v[j];
            }
        }
    }

    /// <summary>The inverse by Cholesky, or <see langword="null"/> if the lower triangle is not that of a positive definite matrix.</summary>
    internal SymmetricMatrix? Inverse()
    {
        var lower = Factor();
        if (lower is null)
        {
            return null;
        }

        // Row i of the inverse factor, then the product of its transpose with itself.
        var inverse = new SymmetricMatrix(Order);
        var half = new SymmetricMatrix(Order);
        for (var j = 0; j < Order; j++)
        {
            half[j, j] = 1 / lower[j, j];
            for (var i = j + 1; i < Order; i++)
            {
                var sum = 0.0;
                for (var k = j; k < i; k++)
                {
                    sum -= lower[i, k] * half[k, j];
                }

                half[i, j] = sum / lower[i, i];
            }
        }

        for (var k = 0; k < Order; k++)
        {
            inverse.AddOuter(half.Row(k)[..(k + 1)], 1);
        }

        for (var i = 0; i < Order; i++)
        {
            for (var j = 0; j < i; j++)
            {
                inverse[j, i] = inverse[i, j];
            }
        }

        return inverse;
    }

    /// <summary>This times middle times this; both full.</summary>
    internal SymmetricMatrix Sandwich(SymmetricMatrix middle)
    {
        var left = new SymmetricMatrix(Order);
        var result = new SymmetricMatrix(Order);
        for (var i = 0; i < Order; i++)
        {
            for (var k = 0; k < Order; k++)
            {
                for (var j = 0; j < Order; j++)
                {
                    left[i, j] += this[i, k] * (j <= k ? middle[k, j] : middle[j, k]);
                }
            }
        }

        for (var i = 0; i < Order; i++)
        {
            for (var k = 0; k < Order; k++)
            {
                for (var j = 0; j < Order; j++)
                {
                    result[i, j] += left[i, k] * this[k, j];
                }
            }
        }

        return result;
    }

    /// <summary>ln of the determinant of a positive definite matrix; minus infinity where it is not one.</summary>
    internal double LogDeterminant()
    {
        var lower = Factor();
        var sum = 0.0;
        for (var k = 0; k < Order; k++)
        {
            sum += lower is null ? double.NegativeInfinity : 2 * Math.Log(lower[k, k]);
        }

        return sum;
    }

    private SymmetricMatrix? Factor()
    {
        var lower = new SymmetricMatrix(Order);
        for (var i = 0; i < Order; i++)
        {
            var row = lower.Row(i);
            for (var j = 0; j <= i; j++)
            {
                var other = lower.Row(j);
                var sum = this[i, j];
                for (var k = 0; k < j; k++)
                {
                    sum -= row[k] * other[k];
                }

                if (i == j && !(sum > 1e-12 * Math.Abs(this[i, i])))
                {
                    return null;
                }

                row[j] = i == j ? Math.Sqrt(sum) : sum / other[j];
            }
        }

        return lower;
    }
}
