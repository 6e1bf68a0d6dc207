using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Tare.Numerics;

namespace Tare.Psychometrics;

/// <summary>Updates of a term's standard deviation given its standardised effects, from the binomial likelihood itself.</summary>
/// <remarks>
/// All effects of the term grow together by s'/s (the ancillary half of the interweaving of Yu and Meng 2011). Without Pólya-Gamma variables the
/// step is wider where probabilities are near 0 or 1: there these carry more precision than the data.
/// </remarks>
internal sealed class ScaleStep
{
    private readonly double[] _successes;
    private readonly ManyFacetDesign _design;

    internal ScaleStep(ManyFacetDesign design)
    {
        _design = design;
        _successes = Array.ConvertAll(design.Successes, k => (double)k);
    }

    /// <summary>One slice step for ln s; <see cref="GibbsState.RowWork"/> is used up.</summary>
    internal void Update(GibbsState state, RandomSource random, int term, ScalePrior prior)
    {
        var effects = state.Effects[term];
        var levelOf = _design.Terms[term].LevelOf;
        var own = state.RowWork;
        var slope = 0.0;
        for (var row = 0; row < own.Length; row++)
        {
            own[row] = effects[levelOf[row]];
            slope += _successes[row] * own[row];
        }

        var scale = state.Scales[term];
        var density = new LogScale(prior, scale, slope, _design.TrialCounts, state.Predictor, own);
        var next = Math.Exp(SliceSampler.Next(random, Math.Log(scale), state.ScaleWidth[term], density));
        var growth = (next / scale) - 1;
        for (var row = 0; row < own.Length; row++)
        {
            state.Predictor[row] += growth * own[row];
        }

        for (var level = 0; level < effects.Length; level++)
        {
            effects[level] += growth * effects[level];
        }

        state.Scales[term] = next;
    }

    /// <summary>Sum over responses of n ln(1 + e^(eta + g u)), four at a time.</summary>
    internal static double SoftPlusSum(double[] trials, double[] predictor, double[] change, double growth)
    {
        ref var n = ref MemoryMarshal.GetArrayDataReference(trials);
        ref var eta = ref MemoryMarshal.GetArrayDataReference(predictor);
        ref var u = ref MemoryMarshal.GetArrayDataReference(change);
        var sums = Vector256<double>.Zero;
        var by = Vector256.Create(growth);
        nuint row = 0;
        var count = (nuint)trials.Length;
        for (; row + 4 <= count; row += 4)
        {
            var x = Vector256.LoadUnsafe(ref eta, row) + (by * Vector256.LoadUnsafe(ref u, row));
            var softPlus =
                Vector256.Max(x, Vector256<double>.Zero) + Vector256.Log(Vector256<double>.One + Vector256.Exp(-Vector256.Abs(x)));
            sums += Vector256.LoadUnsafe(ref n, row) * softPlus;
        }

        var sum = Vector256.Sum(sums);
        for (var k = (int)row; k < trials.Length; k++)
        {
            sum -= trials[k] * Logistic.LogSigmoid(-(predictor[k] + (growth * change[k])));
        }

        return sum;
    }

    /// <summary>ln density of x = ln s given the standardised effects.</summary>
    private readonly struct LogScale(ScalePrior prior, double current, double slope, double[] trials, double[] predictor, double[] own)
        : ILogDensity
    {
        public double At(double x)
        {
            var scale = Math.Exp(x);
            var growth = (scale / current) - 1;
            return x + prior.LogDensity(scale) + (growth * slope) - SoftPlusSum(trials, predictor, own, growth);
        }
    }
}
