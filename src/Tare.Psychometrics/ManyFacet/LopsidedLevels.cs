using Tare.Numerics;

namespace Tare.Psychometrics;

/// <summary>Updates of levels with nearly only successes or only failures, from the binomial likelihood itself.</summary>
/// <remarks>
/// With n trials of which almost none differ, the Pólya-Gamma step has a standard deviation of about root(2 |eta| / n), far below the
/// posterior's, so that the chain creeps (Johndrow, Smith, Pillai and Dunson 2019). One slice step for each such level costs little and crosses
/// the posterior in a few. Which levels qualify depends on the data alone, so that the chain keeps its stationary distribution.
/// </remarks>
internal sealed class LopsidedLevels
{
    /// <summary>A level qualifies when the rarer outcome is at most this share of its trials.</summary>
    private const double LargestShare = 0.05;

    /// <summary>A level with fewer trials is moved well enough by the Pólya-Gamma step, since its prior counts for more.</summary>
    private const int FewestTrials = 20;

    private readonly ManyFacetDesign _design;
    private readonly int _term;
    private readonly List<(int Level, int[] Rows)> _levels = [];

    internal LopsidedLevels(ManyFacetDesign design, int term)
    {
        _design = design;
        _term = term;
        var successes = new long[design.Terms[term].Count];
        var trials = new long[successes.Length];
        var rows = new List<int>[successes.Length];
        for (var row = 0; row < design.RowCount; row++)
        {
            var level = design.Terms[term].LevelOf[row];
            successes[level] += design.Successes[row];
            trials[level] += design.Trials[row];
            (rows[level] ??= []).Add(row);
        }

        for (var level = 0; level < successes.Length; level++)
        {
            var rarer = Math.Min(successes[level], trials[level] - successes[level]);
            if (trials[level] >= FewestTrials && rarer <= LargestShare * trials[level])
            {
                _levels.Add((level, [.. rows[level]]));
            }
        }
    }

    /// <summary>One slice step for each level.</summary>
    internal void Update(GibbsState state, RandomSource random)
    {
        var effects = state.Effects[_term];
        var scale = state.Scales[_term];
        foreach (var (level, rows) in _levels)
        {
            var density = new ChangeOfEffect(_design, state.Predictor, rows, effects[level], 1 / (scale * scale));
            var change = SliceSampler.Next(random, 0, scale, density);
            effects[level] += change;
            foreach (var row in rows)
            {
                state.Predictor[row] += change;
            }
        }
    }

    /// <summary>ln density of a change of one effect given everything else: binomial likelihood of its rows and its normal prior.</summary>
    private readonly struct ChangeOfEffect(ManyFacetDesign design, double[] predictor, int[] rows, double effect, double precision)
        : ILogDensity
    {
        public double At(double x)
        {
            var sum = -precision * (effect + x) * (effect + x) / 2;
            foreach (var row in rows)
            {
                var eta = predictor[row] + x;
                sum += (design.Successes[row] * eta) - (design.Trials[row] * (Math.Max(eta, 0) + Math.Log(1 + Math.Exp(-Math.Abs(eta)))));
            }

            return sum;
        }
    }
}
