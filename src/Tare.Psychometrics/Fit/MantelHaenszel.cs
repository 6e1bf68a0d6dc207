namespace Tare.Psychometrics;

/// <summary>One item, one focal group, by strata.</summary>
/// <remarks>
/// Odds ratio α = R / S with R = Σ A D / T, S = Σ B C / T (Mantel and Haenszel 1959), A and B the reference group's right and wrong trials, C and
/// D the focal group's. The statistic is Mantel's (1963) for scores k / n, which for single trials is that of Mantel and Haenszel without
/// continuity correction: each taker counts once, however many trials it had. Variance of ln α: Robins, Breslow and Greenland (1986) for single
/// trials; for k of n the sum of the takers' squared influences, so that trials of one taker may depend on each other.
/// </remarks>
internal sealed class MantelHaenszel
{
    /// <summary>Mantel and Fleiss (1980): the statistic is chi-squared where the focal group's sum can lie so far from its expectation either way.</summary>
    private const double SmallestReach = 5;

    private readonly Stratum[] _strata;
    private readonly List<(int Stratum, bool IsFocal, double Right, double Trials, double Frequency)> _takers = [];
    private bool _hasTrials;

    internal MantelHaenszel(int strata) => _strata = new Stratum[strata];

    internal void Clear()
    {
        Array.Clear(_strata);
        _takers.Clear();
        _hasTrials = false;
    }

    internal void Add(int stratum, bool isFocal, double right, double trials, double frequency)
    {
        _strata[stratum].Add(isFocal, right, trials, frequency);
        _takers.Add((stratum, isFocal, right, trials, frequency));
        _hasTrials |= trials != 1;
    }

    /// <summary>
    /// The comparison, or <see langword="null"/> where the strata with both groups and both answers are too thin for the statistic's distribution.
    /// Adjusted probability and class are filled in later.
    /// </summary>
    internal ItemDif? Result(string item, string level)
    {
        var (ratioTop, ratioBottom, excess, variance) = (0.0, 0.0, 0.0, 0.0);
        var (below, above) = (0.0, 0.0);
        var (focal, reference, standard, weight) = (0.0, 0.0, 0.0, 0.0);
        var (focalRight, focalTrials) = (0.0, 0.0);
        foreach (var s in _strata)
        {
            focal += s.Focal;
            reference += s.Reference;
            if (s.Focal == 0 || s.Reference == 0)
            {
                continue;
            }

            ratioTop += s.Top;
            ratioBottom += s.Bottom;
            excess += s.Excess;
            variance += s.Variance;
            below += s.Expected - s.Least;
            above += s.Most - s.Expected;
            focalRight += s.C;
            focalTrials += s.C + s.D;
            standard += (s.C + s.D) * s.A / (s.A + s.B);
            weight += s.C + s.D;
        }

        if (!(variance > 1e-12) || Math.Min(below, above) < SmallestReach)
        {
            return null;
        }

        var chiSquared = excess * excess / variance;
        var logOdds = LogOdds(ratioTop, ratioBottom, level);
        var known = logOdds as Estimate.Known;
        return new ItemDif(
            item,
            level,
            logOdds,
            known is null ? null : -2.35 * known.Value,
            null,
            chiSquared,
            Tare.Numerics.ChiSquared.UpperTail(chiSquared, 1),
            1,
            focal,
            reference,
            focalRight / focalTrials,
            standard / weight
        );
    }

    private Estimate LogOdds(double top, double bottom, string level)
    {
        if (top == 0 && bottom == 0)
        {
            return new Estimate.NotIdentified("No stratum has right and wrong answers on both sides.");
        }

        if (bottom == 0)
        {
            return new Estimate.NotIdentified(
                $"No stratum has a right answer under '{level}' beside a wrong one elsewhere: the odds ratio is infinite."
            );
        }

        if (top == 0)
        {
            return new Estimate.NotIdentified(
                $"No stratum has a wrong answer under '{level}' beside a right one elsewhere: the odds ratio is 0."
            );
        }

        var variance = _hasTrials ? Influence(top, bottom) : _strata.Sum(s => s.LogVariance(top, bottom));
        return new Estimate.Known(Math.Log(top / bottom), Math.Sqrt(variance));
    }

    /// <summary>Σ u² / R² with u a taker's share in R - α S.</summary>
    private double Influence(double top, double bottom)
    {
        var odds = top / bottom;
        var sum = 0.0;
        foreach (var (stratum, isFocal, right, trials, frequency) in _takers)
        {
            var s = _strata[stratum];
            if (s.Focal == 0 || s.Reference == 0)
            {
                continue;
            }

            var wrong = trials - right;
            var intoTop = ((isFocal ? wrong * s.A : right * s.D) / s.Trials) - (s.Top * trials / s.Trials);
            var intoBottom = ((isFocal ? right * s.B : wrong * s.C) / s.Trials) - (s.Bottom * trials / s.Trials);
            var own = intoTop - (odds * intoBottom);
            sum += frequency * own * own;
        }

        return sum / (top * top);
    }

    private struct Stratum
    {
        private double _score;
        private double _focalScore;
        private double _square;

        /// <summary>Right trials of the reference group.</summary>
        internal double A { get; private set; }

        /// <summary>Wrong ones.</summary>
        internal double B { get; private set; }

        /// <summary>Right trials of the focal group.</summary>
        internal double C { get; private set; }

        /// <summary>Wrong ones.</summary>
        internal double D { get; private set; }

        /// <summary>Focal takers.</summary>
        internal double Focal { get; private set; }

        /// <summary>Other takers.</summary>
        internal double Reference { get; private set; }

        internal readonly double Trials => A + B + C + D;

        internal readonly double Top => A * D / Trials;

        internal readonly double Bottom => B * C / Trials;

        /// <summary>The focal group's sum of scores above its expectation.</summary>
        internal readonly double Excess => _focalScore - Expected;

        internal readonly double Expected => Focal * _score / (Focal + Reference);

        /// <summary>The smallest sum of scores that the focal group could have.</summary>
        internal readonly double Least => Math.Max(0, _score - Reference);

        /// <summary>The largest.</summary>
        internal readonly double Most => Math.Min(Focal, _score);

        internal readonly double Variance
        {
            get
            {
                var n = Focal + Reference;
                return n > 1 ? Focal * Reference / (n * n * (n - 1)) * ((n * _square) - (_score * _score)) : 0;
            }
        }

        internal void Add(bool isFocal, double right, double trials, double frequency)
        {
            var score = right / trials;
            _score += frequency * score;
            _square += frequency * score * score;
            if (isFocal)
            {
                C += frequency * right;
                D += frequency * (trials - right);
                Focal += frequency;
                _focalScore += frequency * score;
            }
            else
            {
                A += frequency * right;
                B += frequency * (trials - right);
                Reference += frequency;
            }
        }

        /// <summary>This stratum's part of the variance of ln α. Robins, Breslow and Greenland (1986), equation for the odds ratio.</summary>
        internal readonly double LogVariance(double top, double bottom)
        {
            if (Focal == 0 || Reference == 0)
            {
                return 0;
            }

            var concordant = (A + D) / Trials;
            var discordant = (B + C) / Trials;
            return (concordant * Top / (2 * top * top))
                + (((concordant * Bottom) + (discordant * Top)) / (2 * top * bottom))
                + (discordant * Bottom / (2 * bottom * bottom));
        }
    }
}
