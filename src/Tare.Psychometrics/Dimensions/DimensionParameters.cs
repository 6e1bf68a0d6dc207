namespace Tare.Psychometrics;

/// <summary>Slopes, intercepts and correlations as one vector of numbers: general slopes, domain slopes, intercepts, inverse hyperbolic tangents.</summary>
internal sealed class DimensionParameters
{
    private readonly int _items;
    private readonly int _dimensions;

    internal DimensionParameters(int items, int dimensions, bool hasCorrelations)
    {
        _items = items;
        _dimensions = dimensions;
        Numbers = new double[(3 * items) + (hasCorrelations ? dimensions * (dimensions - 1) / 2 : 0)];
    }

    private DimensionParameters(DimensionParameters from)
    {
        _items = from._items;
        _dimensions = from._dimensions;
        Numbers = (double[])from.Numbers.Clone();
    }

    internal double[] Numbers { get; }

    internal Span<double> General => Numbers.AsSpan(0, _items);

    internal Span<double> Domain => Numbers.AsSpan(_items, _items);

    internal Span<double> Intercept => Numbers.AsSpan(2 * _items, _items);

    /// <summary>A number of an item: 0 its general slope, 1 its domain slope, 2 its intercept.</summary>
    internal ref double At(int kind, int item) => ref Numbers[(kind * _items) + item];

    internal bool HasCorrelations => Numbers.Length > 3 * _items;

    /// <summary>Where a correlation stands among the numbers; first above second.</summary>
    internal int IndexOf(int first, int second) => (3 * _items) + (first * (first - 1) / 2) + second;

    /// <summary>Largest slope without its sign, at least 0.1.</summary>
    internal double Steepest() => Numbers.Take(2 * _items).Aggregate(0.1, (most, slope) => Math.Max(most, Math.Abs(slope)));

    internal DimensionParameters Copy() => new(this);

    /// <summary>Least share of a dimension's variance that the others may leave unexplained.</summary>
    private const double LeastOwn = 0.05;
    private const int MostPulls = 2000;

    /// <summary>Pulls correlations together towards 0 until every dimension keeps a share of its own; true where that was needed.</summary>
    internal bool BoundCorrelations()
    {
        if (!HasCorrelations || IsWithinBound())
        {
            return false;
        }

        for (var step = 0; step < MostPulls && !IsWithinBound(); step++)
        {
            foreach (ref var z in Numbers.AsSpan(3 * _items))
            {
                z = Math.Atanh(0.99 * Math.Tanh(z));
            }
        }

        return true;
    }

    internal bool IsWithinBound() =>
        !HasCorrelations
        || (Correlations().Inverse() is { } precision && Enumerable.Range(0, _dimensions).All(d => precision[d, d] <= 1 / LeastOwn));

    internal SymmetricMatrix Correlations()
    {
        var matrix = new SymmetricMatrix(_dimensions);
        for (var i = 0; i < _dimensions; i++)
        {
            matrix[i, i] = 1;
            for (var j = 0; j < i && HasCorrelations; j++)
            {
                matrix[i, j] = matrix[j, i] = Math.Tanh(Numbers[IndexOf(i, j)]);
            }
        }

        return matrix;
    }
}
