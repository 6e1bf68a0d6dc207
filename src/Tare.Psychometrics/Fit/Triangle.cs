namespace Tare.Psychometrics;

/// <summary>Cholesky factorisation of a symmetric matrix held as rows of its lower triangle (or longer rows, whose rest is not read).</summary>
internal static class Triangle
{
    private const double SmallestPivotShare = 1e-11;

    /// <summary>Replaces the matrix by its factor; false where it is not positive definite to working accuracy.</summary>
    internal static bool TryFactor(double[][] rows)
    {
        for (var i = 0; i < rows.Length; i++)
        {
            var row = rows[i];
            var own = row[i];
            for (var j = 0; j <= i; j++)
            {
                var other = rows[j];
                var sum = row[j];
                for (var k = 0; k < j; k++)
                {
                    sum -= row[k] * other[k];
                }

                if (j < i)
                {
                    row[j] = sum / other[j];
                }
                else if (sum > SmallestPivotShare * own)
                {
                    row[i] = Math.Sqrt(sum);
                }
                else
                {
                    return false;
                }
            }
        }

        return true;
    }

    /// <summary>Replaces b by the solution of L x = b.</summary>
    internal static void Forward(double[][] factor, double[] b)
    {
        for (var i = 0; i < b.Length; i++)
        {
            var sum = b[i];
            for (var k = 0; k < i; k++)
            {
                sum -= factor[i][k] * b[k];
            }

            b[i] = sum / factor[i][i];
        }
    }

    /// <summary>Replaces b by the solution of L' x = b.</summary>
    internal static void Backward(double[][] factor, double[] b)
    {
        for (var i = b.Length - 1; i >= 0; i--)
        {
            b[i] /= factor[i][i];
            for (var k = 0; k < i; k++)
            {
                b[k] -= factor[i][k] * b[i];
            }
        }
    }
}
