namespace Tare.Psychometrics;

/// <summary>Weighted-likelihood abilities (Warm 1989) by a bracketed Newton method, and person fit at them.</summary>
/// <remarks>
/// With guessing the likelihood can have several modes; the one uphill from the starting ability is taken, which is the calibration's posterior
/// mean.
/// </remarks>
internal static class PersonScoring
{
    internal const double Limit = 20;
    private const int MostSteps = 80;
    private const double Tolerance = 1e-10;

    /// <summary>Where the variance of the corrected log-likelihood is below this share of the uncorrected one, nothing is left to judge.</summary>
    private const double SmallestVariance = 1e-9;

    internal static PersonScore Score(FitInput input, int first, int end, double start)
    {
        var (kind, answers) = Count(input, first, end);
        if (kind == PersonScoreKind.NoAnswers)
        {
            return new PersonScore(kind, 0, 0, 0, null, null, null);
        }

        if (Solve(input, first, end, start) is not { } theta)
        {
            return new PersonScore(PersonScoreKind.OutOfReach, 0, 0, answers, null, null, null);
        }

        var (_, information, warm) = Derivatives(input, first, end, theta);
        return kind == PersonScoreKind.Extreme
            ? new PersonScore(kind, theta, information, answers, null, null, null)
            : Judge(input, first, end, theta, warm / (2 * information)) with
            {
                Information = information,
            };
    }

    private static (PersonScoreKind Kind, double Answers) Count(FitInput input, int first, int end)
    {
        var (right, trials, answers) = (0.0, 0.0, 0.0);
        var read = new FitAnswers(input.Data);
        var items = input.Data.ItemOf;
        for (var k = first; k < end; k++)
        {
            var slope = input.Slope[items[k]];
            if (input.IsKnown[items[k]])
            {
                answers++;
                var (r, n) = read[k];
                right += slope > 0 ? r : (slope < 0 ? n - r : 0);
                trials += slope != 0 ? n : 0;
            }
        }

        return trials == 0 ? (PersonScoreKind.NoAnswers, answers)
            : right > 0 && right < trials ? (PersonScoreKind.Scored, answers)
            : (PersonScoreKind.Extreme, answers);
    }

    private static double? Solve(FitInput input, int first, int end, double start)
    {
        var (low, high) = (double.NegativeInfinity, double.PositiveInfinity);
        var theta = Math.Clamp(start, -Limit, Limit);
        for (var step = 0; step < MostSteps; step++)
        {
            var (score, information, warm) = Derivatives(input, first, end, theta);
            if (!(information > 1e-250))
            {
                return null;
            }

            var slope = score + (warm / (2 * information));
            (low, high) = slope > 0 ? (theta, high) : (low, theta);
            var change = Math.Clamp(slope / information, -1, 1);
            var next = theta + change;
            if (!(next > low && next < high))
            {
                next = 0.5 * (low + high);
            }

            if (Math.Abs(next) > Limit)
            {
                return null;
            }

            if (Math.Abs(next - theta) < Tolerance)
            {
                return next;
            }

            theta = next;
        }

        return theta;
    }

    /// <summary>Derivative of ln L, test information, and Warm's J.</summary>
    private static (double Score, double Information, double Warm) Derivatives(FitInput input, int first, int end, double theta)
    {
        var (score, information, warm) = (0.0, 0.0, 0.0);
        var read = new FitAnswers(input.Data);
        var items = input.Data.ItemOf;
        for (var k = first; k < end; k++)
        {
            var item = items[k];
            if (!input.IsKnown[item])
            {
                continue;
            }

            var (right, trials) = read[k];
            var (p, q, ratio) = input.Curve(item, theta);
            score += (right - (trials * p)) * ratio;
            var own = trials * ratio * ratio * p * q;
            information += own;

            // P'' / P' = a (1 - 2 P*), and 1 - P* is Q / (1 - c).
            warm += own * input.Slope[item] * ((2 * q / (1 - input.Guessing[item])) - 1);
        }

        return (score, information, warm);
    }

    /// <summary>Mean squares, and Snijders' (2001) statistic with r0 = J / (2 I), the weighted likelihood's addition to the score.</summary>
    private static PersonScore Judge(FitInput input, int first, int end, double theta, double addition)
    {
        var sums = new ResidualSums();
        var (observed, information, cross, square) = (0.0, 0.0, 0.0, 0.0);
        var read = new FitAnswers(input.Data);
        var items = input.Data.ItemOf;
        for (var k = first; k < end; k++)
        {
            var item = items[k];
            if (!input.IsKnown[item])
            {
                continue;
            }

            var (right, trials) = read[k];
            var (p, q, ratio) = input.Curve(item, theta);
            sums.Add(right, trials, p, q, 1);
            var weight = input.Guessing[item] == 0 ? (input.Slope[item] * theta) + input.Intercept[item] : Math.Log(p / q);
            var variance = trials * p * q;
            observed += (right - (trials * p)) * weight;
            information += variance * ratio * ratio;
            cross += variance * ratio * weight;
            square += variance * weight * weight;
        }

        var rest = square - (cross * cross / information);
        var lz = rest > SmallestVariance * square ? (observed + (cross / information * addition)) / Math.Sqrt(rest) : (double?)null;
        return new PersonScore(PersonScoreKind.Scored, theta, information, sums.Answers, sums.Infit, sums.Outfit, lz);
    }
}
