using Tare.Numerics;

namespace Tare.Psychometrics;

/// <summary>Joint maximum a posteriori of the two-parameter family, brought back to the scale of its ability prior.</summary>
/// <remarks>
/// Maximises Σ w (r ln P + (n - r) ln(1 - P)) - Σ θ²/2σ² - Σ (ln a)²/2τ² - Σ b²/2υ². The scale of θ is decided by a struggle between the priors of the many
/// abilities and of the few slopes, and collapses: afterwards abilities are standardised and the items moved with them, and the factor is reported.
/// </remarks>
internal sealed class JointTwoParameter
{
    private const int FewAnswers = 50;
    private const double WideDifficulty = 2;
    private const double LargestStep = 1;
    private readonly ResponseMatrix _data;
    private readonly JointOptions _options;
    private readonly double _abilityPrecision;
    private readonly double _slopePrecision;
    private readonly double _difficultyPrecision;
    private readonly int _persons;
    private readonly int _items;
    private readonly double[] _x;

    private JointTwoParameter(ResponseMatrix data, JointOptions options)
    {
        _data = data;
        _options = options;
        _persons = data.Persons.Count;
        _items = data.Items.Count;
        _abilityPrecision = 1 / Square(options.AbilityDeviation!.Value);
        _slopePrecision = 1 / Square(options.LogDiscriminationDeviation);
        _difficultyPrecision = 1 / Square(options.DifficultyDeviation ?? WideDifficulty);
        _x = new double[_persons + (2 * _items)];
    }

    internal static PersonItemEstimates Fit(ResponseMatrix data, JointOptions options)
    {
        if (options.AbilityDeviation is null)
        {
            throw new ArgumentException(
                "Joint estimation of the two-parameter family without a prior of abilities has no maximum: slopes run away. Give AbilityDeviation, or use marginal likelihood.",
                nameof(options)
            );
        }

        var problem = new JointTwoParameter(data, options);
        problem.Start();
        var convergence = problem.Solve();
        return problem.Result(convergence);
    }

    private Span<double> Theta => _x.AsSpan(0, _persons);

    private Span<double> LogSlope => _x.AsSpan(_persons, _items);

    private Span<double> Difficulty => _x.AsSpan(_persons + _items, _items);

    private void Start()
    {
        var totals = new double[2 * (_persons + _items)];
        ForEach(
            (p, i, r, n) =>
            {
                totals[2 * p] += r;
                totals[(2 * p) + 1] += n;
                totals[2 * (_persons + i)] += r;
                totals[(2 * (_persons + i)) + 1] += n;
            }
        );
        for (var p = 0; p < _persons; p++)
        {
            Theta[p] = Logistic.Logit((totals[2 * p] + 0.5) / (totals[(2 * p) + 1] + 1));
        }

        for (var i = 0; i < _items; i++)
        {
            Difficulty[i] = -Logistic.Logit((totals[2 * (_persons + i)] + 0.5) / (totals[(2 * (_persons + i)) + 1] + 1));
        }
    }

    private Convergence Solve()
    {
        var acceleration = new AndersonAcceleration(6);
        var image = new double[_x.Length];
        var next = new double[_x.Length];
        double[]? plain = null;
        var last = double.NegativeInfinity;
        for (var cycle = 1; ; cycle++)
        {
            var objective = Objective();
            if (plain is not null && !(objective >= last - (1e-11 * Math.Abs(last))))
            {
                plain.CopyTo(_x, 0);
                plain = null;
                acceleration.Reset();
                objective = Objective();
            }

            last = objective;
            var before = (double[])_x.Clone();
            SweepItems();
            SweepPersons();
            Rescale();
            _x.CopyTo(image, 0);
            var change = 0.0;
            for (var k = 0; k < image.Length; k++)
            {
                change = Math.Max(change, Math.Abs(image[k] - before[k]));
            }

            if (change < _options.Tolerance || cycle == _options.MaximumCycles)
            {
                return new Convergence(change < _options.Tolerance, cycle, Objective(), Gradient(), []);
            }

            acceleration.Propose(before, image, next);
            plain = (double[])image.Clone();
            next.CopyTo(_x, 0);
        }
    }

