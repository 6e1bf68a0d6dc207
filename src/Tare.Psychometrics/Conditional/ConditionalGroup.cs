namespace Tare.Psychometrics;

/// <summary>Persons who tried the same items equally often: one conditional likelihood.</summary>
internal sealed class ConditionalGroup
{
    private readonly int[] _itemOf;
    private readonly double[] _persons;
    private readonly double[] _easiness;
    private readonly double[] _expected;
    private readonly ScoreChain _chain;

    /// <param name="steps">Item of each trial.</param>
    internal ConditionalGroup(int[] steps)
    {
        _itemOf = steps;
        _persons = new double[steps.Length + 1];
        _easiness = new double[steps.Length];
        _expected = new double[steps.Length];
        _chain = new ScoreChain(steps.Length);
    }

    internal int Steps => _itemOf.Length;

    internal void Add(int score, double frequency) => _persons[score] += frequency;

    /// <summary>Minus Σ ln γ; takes the expected number right of each item from the gradient, and adds the covariance.</summary>
    internal double Evaluate(ReadOnlySpan<double> difficulty, Span<double> gradient, SymmetricMatrix? information)
    {
        for (var k = 0; k < _itemOf.Length; k++)
        {
            _easiness[k] = Math.Exp(-difficulty[_itemOf[k]]);
        }

        _chain.Set(_easiness);
        var sum = 0.0;
        for (var score = 0; score < _persons.Length; score++)
        {
            sum -= _persons[score] > 0 ? _persons[score] * _chain.LogSymmetric(score) : 0;
        }

        _chain.Expect(_persons, _expected);
        for (var k = 0; k < _itemOf.Length; k++)
        {
            gradient[_itemOf[k]] += _expected[k];
        }

        if (information is not null)
        {
            AddInformation(information);
        }

        return sum;
    }

    private void AddInformation(SymmetricMatrix information)
    {
        var covariance = new SymmetricMatrix(_itemOf.Length);
        _chain.AddCovariance(_persons, covariance);
        for (var i = 0; i < _itemOf.Length; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                // Trials of one item are several steps: their covariances add up in the item's own entry.
                var (row, column) = (Math.Max(_itemOf[i], _itemOf[j]), Math.Min(_itemOf[i], _itemOf[j]));
                information[row, column] += (i != j && row == column ? 2 : 1) * covariance[i, j];
            }
        }
    }
}
