using Tare.Numerics;

namespace Tare.Psychometrics;

/// <summary>One person's likelihood as a function of ability.</summary>
internal sealed class PersonLikelihood
{
    // The likelihood of guessing items can have several modes; each lies between neighbours of this scan.
    private const double ScanStep = 0.25;
    private const int MostSteps = 120;
    private readonly IReadOnlyList<ScoredAnswer> _answers;
    private readonly ScanTable? _table;
    private readonly ScanSums? _sums;

    /// <param name="answers">The answers.</param>
    /// <param name="table">What their items add at the points of the scan; <see langword="null"/>: it is worked out answer by answer.</param>
    /// <param name="sums">Where a table adds up.</param>
    internal PersonLikelihood(IReadOnlyList<ScoredAnswer> answers, ScanTable? table = null, ScanSums? sums = null)
    {
        _answers = answers;
        (_table, _sums) = table is null ? (null, null) : (table, sums);
    }

    internal Estimate Estimate(ScoringOptions options)
    {
        var (right, trials, informing) = (0.0, 0.0, 0.0);
        foreach (var answer in _answers)
        {
            if (answer.Item.Discrimination != 0)
            {
                right += answer.Item.Discrimination > 0 ? answer.Right : answer.Trials - answer.Right;
                trials += answer.Trials;
                informing++;
            }
        }

        var isExtreme = !(right > 0 && right < trials);
        return options.Method switch
        {
            ScoringMethod.MaximumLikelihood when informing == 0 => NoAnswers(),
            ScoringMethod.MaximumLikelihood when isExtreme => Extreme(right > 0),
            ScoringMethod.WeightedLikelihood when informing == 0 => NoAnswers(),
            ScoringMethod.ExpectedAPosteriori => Mean(options, isExtreme),
            _ => Mode(options, isExtreme),
        };
    }

    /// <summary>ln L(θ), up to what does not depend on θ.</summary>
    internal double LogLikelihood(double theta)
    {
        var sum = 0.0;
        foreach (var (item, right, trials) in _answers)
        {
            var z = (item.Discrimination * theta) + item.Intercept;
            var logRight = item.Guessing > 0 ? Math.Log(item.Probability(theta)) : Logistic.LogSigmoid(z);
            sum += (right * logRight) + ((trials - right) * Logistic.LogSigmoid(-z));
        }

        return sum;
    }

    /// <summary>Derivative of ln L, test information I(θ), and Warm's J(θ) = Σ P' P'' / (P Q).</summary>
    internal (double Score, double Information, double Warm) Derivatives(double theta)
    {
        var (score, information, warm) = (0.0, 0.0, 0.0);
        for (var n = 0; n < _answers.Count; n++)
        {
            var (item, right, trials) = _answers[n];
            var curve = ItemCurve.At(item, theta);
            score += item.Discrimination * ((right * curve.Gain) - ((trials - right) * curve.Star));
            var own = trials * curve.Information;
            information += own;

            // P'' / P' = a (1 - 2 P*), so P' P'' / (P Q) is the information times that.
            warm += own * item.Discrimination * (1 - (2 * curve.Star));
        }

        return (score, information, warm);
    }

    /// <summary>Test information I(θ), per squared logit.</summary>
    internal double Information(double theta) => Derivatives(theta).Information;

    private static Estimate.NotIdentified NoAnswers() =>
        new("The person has no answer to an item that informs; answers to such items would identify it.");

    private static Estimate.NotIdentified Extreme(bool isRight) =>
        new(
            $"Every answer speaks for {(isRight ? "more" : "less")} ability, so the likelihood has no maximum. "
                + "Use the weighted likelihood or a posterior estimate, or add "
                + (isRight ? "harder items." : "easier items.")
        );

    private Estimate Mode(ScoringOptions options, bool isExtreme)
    {
        var precision =
            options.Method == ScoringMethod.MaximumAPosteriori ? 1 / (options.PopulationDeviation * options.PopulationDeviation) : 0;
        var isWeighted = options.Method == ScoringMethod.WeightedLikelihood;
        double Derivative(double theta) =>
            isWeighted ? WeightedDerivative(theta) : Derivatives(theta).Score + (precision * (options.PopulationMean - theta));

        if (BestRoot(Scan(Derivative, options, precision), Derivative, options, precision) is not { } mode)
        {
            return new Estimate.NotIdentified(
                $"The estimate lies outside -{options.Limit} ... {options.Limit} logits: the items are far too easy or too hard for this person. Add items nearer to it."
            );
        }

        var total = Information(mode) + precision;
        var isPrior = isExtreme && options.Method == ScoringMethod.MaximumAPosteriori;
        return new Estimate.Known(mode, 1 / Math.Sqrt(total), isPrior ? EstimateBasis.Prior : EstimateBasis.Data);
    }

    /// <summary>The derivative of the objective at the points of the scan.</summary>
    private double[] Scan(Func<double, double> derivative, ScoringOptions options, double precision)
    {
        var scan = new double[ScanPoints(options)];
        if (_table is null)
        {
            for (var k = 0; k < scan.Length; k++)
            {
                scan[k] = derivative(ScanPoint(k, options));
            }

            return scan;
        }

        var isWeighted = options.Method == ScoringMethod.WeightedLikelihood;
        _table.Sum(_answers, _sums!, isWeighted);
        for (var k = 0; k < scan.Length; k++)
        {
            scan[k] =
                _sums!.Score[k]
                + (isWeighted ? Warm(_sums.Information[k], _sums.Warm[k]) : precision * (options.PopulationMean - ScanPoint(k, options)));
        }

        return scan;
    }

