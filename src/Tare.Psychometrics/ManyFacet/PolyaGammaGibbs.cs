using Tare.Numerics;

namespace Tare.Psychometrics;

/// <summary>Pólya-Gamma Gibbs for binomial responses with crossed random effects.</summary>
/// <remarks>
/// Given w ~ PG(n, eta) for each response, the likelihood in eta is normal with precision w and mean (k - n/2)/w (Polson, Scott and Windle
/// 2013, theorem 1). Then, a few times for each w, since these steps are cheap: the intercept; each term's levels, which are independent given
/// the others; its standard deviation given the effects, and again given the effects divided by it, which mixes where the first does not
/// (interweaving, Yu and Meng 2011); shifts of a term against each term nested in it, which leave eta as it is (hierarchical centring).
/// </remarks>
internal sealed class PolyaGammaGibbs : IManyFacetKernel
{
    /// <summary>Terms with fewer trials a level than this need the costlier step for their standard deviation; others mix well without.</summary>
    private const int FewTrials = 50;
    private readonly ManyFacetDesign _design;
    private readonly ScalePrior[] _priors;
    private readonly double _interceptPrecision;
    private readonly int _sweeps;
    private readonly double[] _halfSurplus;
    private readonly LopsidedLevels[] _lopsided;
    private readonly ScaleStep _scaleStep;
    private readonly bool[] _hasThinLevels;

    internal PolyaGammaGibbs(ManyFacetDesign design, ScalePrior[] priors, double interceptWidth, int sweeps = 2)
    {
        _design = design;
        _priors = priors;
        _interceptPrecision = 1 / (interceptWidth * interceptWidth);
        _sweeps = sweeps;
        _halfSurplus = new double[design.RowCount];
        for (var row = 0; row < design.RowCount; row++)
        {
            _halfSurplus[row] = design.Successes[row] - (design.Trials[row] / 2.0);
        }

        _scaleStep = new ScaleStep(design);
        var trials = design.Trials.Sum(n => (long)n);
        _hasThinLevels = [.. design.Terms.Select(term => term.Term.FixedWidth is null && trials < FewTrials * (long)term.Count)];
        _lopsided = [.. Enumerable.Range(0, design.Terms.Length).Select(term => new LopsidedLevels(design, term))];
    }

    public void Advance(GibbsState state, RandomSource random)
    {
        state.Predict(_design);
        foreach (var levels in _lopsided)
        {
            levels.Update(state, random);
        }

        for (var term = 0; term < state.Effects.Length; term++)
        {
            if (_hasThinLevels[term])
            {
                _scaleStep.Update(state, random, term, _priors[term]);
            }
        }

        for (var row = 0; row < _design.RowCount; row++)
        {
            state.Precision[row] = PolyaGamma.Draw(random, _design.Trials[row], state.Predictor[row]);
        }

        for (var sweep = 0; sweep < _sweeps; sweep++)
        {
            UpdateIntercept(state, random);
            for (var term = 0; term < state.Effects.Length; term++)
            {
                UpdateEffects(state, random, term);
                if (_design.Terms[term].Term.FixedWidth is null)
                {
                    UpdateScaleGivenEffects(state, random, term);
                    UpdateScaleGivenStandardised(state, random, term);
                }

                UpdateShifts(state, random, term);
            }
        }
    }

    private void UpdateIntercept(GibbsState state, RandomSource random)
    {
        var precision = _interceptPrecision;
        var pull = -_interceptPrecision * state.Intercept;
        for (var row = 0; row < state.Predictor.Length; row++)
        {
            precision += state.Precision[row];
            pull += _halfSurplus[row] - (state.Precision[row] * state.Predictor[row]);
        }

        var change = (pull / precision) + (RandomVariates.Normal(random) / Math.Sqrt(precision));
        state.Intercept += change;
        for (var row = 0; row < state.Predictor.Length; row++)
        {
            state.Predictor[row] += change;
        }
    }

    private void UpdateEffects(GibbsState state, RandomSource random, int term)
    {
        unchecked
        {
            var levelOf = _design.Terms[term].LevelOf;
            var effects = state.Effects[term];
            var work = state.Work[term];
            Array.Clear(work);
            for (var row = 0; row < levelOf.Length; row++)
            {
                var at = 2 * levelOf[row];
                var w = state.Precision[row];
                work[at] += w;
                work[at + 1] += _halfSurplus[row] - (w * state.Predictor[row]);
            }

            var prior = 1 / (state.Scales[term] * state.Scales[term]);
            for (var level = 0; level < effects.Length; level++)
            {
                var precision = work[2 * level] + prior;
                var change =
                    ((work[(2 * level) + 1] - (prior * effects[level])) / precision)
                    + (RandomVariates.Normal(random) / Math.Sqrt(precision));
                effects[level] += change;
                work[2 * level] = change;
            }

            for (var row = 0; row < levelOf.Length; row++)
            {
                state.Predictor[row] += work[2 * levelOf[row]];
            }
        }
    }