    private void SweepPersons()
    {
        var gradient = new double[_persons];
        var information = new double[_persons];
        AccumulatePersons(gradient, information, null, null);
        for (var p = 0; p < _persons; p++)
        {
            Theta[p] += Math.Clamp(gradient[p] / information[p], -LargestStep, LargestStep);
        }
    }

    private void AccumulatePersons(double[] gradient, double[] information, double[]? squares, ItemGroups.ClusterSums? clusters)
    {
        for (var p = 0; p < _persons; p++)
        {
            gradient[p] = -_abilityPrecision * Theta[p];
            information[p] = _abilityPrecision;
        }

        ForEach(
            (p, i, r, n) =>
            {
                var a = Math.Exp(LogSlope[i]);
                var probability = Logistic.Sigmoid(a * (Theta[p] - Difficulty[i]));
                var score = a * (r - (n * probability));
                gradient[p] += score;
                information[p] += a * a * n * probability * (1 - probability);
                if (squares is not null)
                {
                    squares[p] += score * score;
                }

                clusters?.Add(p, i, score);
            }
        );
    }

    /// <summary>Scores and information of (ln a, b) of each item: g0, g1, h00, h01, h11; with squares also the scores' products s00, s01, s11.</summary>
    private double[] AccumulateItems()
    {
        var s = new double[8 * _items];
        ForEach(
            (p, i, r, n) =>
            {
                var a = Math.Exp(LogSlope[i]);
                var distance = Theta[p] - Difficulty[i];
                var probability = Logistic.Sigmoid(a * distance);
                var residual = r - (n * probability);
                var weight = n * probability * (1 - probability);
                var (u, v) = (a * distance, -a);
                var at = 8 * i;
                s[at] += residual * u;
                s[at + 1] += residual * v;
                s[at + 2] += weight * u * u;
                s[at + 3] += weight * u * v;
                s[at + 4] += weight * v * v;
                s[at + 5] += residual * residual * u * u;
                s[at + 6] += residual * residual * u * v;
                s[at + 7] += residual * residual * v * v;
            }
        );
        for (var i = 0; i < _items; i++)
        {
            s[8 * i] -= _slopePrecision * LogSlope[i];
            s[(8 * i) + 1] -= _difficultyPrecision * Difficulty[i];
            s[(8 * i) + 2] += _slopePrecision;
            s[(8 * i) + 4] += _difficultyPrecision;
        }

        return s;
    }

    private void SweepItems()
    {
        var s = AccumulateItems();
        for (var i = 0; i < _items; i++)
        {
            var h = s.AsSpan(8 * i, 8);
            var determinant = (h[2] * h[4]) - (h[3] * h[3]);
            LogSlope[i] += Math.Clamp(((h[4] * h[0]) - (h[3] * h[1])) / determinant, -LargestStep, LargestStep);
            Difficulty[i] += Math.Clamp(((h[2] * h[1]) - (h[3] * h[0])) / determinant, -LargestStep, LargestStep);
        }
    }

    /// <summary>The best common origin and unit, along which the likelihood does not change and sweeps would creep.</summary>
    private void Rescale()
    {
        var (sum, weight) = (0.0, (_persons * _abilityPrecision) + (_items * _difficultyPrecision));
        foreach (var theta in Theta)
        {
            sum += _abilityPrecision * theta;
        }

        foreach (var b in Difficulty)
        {
            sum += _difficultyPrecision * b;
        }

        Shift(-sum / weight);
        var (squares, slopes) = (0.0, 0.0);
        foreach (var theta in Theta)
        {
            squares += _abilityPrecision * theta * theta;
        }

        foreach (var b in Difficulty)
        {
            squares += _difficultyPrecision * b * b;
        }

        foreach (var l in LogSlope)
        {
            slopes += l;
        }

        // ln c maximises -c² squares / 2 - τ^-2 Σ (l - ln c)² / 2.
        var t = 0.0;
        for (var step = 0; step < 20; step++)
        {
            var growth = Math.Exp(2 * t);
            var gradient = (-growth * squares) + (_slopePrecision * (slopes - (_items * t)));
            t += gradient / ((2 * growth * squares) + (_slopePrecision * _items));
        }

        Scale(Math.Exp(t));
    }

