using Tare.Numerics;

namespace Tare.Psychometrics;

/// <summary>One adaptive test while it runs. Used again after <see cref="Begin"/>, by one thread at a time.</summary>
internal sealed class AdaptiveSession
{
    private const double DerivativeStep = 1e-3;
    private static readonly ScoringOptions s_scoring = new();
    private readonly AdaptiveTest _test;
    private readonly List<ScoredAnswer> _answers = [];
    private readonly PersonLikelihood _likelihood;
    private readonly bool[] _given;
    private readonly bool[] _setAside;
    private readonly int[] _givenOf;
    private readonly int[] _leftOf;

    // Derivative of ln L, information and Warm's J at the points of the scan, kept up with every answer.
    private readonly double[] _score;
    private readonly double[] _information;
    private readonly double[] _warm;
    private readonly double[] _scan;
    private readonly double[] _at;

    internal AdaptiveSession(AdaptiveTest test)
    {
        _test = test;
        _likelihood = new PersonLikelihood(_answers);
        _given = new bool[test.Bank.Items.Count];
        _setAside = new bool[_given.Length];
        _givenOf = new int[test.Shares.Count];
        _leftOf = new int[test.Shares.Count];
        var points = PersonLikelihood.ScanPoints(s_scoring);
        (_score, _information, _warm, _scan) = (new double[points], new double[points], new double[points], new double[points]);
        _at = [.. Enumerable.Range(0, points).Select(k => PersonLikelihood.ScanPoint(k, s_scoring))];
    }

    /// <summary>How many items were given.</summary>
    internal int Count { get; private set; }

    /// <summary>Items that Sympson and Hetter's control looked at since <see cref="Begin"/>, given or not.</summary>
    internal List<int> Selected { get; } = [];

    /// <summary>The estimate; <see langword="null"/> before the first answer, or beyond ±20 logits.</summary>
    internal double? Ability { get; private set; }

    /// <summary>Information of the answers at the estimate, per squared logit.</summary>
    internal double Information { get; private set; }

    internal void Begin()
    {
        _answers.Clear();
        Selected.Clear();
        Array.Clear(_given);
        Array.Clear(_setAside);
        Array.Clear(_givenOf);
        Array.Clear(_score);
        Array.Clear(_information);
        Array.Clear(_warm);
        (Count, Ability, Information) = (0, null, 0);
        Array.Clear(_leftOf);
        foreach (var group in _test.GroupOf)
        {
            if (group >= 0)
            {
                _leftOf[group]++;
            }
        }
    }

    /// <summary>Marks an item as given, so that it does not come again.</summary>
    internal void Give(int item)
    {
        if (_given[item])
        {
            return;
        }

        _given[item] = true;
        Count++;
        if (_test.GroupOf[item] is var group && group >= 0)
        {
            _givenOf[group]++;
            _leftOf[group]--;
        }
    }

    /// <summary>Takes an answer in: right answers of trials.</summary>
    internal void Answer(int item, double right, double trials)
    {
        var parameters = _test.Bank.Items[item].Parameters;
        _answers.Add(new ScoredAnswer(parameters, right, trials));
        var (a, d, c) = parameters;
        for (var k = 0; k < _at.Length; k++)
        {
            var z = (a * _at[k]) + d;
            var star = Logistic.Sigmoid(z);
            var miss = Logistic.Sigmoid(-z);
            var gain = c > 0 ? star * (1 - c) * miss / (c + ((1 - c) * star)) : miss;
            var own = trials * parameters.Information(_at[k]);
            _score[k] += a * ((right * gain) - ((trials - right) * star));
            _information[k] += own;
            _warm[k] += own * a * (1 - (2 * star));
        }
    }

    /// <summary>Brings <see cref="Ability"/> and <see cref="Information"/> up to the answers.</summary>
    internal void Estimate()
    {
        for (var k = 0; k < _scan.Length; k++)
        {
            _scan[k] = _score[k] + (_information[k] > 0 ? _warm[k] / (2 * _information[k]) : 0);
        }

        Ability = _answers.Count == 0 ? null : _likelihood.WeightedMode(_scan, s_scoring);
        Information = Ability is { } theta ? _likelihood.Information(theta) : 0;
    }

