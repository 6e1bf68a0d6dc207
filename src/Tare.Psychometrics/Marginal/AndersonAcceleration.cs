namespace Tare.Psychometrics;

/// <summary>Anderson's (1965) acceleration of a fixed-point iteration x → g(x): the mixture of past steps whose residuals cancel best.</summary>
internal sealed class AndersonAcceleration
{
    private readonly int _memory;
    private readonly List<double[]> _residualChanges = [];
    private readonly List<double[]> _imageChanges = [];
    private double[]? _residual;
    private double[]? _image;

    internal AndersonAcceleration(int memory) => _memory = memory;

    /// <summary>Forgets the past.</summary>
    internal void Reset()
    {
        _residualChanges.Clear();
        _imageChanges.Clear();
        _residual = null;
        _image = null;
    }

    /// <summary>Takes x and g(x), and writes the next x into the result.</summary>
    internal void Propose(ReadOnlySpan<double> x, ReadOnlySpan<double> image, Span<double> next)
    {
        var residual = new double[x.Length];
        for (var k = 0; k < residual.Length; k++)
        {
            residual[k] = image[k] - x[k];
        }

        if (_residual is not null)
        {
            _residualChanges.Add(Difference(residual, _residual));
            _imageChanges.Add(Difference(image, _image));
            if (_residualChanges.Count > _memory)
            {
                _residualChanges.RemoveAt(0);
                _imageChanges.RemoveAt(0);
            }
        }

        _residual = residual;
        _image = image.ToArray();
        image.CopyTo(next);
        var mixture = Mixture(residual);
        for (var m = 0; m < mixture.Length; m++)
        {
            for (var k = 0; k < next.Length; k++)
            {
                next[k] -= mixture[m] * _imageChanges[m][k];
            }
        }
    }

    /// <summary>Least squares of the residual on the residuals' changes, by normal equations with a trace of ridge.</summary>
    private double[] Mixture(double[] residual)
    {
        var n = _residualChanges.Count;
        var matrix = new double[n, n];
        var solution = new double[n];
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                matrix[i, j] = Product(_residualChanges[i], _residualChanges[j]);
            }

            matrix[i, i] *= 1 + 1e-12;
            solution[i] = Product(_residualChanges[i], residual);
        }

        for (var j = 0; j < n; j++)
        {
            for (var k = 0; k < j; k++)
            {
                for (var i = j; i < n; i++)
                {
                    matrix[i, j] -= matrix[i, k] * matrix[j, k];
                }
            }

            if (!(matrix[j, j] > 0))
            {
                return [];
            }

            var root = Math.Sqrt(matrix[j, j]);
            for (var i = j; i < n; i++)
            {
                matrix[i, j] /= root;
            }
        }

        for (var i = 0; i < n; i++)
        {
            for (var k = 0; k < i; k++)
            {
                solution[i] -= matrix[i, k] * solution[k];
            }

            solution[i] /= matrix[i, i];
        }

        for (var i = n - 1; i >= 0; i--)
        {
            for (var k = i + 1; k < n; k++)
            {
                solution[i] -= matrix[k, i] * solution[k];
            }

            solution[i] /= matrix[i, i];
        }

        return solution;
    }

    private static double[] Difference(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        var difference = new double[a.Length];
        for (var k = 0; k < difference.Length; k++)
        {
            difference[k] = a[k] - b[k];
        }

        return difference;
    }

    private static double Product(double[] a, double[] b)
    {
        var sum = 0.0;
        for (var k = 0; k < a.Length; k++)
        {
            sum += a[k] * b[k];
        }

        return sum;
    }
}