    private void Shift(double by)
    {
        foreach (ref var theta in Theta)
        {
            theta += by;
        }

        foreach (ref var b in Difficulty)
        {
            b += by;
        }
    }

    private void Scale(double by)
    {
        foreach (ref var theta in Theta)
        {
            theta *= by;
        }

        foreach (ref var b in Difficulty)
        {
            b *= by;
        }

        foreach (ref var l in LogSlope)
        {
            l -= Math.Log(by);
        }
    }

    private double LogLikelihood()
    {
        var sum = 0.0;
        ForEach(
            (p, i, r, n) =>
            {
                var z = Math.Exp(LogSlope[i]) * (Theta[p] - Difficulty[i]);
                sum += (r * Logistic.LogSigmoid(z)) + ((n - r) * Logistic.LogSigmoid(-z));
            }
        );
        return sum;
    }

    private double Objective()
    {
        var prior = 0.0;
        foreach (var theta in Theta)
        {
            prior -= _abilityPrecision * theta * theta / 2;
        }

        for (var i = 0; i < _items; i++)
        {
            prior -= ((_slopePrecision * Square(LogSlope[i])) + (_difficultyPrecision * Square(Difficulty[i]))) / 2;
        }

        return prior + LogLikelihood();
    }

    private double Gradient()
    {
        var gradient = new double[_persons];
        AccumulatePersons(gradient, new double[_persons], null, null);
        var s = AccumulateItems();
        return Math.Max(
            gradient.Max(Math.Abs),
            Enumerable.Range(0, _items).Max(i => Math.Max(Math.Abs(s[8 * i]), Math.Abs(s[(8 * i) + 1])))
        );
    }

    private PersonItemEstimates Result(Convergence convergence)
    {
        var groups = _options.ItemGroups is { } map ? ItemGroups.Of(_data, map) : null;
        var isQuasi = _data.IsContinuous || _data.HasImportance || groups is not null;
        var information = new double[_persons];
        var squares = new double[_persons];
        var clusters = groups?.Sums();
        AccumulatePersons(new double[_persons], information, squares, clusters);
        clusters?.Into(squares);
        var likelihood = LogLikelihood();
        var (mean, unit) = Standard(information);
        Shift(-mean);
        var persons = new CalibratedPerson[_persons];
        for (var p = 0; p < _persons; p++)
        {
            var error = isQuasi ? Math.Sqrt(squares[p]) / information[p] : 1 / Math.Sqrt(information[p]);
            persons[p] = new CalibratedPerson(_data.Persons[p], Known(Theta[p] / unit, error / unit, EstimateBasis.Data));
        }

        var warnings = new List<string>();
        if (!convergence.Reached)
        {
            warnings.Add($"Not converged after {convergence.Iterations} sweeps.");
        }

        warnings.Add(
            FormattableString.Invariant(
                $"Abilities and difficulties were shifted by {-mean:0.####} and multiplied by {1 / unit:0.####}, and discriminations divided by it, so that abilities have the prior's standard deviation: the priors' own scale is arbitrary."
            )
        );
        if (_data.Count < FewAnswers * (long)_persons)
        {
            warnings.Add(
                $"Below {FewAnswers} answers a person joint estimates of slopes are too large, and single ones run away; marginal likelihood is not affected."
            );
        }

        return new PersonItemEstimates
        {
            Persons = persons,
            Items = Items(unit, isQuasi),
            LogLikelihood = likelihood,
            ParameterCount = _persons + (2 * _items),
            Convergence = convergence,
            StandardErrors =
                groups is not null ? StandardErrorKind.SandwichByItemGroup
                : isQuasi ? StandardErrorKind.SandwichOtherSideKnown
                : StandardErrorKind.FisherOtherSideKnown,
            Warnings = warnings,
        };
    }