    /// <summary>Of all maxima (derivative falling through 0), the one with the largest objective.</summary>
    private double? BestRoot(ReadOnlySpan<double> scan, Func<double, double> derivative, ScoringOptions options, double precision)
    {
        double? best = null;
        var bestValue = double.NegativeInfinity;
        for (var k = 1; k < scan.Length; k++)
        {
            if (scan[k - 1] > 0 && scan[k] <= 0)
            {
                var root = Root(derivative, (ScanPoint(k - 1, options), scan[k - 1]), (ScanPoint(k, options), scan[k]));
                var value = Objective(root, options, precision);
                if (value > bestValue)
                {
                    (best, bestValue) = (root, value);
                }
            }
        }

        return best;
    }

    /// <summary>How many abilities a scan looks at.</summary>
    internal static int ScanPoints(ScoringOptions options) => (int)Math.Ceiling(2 * options.Limit / ScanStep) + 1;

    /// <summary>Ability k of a scan.</summary>
    internal static double ScanPoint(int k, ScoringOptions options) =>
        -options.Limit + (k * (2 * options.Limit / (ScanPoints(options) - 1)));

    /// <summary>Warm's estimate, where the derivative of its objective at the points of the scan is known already.</summary>
    internal double? WeightedMode(ReadOnlySpan<double> scan, ScoringOptions options) => BestRoot(scan, WeightedDerivative, options, 0);

    private double WeightedDerivative(double theta)
    {
        var (score, information, warm) = Derivatives(theta);
        return score + Warm(information, warm);
    }

    /// <summary>Derivative of ln √I where the weight is the root of the information; 0 where nothing informs.</summary>
    private static double Warm(double information, double warm) => information > 0 ? warm / (2 * information) : 0;

    private double Objective(double theta, ScoringOptions options, double precision)
    {
        var distance = theta - options.PopulationMean;
        var weight = options.Method == ScoringMethod.WeightedLikelihood ? 0.5 * Math.Log(Information(theta)) : 0;
        return LogLikelihood(theta) + weight - (0.5 * precision * distance * distance);
    }

    /// <summary>
    /// Where a derivative falls through 0: false position in the Illinois form (Dowell and Jarratt 1971), with a bisection every third step so
    /// that the bracket closes whatever the derivative looks like.
    /// </summary>
    private static double Root(Func<double, double> derivative, (double At, double Value) low, (double At, double Value) high)
    {
        var keptSide = 0;
        var tolerance = 1e-14 * Math.Max(1, Math.Abs(low.At));
        for (var k = 0; k < MostSteps && high.At - low.At > tolerance; k++)
        {
            var span = high.At - low.At;
            var at = k % 3 == 2 ? low.At + (0.5 * span) : low.At + (span * (low.Value / (low.Value - high.Value)));
            var value = derivative(at);
            if (value == 0 || Math.Min(at - low.At, high.At - at) <= tolerance)
            {
                return at;
            }

            if (value > 0)
            {
                (low, high.Value) = ((at, value), keptSide == 1 ? 0.5 * high.Value : high.Value);
                keptSide = 1;
            }
            else
            {
                (high, low.Value) = ((at, value), keptSide == -1 ? 0.5 * low.Value : low.Value);
                keptSide = -1;
            }
        }

        return 0.5 * (low.At + high.At);
    }

    /// <summary>The posterior's mean and standard deviation by the rectangle rule, its spacing a third of the narrowest width that the information allows.</summary>
    private Estimate.Known Mean(ScoringOptions options, bool isExtreme)
    {
        var (mean, deviation) = (options.PopulationMean, options.PopulationDeviation);
        var (low, high) = (mean - (10 * deviation), mean + (10 * deviation));
        var points = 401;
        for (var round = 0; ; round++)
        {
            var step = (high - low) / (points - 1);
            var logs = new double[points];
            for (var q = 0; q < points; q++)
            {
                var theta = low + (q * step);
                var z = (theta - mean) / deviation;
                logs[q] = LogLikelihood(theta) - (0.5 * z * z);
            }

            var most = logs.Max();
            var (mass, first) = (0.0, 0.0);
            for (var q = 0; q < points; q++)
            {
                logs[q] = Math.Exp(logs[q] - most);
                mass += logs[q];
                first += logs[q] * (low + (q * step));
            }

            var centre = first / mass;
            var second = 0.0;
            for (var q = 0; q < points; q++)
            {
                second += logs[q] / mass * Math.Pow(low + (q * step) - centre, 2);
            }

            var width = Math.Sqrt(second);
            if (width >= 1.2 * step || round == 8)
            {
                return new Estimate.Known(centre, width, isExtreme ? EstimateBasis.Prior : EstimateBasis.Data);
            }

            // Too narrow for the step: look again, closer.
            (low, high) = (centre - (40 * step), centre + (40 * step));
        }
    }
}
