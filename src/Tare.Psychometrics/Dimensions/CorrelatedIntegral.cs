using Tare.Numerics;

namespace Tare.Psychometrics;

/// <summary>The integral over correlated abilities: each domain's likelihood at its own points, and a sum over all combinations of points.</summary>
internal sealed class CorrelatedIntegral : PersonIntegral
{
    private const int Most = DimensionGrids.MostPoints;
    private readonly int _dimensions;
    private readonly double[][] _points;
    private readonly double[][] _log;
    private readonly double[][] _marginal;
    private readonly int[] _width;
    private readonly double[] _mass = new double[Most];
    private readonly double[] _theta;
    private readonly double[] _moments;
    private SymmetricMatrix _precision;
    private double _logScale;

    internal CorrelatedIntegral(DimensionData data, DimensionGrids grids)
        : base(data, grids)
    {
        _dimensions = data.Dimensions;
        _points = [.. Enumerable.Range(0, _dimensions).Select(_ => new double[Most])];
        _log = [.. Enumerable.Range(0, _dimensions).Select(_ => new double[Most])];
        _marginal = [.. Enumerable.Range(0, _dimensions).Select(_ => new double[Most])];
        _width = new int[_dimensions];
        _theta = new double[_dimensions];
        _moments = new double[_dimensions * (_dimensions + 1)];
        _precision = new SymmetricMatrix(_dimensions);
    }

    internal override void Begin(DimensionParameters parameters)
    {
        var correlations = parameters.Correlations();
        _precision = correlations.Inverse() ?? throw new InvalidOperationException("The correlations are not positive definite.");
        _logScale = correlations.LogDeterminant() / 2;
    }

    internal override void Add(int person, DimensionParameters parameters, DimensionSums sums)
    {
        for (var d = 0; d < _dimensions; d++)
        {
            _width[d] = Grids.Fill(person, d, _points[d], _mass);
            for (var q = 0; q < _width[d]; q++)
            {
                // The points' own normal mass is taken out again: the abilities' density is joint.
                _log[d][q] = _mass[q] + (_points[d][q] * _points[d][q] / 2);
            }
        }

        for (var k = Data.Start[person]; k < Data.Start[person + 1]; k++)
        {
            var (item, right, trials) = Data.Answers[k];
            var d = Data.DomainOf[item];
            for (var q = 0; q < _width[d]; q++)
            {
                _log[d][q] += Answer(right, trials, (parameters.Domain[item] * _points[d][q]) + parameters.Intercept[item]);
            }
        }

        var frequency = Data.Frequency(person);
        sums.LogLikelihood += frequency * (Combine() - _logScale);
        Note(person, frequency, sums);
        for (var k = Data.Start[person]; k < Data.Start[person + 1]; k++)
        {
            AddItem(Data.Answers[k], frequency, parameters, sums);
        }
    }

    /// <summary>Sums over all combinations of points; leaves each dimension's posterior and the moments. Returns ln of the sum.</summary>
    private double Combine()
    {
        for (var d = 0; d < _dimensions; d++)
        {
            Array.Clear(_marginal[d]);
        }

        // The points lie around the posterior's mean: the term there is near the largest.
        var most = Math.Max(Term(middle: true), Term(middle: false));
        Array.Clear(_moments);
        var total = Visit(0, 0, -most);
        for (var d = 0; d < _dimensions; d++)
        {
            for (var q = 0; q < _width[d]; q++)
            {
                _marginal[d][q] /= total;
            }
        }

        for (var k = 0; k < _moments.Length; k++)
        {
            _moments[k] /= total;
        }

        return most + Math.Log(total);
    }

    /// <summary>ln of one term of the sum: at the middle of the points, or where each domain's own likelihood is largest.</summary>
    private double Term(bool middle)
    {
        var term = 0.0;
        for (var d = 0; d < _dimensions; d++)
        {
            var best = _width[d] / 2;
            for (var q = 0; q < _width[d] && !middle; q++)
            {
                best = _log[d][q] > _log[d][best] ? q : best;
            }

            _theta[d] = _points[d][best];
            term += _log[d][best];
        }

        for (var i = 0; i < _dimensions; i++)
        {
            for (var j = 0; j < _dimensions; j++)
            {
                term -= _precision[i, j] * _theta[i] * _theta[j] / 2;
            }
        }

        return term;
    }

    private double Visit(int dimension, double form, double log)
    {
        if (dimension == _dimensions)
        {
            var weight = Math.Exp(log - (form / 2));
            for (var i = 0; i < _dimensions; i++)
            {
                _moments[i] += weight * _theta[i];
                for (var j = 0; j <= i; j++)
                {
                    _moments[_dimensions + (i * _dimensions) + j] += weight * _theta[i] * _theta[j];
                }
            }

            return weight;
        }

        var cross = 0.0;
        for (var j = 0; j < dimension; j++)
        {
            cross += 2 * _precision[dimension, j] * _theta[j];
        }

        var sum = 0.0;
        for (var q = 0; q < _width[dimension]; q++)
        {
            var theta = _points[dimension][q];
            _theta[dimension] = theta;
            var part = Visit(
                dimension + 1,
                form + (theta * (cross + (_precision[dimension, dimension] * theta))),
                log + _log[dimension][q]
            );
            _marginal[dimension][q] += part;
            sum += part;
        }

        return sum;
    }

    private void Note(int person, double frequency, DimensionSums sums)
    {
        var covariance = new SymmetricMatrix(_dimensions);
        for (var i = 0; i < _dimensions; i++)
        {
            sums.First[i] += frequency * _moments[i];
            for (var j = 0; j <= i; j++)
            {
                var second = _moments[_dimensions + (i * _dimensions) + j];
                sums.Second[(i * _dimensions) + j] += frequency * second;
                covariance[i, j] = second - (_moments[i] * _moments[j]);
            }
        }

        var inverse = covariance.Inverse();
        for (var i = 0; i < _dimensions; i++)
        {
            var at = Grids.Index(person, i);
            Grids.Mean[at] = _moments[i];
            Grids.Deviation[at] = Math.Sqrt(Math.Max(covariance[i, i], 1e-12));
            Grids.Conditional[at] = inverse is null ? Grids.Deviation[at] / 4 : 1 / Math.Sqrt(inverse[i, i]);
        }
    }

    private void AddItem(
        (int Item, double Right, double Trials) answer,
        double frequency,
        DimensionParameters parameters,
        DimensionSums sums
    )
    {
        var (item, right, trials) = answer;
        var d = Data.DomainOf[item];
        var s = sums.Item.AsSpan(DimensionSums.PerItem * item, DimensionSums.PerItem);
        for (var q = 0; q < _width[d]; q++)
        {
            var theta = _points[d][q];
            var weight = frequency * _marginal[d][q];
            var probability = Logistic.Sigmoid((parameters.Domain[item] * theta) + parameters.Intercept[item]);
            var residual = weight * (right - (trials * probability));
            var spread = weight * trials * probability * (1 - probability);
            s[1] += residual * theta;
            s[2] += residual;
            s[5] += spread * theta * theta;
            s[7] += spread * theta;
            s[8] += spread;
        }
    }
}
