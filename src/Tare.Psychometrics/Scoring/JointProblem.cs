using Tare.Numerics;

namespace Tare.Psychometrics;

/// <summary>The joint objective and its Newton sweeps.</summary>
internal sealed class JointProblem
{
    private const double LargestStep = 1;
    private readonly ResponseMatrix _data;
    private readonly JointOptions _options;
    private readonly JointSide _persons;
    private readonly JointSide _items;
    private readonly bool _isQuasi;
    private readonly ItemGroups? _groups;
    private double _factor = 1;

    internal JointProblem(ResponseMatrix data, JointOptions options)
    {
        _data = data;
        _options = options;
        _groups = options.ItemGroups is { } map ? ItemGroups.Of(data, map) : null;
        _isQuasi = data.IsContinuous || data.HasImportance || _groups is not null;
        _persons = new JointSide(data.Persons.Count, options.AbilityDeviation);
        _items = new JointSide(data.Items.Count, options.DifficultyDeviation);
    }

    /// <summary>Without a prior, sets all-right and all-wrong persons and items aside, again and again until none is left.</summary>
    internal void SetExtremesAside()
    {
        var changed = true;
        while (changed)
        {
            _persons.ClearTotals();
            _items.ClearTotals();
            ForEach((p, i, r, n) => _persons.AddTotal(p, r, n));
            ForEach((p, i, r, n) => _items.AddTotal(i, r, n));
            changed = _persons.SetAside() | _items.SetAside();
        }

        if (!_persons.AnyLeft || !_items.AnyLeft)
        {
            throw new NotIdentifiedException(
                "After all-right and all-wrong persons and items are set aside nothing is left. Give abilities a prior, or add answers that differ."
            );
        }
    }

    internal Convergence Solve()
    {
        for (var cycle = 1; ; cycle++)
        {
            var change = Math.Max(Sweep(_items, isPerson: false), Sweep(_persons, isPerson: true));
            Centre();
            if (change < _options.Tolerance || cycle == _options.MaximumCycles)
            {
                return new Convergence(change < _options.Tolerance, cycle, Objective(), Gradient(), []);
            }
        }
    }

    /// <summary>With a prior of abilities: the estimates, which shrink, are brought back to the prior's deviation, and difficulties with them.</summary>
    internal double Restandardise()
    {
        if (_options.AbilityDeviation is not { } wanted)
        {
            return 1;
        }

        var deviation = _persons.Deviation();
        if (!(deviation > 0))
        {
            return 1;
        }

        _factor = wanted / deviation;
        _persons.Scale(_factor);
        _items.Scale(_factor);
        return _factor;
    }

    internal PersonItemEstimates Result(Convergence convergence, double factor)
    {
        var warnings = new List<string>();
        if (!convergence.Reached)
        {
            warnings.Add($"Not converged after {convergence.Iterations} sweeps.");
        }

        if (factor != 1)
        {
            warnings.Add(
                $"Abilities and difficulties were multiplied by {factor:0.####}, and discriminations divided by it, so that abilities have the prior's standard deviation."
            );
        }

        var given = new Estimate.Known(1 / factor, null, EstimateBasis.Fixed);
        var none = new Estimate.Known(0, null, EstimateBasis.Fixed);
        return new PersonItemEstimates
        {
            Persons =
            [
                .. Enumerable
                    .Range(0, _data.Persons.Count)
                    .Select(p => new CalibratedPerson(_data.Persons[p], _persons.Estimate(p, "ability", factor, _isQuasi))),
            ],
            Items =
            [
                .. Enumerable
                    .Range(0, _data.Items.Count)
                    .Select(i =>
                    {
                        var difficulty = _items.Estimate(i, "difficulty", factor, _isQuasi);
                        var intercept = difficulty is Estimate.Known b
                            ? new Estimate.Known(-b.Value / factor, b.StandardError / factor, b.Basis)
                            : difficulty;
                        return new CalibratedItem(_data.Items[i], difficulty, given, none, intercept);
                    }),
            ],
            LogLikelihood = LogLikelihood(),
            ParameterCount = _persons.CountLeft + _items.CountLeft - (_options.AbilityDeviation is null ? 1 : 0),
            Convergence = convergence,
            StandardErrors =
                _groups is not null ? StandardErrorKind.SandwichByItemGroup
                : _isQuasi ? StandardErrorKind.SandwichOtherSideKnown
                : StandardErrorKind.FisherOtherSideKnown,
            Warnings = warnings,
        };
    }

    /// <summary>One Newton step for each person, or each item, the other side fixed; returns the largest step.</summary>
    private double Sweep(JointSide side, bool isPerson)
    {
        Accumulate(side, isPerson);
        return side.Step(LargestStep);
    }

    private void Accumulate(JointSide side, bool isPerson)
    {
        side.ClearDerivatives();
        var clusters = isPerson ? _groups?.Sums() : null;
        ForEach(
            (p, i, r, n) =>
            {
                var probability = Logistic.Sigmoid(_persons.Value(p) - _items.Value(i));
                var residual = r - (n * probability);
                side.AddDerivative(
                    isPerson ? p : i,
                    isPerson ? residual : -residual,
                    n * probability * (1 - probability),
                    _isQuasi && clusters is null
                );
                clusters?.Add(p, i, residual);
            }
        );
        clusters?.Into(side.Squares);
    }

    private void Centre()
    {
        if (_options.AbilityDeviation is not null || _options.DifficultyDeviation is not null)
        {
            return;
        }

        var mean = _persons.Mean();
        _persons.Shift(-mean);
        _items.Shift(-mean);
    }

    private double Objective() => _persons.LogPrior() + _items.LogPrior() + LogLikelihood();

    private double LogLikelihood()
    {
        // After re-standardising the curve's argument is divided by the factor again.
        var sum = 0.0;
        ForEach(
            (p, i, r, n) =>
            {
                var z = (_persons.Value(p) - _items.Value(i)) / _factor;
                sum += (r * Logistic.LogSigmoid(z)) + ((n - r) * Logistic.LogSigmoid(-z));
            }
        );
        return sum;
    }

    private double Gradient()
    {
        Accumulate(_items, isPerson: false);
        Accumulate(_persons, isPerson: true);
        return Math.Max(_persons.LargestGradient(), _items.LargestGradient());
    }

    /// <summary>Every answer whose person and item both take part: right answers and trials times importance and frequency.</summary>
    private void ForEach(Action<int, int, double, double> visit)
    {
        var answers = new AnswerReader(_data);
        for (var p = 0; p < _data.Persons.Count; p++)
        {
            if (!_persons.TakesPart(p))
            {
                continue;
            }

            var frequency = _data.HasFrequency ? _data.PersonFrequency[p] : 1;
            for (var k = _data.PersonStart[p]; k < _data.PersonStart[p + 1]; k++)
            {
                if (_items.TakesPart(_data.ItemOf[k]))
                {
                    var (right, trials) = answers[k];
                    visit(p, _data.ItemOf[k], frequency * right, frequency * trials);
                }
            }
        }
    }
}