    private void UpdateScaleGivenEffects(GibbsState state, RandomSource random, int term)
    {
        var effects = state.Effects[term];
        var squares = 0.0;
        foreach (var effect in effects)
        {
            squares += effect * effect;
        }

        if (_priors[term] is ScalePrior.InverseGammaVariance prior)
        {
            var variance = RandomVariates.InverseGamma(random, prior.Shape + (effects.Length / 2.0), prior.Scale + (squares / 2));
            state.Scales[term] = Math.Sqrt(variance);
            return;
        }

        var density = new CentredScale(_priors[term], effects.Length, squares);
        var width = 1 / Math.Sqrt(effects.Length);
        state.Scales[term] = Math.Exp(SliceSampler.Next(random, Math.Log(state.Scales[term]), width, density));
    }

    private void UpdateScaleGivenStandardised(GibbsState state, RandomSource random, int term)
    {
        var levelOf = _design.Terms[term].LevelOf;
        var effects = state.Effects[term];
        var scale = state.Scales[term];
        var quadratic = 0.0;
        var slope = 0.0;
        for (var row = 0; row < levelOf.Length; row++)
        {
            var standardised = effects[levelOf[row]] / scale;
            var w = state.Precision[row];
            quadratic += w * standardised * standardised;
            slope += standardised * (_halfSurplus[row] - (w * state.Predictor[row]));
        }

        var density = new StandardisedScale(_priors[term], quadratic, slope + (scale * quadratic));
        var next = Math.Exp(SliceSampler.Next(random, Math.Log(scale), 1 / Math.Sqrt(1 + (scale * scale * quadratic)), density));
        var growth = (next / scale) - 1;
        for (var row = 0; row < levelOf.Length; row++)
        {
            state.Predictor[row] += growth * effects[levelOf[row]];
        }

        for (var level = 0; level < effects.Length; level++)
        {
            effects[level] += growth * effects[level];
        }

        state.Scales[term] = next;
    }

    /// <summary>Moves each level of a term one way and the levels nested in it the other way.</summary>
    private void UpdateShifts(GibbsState state, RandomSource random, int child)
    {
        var own = 1 / (state.Scales[child] * state.Scales[child]);
        ShiftIntercept(state, random, child, own);
        var parents = _design.Terms[child].ParentLevels;
        for (var parent = 0; parent < parents.Length; parent++)
        {
            if (parents[parent] is { } parentOf)
            {
                Shift(state, random, child, parent, parentOf);
            }
        }
    }

    private void ShiftIntercept(GibbsState state, RandomSource random, int child, double own)
    {
        var effects = state.Effects[child];
        var sum = 0.0;
        foreach (var effect in effects)
        {
            sum += effect;
        }

        var precision = _interceptPrecision + (effects.Length * own);
        var pull = (own * sum) - (_interceptPrecision * state.Intercept);
        var change = (pull / precision) + (RandomVariates.Normal(random) / Math.Sqrt(precision));
        state.Intercept += change;
        for (var level = 0; level < effects.Length; level++)
        {
            effects[level] -= change;
        }
    }

    private static void Shift(GibbsState state, RandomSource random, int child, int parent, int[] parentOf)
    {
        unchecked
        {
            var own = 1 / (state.Scales[child] * state.Scales[child]);
            var above = 1 / (state.Scales[parent] * state.Scales[parent]);
            var effects = state.Effects[child];
            var upper = state.Effects[parent];
            var work = state.Work[parent];
            Array.Clear(work);
            for (var level = 0; level < effects.Length; level++)
            {
                var at = 2 * parentOf[level];
                work[at] += own;
                work[at + 1] += own * effects[level];
            }

            for (var level = 0; level < upper.Length; level++)
            {
                var precision = above + work[2 * level];
                var pull = work[(2 * level) + 1] - (above * upper[level]);
                var change = (pull / precision) + (RandomVariates.Normal(random) / Math.Sqrt(precision));
                upper[level] += change;
                work[2 * level] = change;
            }

            for (var level = 0; level < effects.Length; level++)
            {
                effects[level] -= work[2 * parentOf[level]];
            }
        }
    }

    /// <summary>ln density of x = ln s given L effects with sum of squares S: -L x - S e^(-2x)/2, the prior of s, and x for the change of variable.</summary>
    private readonly struct CentredScale(ScalePrior prior, int count, double squares) : ILogDensity
    {
        public double At(double x) => ((1 - count) * x) - (squares * Math.Exp(-2 * x) / 2) + prior.LogDensity(Math.Exp(x));
    }

    /// <summary>ln density of x = ln s given the standardised effects: -A s²/2 + B s, the prior of s, and x for the change of variable.</summary>
    private readonly struct StandardisedScale(ScalePrior prior, double quadratic, double linear) : ILogDensity
    {
        public double At(double x)
        {
            var scale = Math.Exp(x);
            return x + (linear * scale) - (quadratic * scale * scale / 2) + prior.LogDensity(scale);
        }
    }
}