    /// <summary>
    /// Mean of the abilities, and the factor by which their deviation exceeds the prior's. An estimate is λ (θ + e) with e of variance 1 / I and
    /// λ = I / (I + 1 / σ²), so that var θ = (var of the estimates - mean of λ² / I) / mean of λ².
    /// </summary>
    private (double Mean, double Unit) Standard(double[] information)
    {
        var mean = 0.0;
        foreach (var theta in Theta)
        {
            mean += theta / _persons;
        }

        var (variance, noise, shrinkage) = (0.0, 0.0, 0.0);
        for (var p = 0; p < _persons; p++)
        {
            var own = information[p] - _abilityPrecision;
            variance += Square(Theta[p] - mean);
            noise += own / Square(information[p]);
            shrinkage += Square(own / information[p]);
        }

        var squared = variance > noise ? (variance - noise) / shrinkage : variance / _persons;
        return (mean, squared > 0 ? Math.Sqrt(squared * _abilityPrecision) : 1);
    }

    private CalibratedItem[] Items(double unit, bool isQuasi)
    {
        // Abilities and difficulties moved together: the scores are those of the fit, their priors' share of the information too.
        var s = AccumulateItems();
        var none = new Estimate.Known(0, null, EstimateBasis.Fixed);
        var items = new CalibratedItem[_items];
        for (var i = 0; i < _items; i++)
        {
            var h = s.AsSpan(8 * i, 8);
            var determinant = (h[2] * h[4]) - (h[3] * h[3]);
            var (slopes, cross, locations) = (h[4] / determinant, -h[3] / determinant, h[2] / determinant);
            if (isQuasi)
            {
                (slopes, cross, locations) = Sandwich((slopes, cross, locations), (h[5], h[6], h[7]));
            }

            var a = Math.Exp(LogSlope[i]);
            var b = Difficulty[i];
            var intercept = (a * a * ((b * b * slopes) + (2 * b * cross) + locations));
            items[i] = new CalibratedItem(
                _data.Items[i],
                Known(b / unit, Math.Sqrt(locations) / unit, EstimateBasis.Data),
                Known(a * unit, a * Math.Sqrt(slopes) * unit, EstimateBasis.Data),
                none,
                Known(-a * b, Math.Sqrt(intercept), EstimateBasis.Data)
            );
        }

        return items;
    }

    private static (double, double, double) Sandwich((double A, double B, double C) bread, (double A, double B, double C) meat)
    {
        var (p, q) = ((bread.A * meat.A) + (bread.B * meat.B), (bread.A * meat.B) + (bread.B * meat.C));
        var (r, t) = ((bread.B * meat.A) + (bread.C * meat.B), (bread.B * meat.B) + (bread.C * meat.C));
        return ((p * bread.A) + (q * bread.B), (p * bread.B) + (q * bread.C), (r * bread.B) + (t * bread.C));
    }

    private static Estimate.Known Known(double value, double error, EstimateBasis basis) =>
        new(value, error > 0 && double.IsFinite(error) ? error : null, basis);

    private static double Square(double x) => x * x;

    /// <summary>Every answer: right answers and trials times importance and frequency.</summary>
    private void ForEach(Action<int, int, double, double> visit)
    {
        var answers = new AnswerReader(_data);
        for (var p = 0; p < _persons; p++)
        {
            var frequency = _data.HasFrequency ? _data.PersonFrequency[p] : 1;
            for (var k = _data.PersonStart[p]; k < _data.PersonStart[p + 1]; k++)
            {
                var (right, trials) = answers[k];
                visit(p, _data.ItemOf[k], frequency * right, frequency * trials);
            }
        }
    }
}
