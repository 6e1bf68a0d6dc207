namespace Tare.Psychometrics;

/// <summary>The persons, or the items, of a joint fit.</summary>
internal sealed class JointSide
{
    private readonly double[] _value;
    private readonly double[] _gradient;
    private readonly double[] _information;
    private readonly double[] _squares;
    private readonly double[] _right;
    private readonly double[] _trials;
    private readonly int[] _aside;
    private readonly double _precision;

    internal JointSide(int count, double? priorDeviation)
    {
        _value = new double[count];
        _gradient = new double[count];
        _information = new double[count];
        _squares = new double[count];
        _right = new double[count];
        _trials = new double[count];
        _aside = new int[count];
        _precision = priorDeviation is { } deviation ? 1 / (deviation * deviation) : 0;
    }

    internal bool AnyLeft => _aside.Contains(0);

    internal int CountLeft => _aside.Count(k => k == 0);

    internal double Value(int k) => _value[k];

    internal bool TakesPart(int k) => _aside[k] == 0;

    internal void ClearTotals()
    {
        Array.Clear(_right);
        Array.Clear(_trials);
    }

    internal void AddTotal(int k, double right, double trials)
    {
        _right[k] += right;
        _trials[k] += trials;
    }

    /// <summary>Sets aside what has no finite estimate; true if there was any. With a prior every estimate is finite.</summary>
    internal bool SetAside()
    {
        var any = false;
        for (var k = 0; k < _value.Length && _precision == 0; k++)
        {
            if (_aside[k] == 0 && !(_right[k] > 0 && _right[k] < _trials[k]))
            {
                _aside[k] =
                    _trials[k] == 0 ? 2
                    : _right[k] > 0 ? 1
                    : -1;
                any = true;
            }
        }

        return any;
    }

    internal void ClearDerivatives()
    {
        Array.Clear(_squares);
        for (var k = 0; k < _value.Length; k++)
        {
            _gradient[k] = -_precision * _value[k];
            _information[k] = _precision;
        }
    }

    internal void AddDerivative(int k, double gradient, double information, bool squares)
    {
        _gradient[k] += gradient;
        _information[k] += information;
        _squares[k] += squares ? gradient * gradient : 0;
    }

    /// <summary>Middle of the sandwich: sums of squared contributions, or of squared sums within clusters. Not a number: no variance.</summary>
    internal Span<double> Squares => _squares;

    internal double Step(double largest)
    {
        var most = 0.0;
        for (var k = 0; k < _value.Length; k++)
        {
            if (_aside[k] == 0 && _information[k] > 0)
            {
                var step = Math.Clamp(_gradient[k] / _information[k], -largest, largest);
                _value[k] += step;
                most = Math.Max(most, Math.Abs(step));
            }
        }

        return most;
    }

    internal double Mean()
    {
        var (sum, count) = (0.0, 0);
        for (var k = 0; k < _value.Length; k++)
        {
            sum += _aside[k] == 0 ? _value[k] : 0;
            count += _aside[k] == 0 ? 1 : 0;
        }

        return sum / count;
    }

    internal double Deviation()
    {
        var mean = Mean();
        var (sum, count) = (0.0, 0);
        for (var k = 0; k < _value.Length; k++)
        {
            sum += _aside[k] == 0 ? (_value[k] - mean) * (_value[k] - mean) : 0;
            count += _aside[k] == 0 ? 1 : 0;
        }

        return Math.Sqrt(sum / count);
    }

    internal void Shift(double by)
    {
        for (var k = 0; k < _value.Length; k++)
        {
            _value[k] += by;
        }
    }

    internal void Scale(double by)
    {
        for (var k = 0; k < _value.Length; k++)
        {
            _value[k] *= by;
        }
    }

    internal double LogPrior()
    {
        var sum = 0.0;
        foreach (var value in _value)
        {
            sum -= 0.5 * _precision * value * value;
        }

        return sum;
    }

    internal double LargestGradient()
    {
        var most = 0.0;
        for (var k = 0; k < _value.Length; k++)
        {
            most = Math.Max(most, _aside[k] == 0 ? Math.Abs(_gradient[k]) : 0);
        }

        return most;
    }

    internal Estimate Estimate(int k, string what, double factor, bool isQuasi)
    {
        if (_aside[k] != 0)
        {
            var why = _aside[k] switch
            {
                1 => "All answers are right",
                -1 => "All answers are wrong",
                _ => "All answers belong to persons or items that were set aside",
            };
            return new Estimate.NotIdentified($"{why}: no {what} is finite without a prior. Add answers that differ, or use a prior.");
        }

        var error = isQuasi ? Math.Sqrt(_squares[k]) / _information[k] : 1 / Math.Sqrt(_information[k]);
        var isPrior = !(_right[k] > 0 && _right[k] < _trials[k]);
        return new Estimate.Known(
            _value[k],
            error > 0 && double.IsFinite(error) ? factor * error : null,
            isPrior ? EstimateBasis.Prior : EstimateBasis.Data
        );
    }
}
