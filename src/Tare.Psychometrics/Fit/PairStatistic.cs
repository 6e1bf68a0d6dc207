using Tare.Numerics;

namespace Tare.Psychometrics;

/// <summary>M2 = N e' (Ξ⁻¹ - Ξ⁻¹ Δ (Δ' Ξ⁻¹ Δ)⁻¹ Δ' Ξ⁻¹) e. Maydeu-Olivares and Joe (2006), equation 17 with r = 2.</summary>
/// <remarks>
/// e holds observed minus expected shares right, of items and of pairs; Ξ is their covariance under the model times N, which needs shares of up
/// to four items; Δ their derivatives by the parameters. Integrals over ability by the rectangle rule.
/// </remarks>
internal sealed class PairStatistic
{
    private const double Reach = 8;
    private const double WidestStep = 0.2;
    private readonly int _items;
    private readonly int _points;

    // Probabilities by item and point, and the mass of each point.
    private readonly double[][] _probability;
    private readonly double[] _mass;

    private PairStatistic(int items, double[][] probability, double[] mass)
    {
        _items = items;
        _points = mass.Length;
        _probability = probability;
        _mass = mass;
    }

    /// <summary>Where the pair (i, j) with i &lt; j stands among the shares.</summary>
    internal static int Pair(int i, int j, int items) => items + (i * items) - (i * (i + 1) / 2) + j - i - 1;

    internal static PairFit? Of(ItemCalibration calibration, CompleteTable table)
    {
        var deviation = calibration.PopulationDeviation is Estimate.Known known ? known.Value : 1;
        var parameters = table.Items.Select(j => calibration.Items[j].Parameters!.Value).ToArray();
        var slopes = parameters.Select(p => p.Discrimination * deviation).ToArray();
        var step = Math.Min(WidestStep, 1 / slopes.Max(Math.Abs));
        var half = (int)Math.Ceiling(Reach / step);
        var points = Enumerable.Range(-half, (2 * half) + 1).Select(k => k * step).ToArray();
        var mass = points.Select(z => Math.Exp(-0.5 * z * z) * step / Math.Sqrt(2 * Math.PI)).ToArray();
        double[][] probability =
        [
            .. parameters.Select(
                (p, j) => points.Select(z => p.Guessing + ((1 - p.Guessing) * Logistic.Sigmoid((slopes[j] * z) + p.Intercept))).ToArray()
            ),
        ];
        var statistic = new PairStatistic(parameters.Length, probability, mass);
        var derivatives = statistic.Derivatives(calibration.Options, parameters, slopes, points);
        return statistic.Solve(table, derivatives);
    }

    private PairFit? Solve(CompleteTable table, double[][] derivatives)
    {
        var moments = Moments();
        var covariance = Covariance(moments);
        if (!Triangle.TryFactor(covariance))
        {
            return null;
        }

        var residual = new double[moments.Length];
        for (var k = 0; k < residual.Length; k++)
        {
            residual[k] = table.Shares[k] - moments[k];
        }

        Triangle.Forward(covariance, residual);
        foreach (var column in derivatives)
        {
            Triangle.Forward(covariance, column);
        }

        // What the parameters can take up, in the metric of Ξ.
        var normal = derivatives.Select(left => derivatives.Select(right => Dot(left, right)).ToArray()).ToArray();
        var projection = derivatives.Select(column => Dot(column, residual)).ToArray();
        if (!Triangle.TryFactor(normal))
        {
            return null;
        }

        Triangle.Forward(normal, projection);
        var m2 = table.Persons * Math.Max(0, Dot(residual, residual) - Dot(projection, projection));
        var freedom = residual.Length - derivatives.Length;
        return new PairFit(
            m2,
            freedom,
            ChiSquared.UpperTail(m2, freedom),
            Math.Sqrt(Math.Max(0, m2 - freedom) / (table.Persons * freedom)),
            _items,
            table.Persons,
            table.LeftOut
        );
    }

    private double[] Moments()
    {
        var moments = new double[_items * (_items + 1) / 2];
        for (var i = 0; i < _items; i++)
        {
            moments[i] = Dot(_mass, _probability[i]);
            for (var j = i + 1; j < _items; j++)
            {
                moments[Pair(i, j, _items)] = Product(i, j);
            }
        }

        return moments;
    }

