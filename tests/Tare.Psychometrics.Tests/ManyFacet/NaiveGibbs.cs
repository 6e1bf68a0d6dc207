using Tare.Numerics;

namespace Tare.Psychometrics.Tests;

/// <summary>The plainest Pólya-Gamma Gibbs sampler: one unknown at a time. The reference for the fast one, and, with a flaw, what a test must catch.</summary>
internal sealed class NaiveGibbs(ManyFacetDesign design, ScalePrior prior, double interceptWidth, NaiveGibbs.Flaw flaw) : IManyFacetKernel
{
    private readonly int[] _all = [.. Enumerable.Range(0, design.RowCount)];
    private readonly int[][][] _rows =
    [
        .. design.Terms.Select(term =>
            Enumerable
                .Range(0, term.Count)
                .Select(level => Enumerable.Range(0, design.RowCount).Where(row => term.LevelOf[row] == level).ToArray())
                .ToArray()
        ),
    ];

    internal enum Flaw
    {
        None,

        /// <summary>Draws PG(n + 1, eta) for PG(n, eta).</summary>
        WrongShape,

        /// <summary>Draws effects with half their variance.</summary>
        HalfVariance,
    }

    public void Advance(GibbsState state, RandomSource random)
    {
        state.Predict(design);
        for (var row = 0; row < design.RowCount; row++)
        {
            var extra = flaw == Flaw.WrongShape ? 1 : 0;
            state.Precision[row] = PolyaGamma.Draw(random, design.Trials[row] + extra, state.Predictor[row]);
        }

        var change = Change(state, random, _all, state.Intercept, 1 / (interceptWidth * interceptWidth));
        state.Intercept += change;
        state.Predict(design);
        for (var t = 0; t < design.Terms.Length; t++)
        {
            var effects = state.Effects[t];
            for (var level = 0; level < effects.Length; level++)
            {
                effects[level] += Change(state, random, _rows[t][level], effects[level], 1 / (state.Scales[t] * state.Scales[t]));
            }

            state.Predict(design);
            var density = new LogScale(prior, effects);
            state.Scales[t] = Math.Exp(SliceSampler.Next(random, Math.Log(state.Scales[t]), 0.5, density));
        }
    }

    private double Change(GibbsState state, RandomSource random, int[] rows, double current, double prior)
    {
        var precision = prior + rows.Sum(row => state.Precision[row]);
        var pull = rows.Sum(row => design.Successes[row] - (design.Trials[row] / 2.0) - (state.Precision[row] * state.Predictor[row]));
        var sd = Math.Sqrt((flaw == Flaw.HalfVariance ? 0.5 : 1) / precision);
        return ((pull - (prior * current)) / precision) + (sd * random.NextNormal());
    }

    private readonly struct LogScale(ScalePrior prior, double[] effects) : ILogDensity
    {
        public double At(double x)
        {
            var sum = x + prior.LogDensity(Math.Exp(x));
            foreach (var effect in effects)
            {
                sum += -x - (effect * effect * Math.Exp(-2 * x) / 2);
            }

            return sum;
        }
    }
}