    /// <summary>
    /// Bias that stopping at a target adds to the estimate, to first order: (d ln I / dθ) / I at the estimate. Where the information of the
    /// given items rises with θ, an estimate that errs upward stops the test sooner.
    /// </summary>
    /// <remarks>
    /// Wald's identity gives the score a mean of 0 at the stop; the estimate is θ + score / I(θ), and I(θ) = I(estimate) (1 - error d ln I / dθ)
    /// with I(estimate) at the target. See docs/methods/adaptive-testing.md.
    /// </remarks>
    internal double StoppingBias()
    {
        var theta = Ability!.Value;
        var up = _likelihood.Information(theta + DerivativeStep);
        var down = _likelihood.Information(theta - DerivativeStep);
        return (up - down) / (2 * DerivativeStep) / (Information * Information);
    }

    /// <summary>Whether the test stops.</summary>
    internal AdaptiveStop Stop()
    {
        var target = _test.Options.TargetStandardError;
        return Information * target * target >= 1 ? AdaptiveStop.TargetReached
            : Count >= _given.Length ? AdaptiveStop.BankExhausted
            : Count >= _test.MaximumItems ? AdaptiveStop.MaximumReached
            : AdaptiveStop.Continue;
    }

    /// <summary>The next item for an ability: the most informative one, as far as exposure control and content balance let it.</summary>
    /// <param name="theta">Ability, logits.</param>
    /// <param name="random">The stream of the choices.</param>
    internal int Choose(double theta, RandomSource random)
    {
        var group = DueGroup();
        return _test.Options.Exposure switch
        {
            ExposureControl.Randomesque r => OneOf(theta, group, r.Among, random),
            ExposureControl.SympsonHetter => Admitted(theta, group, random),
            _ => Best(theta, group)!.Value,
        };
    }

    /// <summary>Any item that was not given yet, each as likely: what an adaptive test is compared with.</summary>
    internal int ChooseAny(RandomSource random)
    {
        var place = random.NextInt(_given.Length - Count);
        for (var k = 0; ; k++)
        {
            if (!_given[k] && place-- == 0)
            {
                return k;
            }
        }
    }

    /// <summary>The group furthest below its share, of those with items left; -1 where no balance is asked for.</summary>
    private int DueGroup()
    {
        var (due, most) = (-1, double.NegativeInfinity);
        for (var g = 0; g < _test.Shares.Count; g++)
        {
            var behind = _test.Shares[g] - (Count == 0 ? 0 : (double)_givenOf[g] / Count);
            if (_leftOf[g] > 0 && behind > most)
            {
                (due, most) = (g, behind);
            }
        }

        return due;
    }

    private int? Best(double theta, int group)
    {
        var (best, most) = ((int?)null, double.NegativeInfinity);
        for (var k = 0; k < _given.Length; k++)
        {
            if (_given[k] || _setAside[k] || (group >= 0 && _test.GroupOf[k] != group))
            {
                continue;
            }

            var information = _test.Bank.Items[k].Parameters.Information(theta);
            if (information > most)
            {
                (best, most) = (k, information);
            }
        }

        return best;
    }

    private int OneOf(double theta, int group, int among, RandomSource random)
    {
        var best = new List<int>(among);
        while (best.Count < among && Best(theta, group) is { } item)
        {
            best.Add(item);
            _setAside[item] = true;
        }

        foreach (var item in best)
        {
            _setAside[item] = false;
        }

        return best[random.NextInt(best.Count)];
    }

    private int Admitted(double theta, int group, RandomSource random)
    {
        while (true)
        {
            if (Best(theta, group) is not { } item)
            {
                // Every item of the group was set aside: the limit gives way, since the test must go on.
                Array.Clear(_setAside);
                return Best(theta, group)!.Value;
            }

            Selected.Add(item);
            if (random.NextDouble() < _test.Admission[item])
            {
                return item;
            }

            _setAside[item] = true;
        }
    }
}