    /// <summary>π of the union of two sets of items, minus the product of their π; lower triangle, row by row.</summary>
    private double[][] Covariance(double[] moments)
    {
        int[][] sets = [.. Sets()];

        // Each set's product of probabilities, times mass.
        double[][] products = [.. sets.Select(set => Weighted(set))];
        var covariance = new double[moments.Length][];
        for (var a = 0; a < moments.Length; a++)
        {
            covariance[a] = new double[a + 1];
            for (var b = 0; b <= a; b++)
            {
                covariance[a][b] = Union(products[a], sets[a], sets[b]) - (moments[a] * moments[b]);
            }
        }

        return covariance;
    }

    private IEnumerable<int[]> Sets()
    {
        for (var i = 0; i < _items; i++)
        {
            yield return [i];
        }

        for (var i = 0; i < _items; i++)
        {
            for (var j = i + 1; j < _items; j++)
            {
                yield return [i, j];
            }
        }
    }

    private double[] Weighted(int[] set)
    {
        var product = (double[])_mass.Clone();
        foreach (var item in set)
        {
            for (var q = 0; q < product.Length; q++)
            {
                product[q] *= _probability[item][q];
            }
        }

        return product;
    }

    private double Union(double[] weighted, int[] left, int[] right)
    {
        var first = left.Contains(right[0]) ? null : _probability[right[0]];
        var second = right.Length < 2 || left.Contains(right[1]) ? null : _probability[right[1]];
        var sum = 0.0;
        for (var q = 0; q < weighted.Length; q++)
        {
            sum += weighted[q] * (first is null ? 1 : first[q]) * (second is null ? 1 : second[q]);
        }

        return sum;
    }

    /// <summary>Derivatives of all shares, one array a parameter.</summary>
    private double[][] Derivatives(MarginalOptions options, ItemParameters[] parameters, double[] slopes, double[] points)
    {
        var columns = new List<double[]>();
        var common = new double[_items * (_items + 1) / 2];
        var isCommon = options.Model is ResponseModel.Rasch or ResponseModel.OneParameter;
        var hasGuessing = MarginalCalibration.HasGuessing(options) && options.Guessing.Fixed is null;
        for (var i = 0; i < _items; i++)
        {
            var c = parameters[i].Guessing;
            var intercept = points
                .Select(
                    (z, q) =>
                        (1 - c)
                        * Logistic.Sigmoid((slopes[i] * z) + parameters[i].Intercept)
                        * Logistic.Sigmoid(-(slopes[i] * z) - parameters[i].Intercept)
                )
                .ToArray();
            var slope = intercept.Select((d, q) => d * points[q]).ToArray();
            columns.Add(Column(i, intercept));
            if (isCommon)
            {
                var own = Column(i, slope);
                for (var k = 0; k < common.Length; k++)
                {
                    common[k] += own[k];
                }
            }
            else
            {
                columns.Add(Column(i, slope));
            }

            if (hasGuessing)
            {
                columns.Add(Column(i, [.. points.Select(z => Logistic.Sigmoid(-(slopes[i] * z) - parameters[i].Intercept))]));
            }
        }

        if (isCommon)
        {
            columns.Add(common);
        }

        return [.. columns];
    }

    /// <summary>From the derivative of one item's curve to those of its share and its pairs' shares.</summary>
    private double[] Column(int item, double[] curve)
    {
        var column = new double[_items * (_items + 1) / 2];
        for (var other = 0; other < _items; other++)
        {
            var sum = 0.0;
            for (var q = 0; q < _points; q++)
            {
                sum += _mass[q] * curve[q] * (other == item ? 1 : _probability[other][q]);
            }

            column[other == item ? item : Pair(Math.Min(item, other), Math.Max(item, other), _items)] = sum;
        }

        return column;
    }

    private double Product(int i, int j)
    {
        var sum = 0.0;
        for (var q = 0; q < _points; q++)
        {
            sum += _mass[q] * _probability[i][q] * _probability[j][q];
        }

        return sum;
    }

    private static double Dot(double[] a, double[] b)
    {
        var sum = 0.0;
        for (var k = 0; k < a.Length; k++)
        {
            sum += a[k] * b[k];
        }

        return sum;
    }
}
