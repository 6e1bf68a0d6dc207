using Tare.Numerics;

namespace Tare.Psychometrics;

/// <summary>The Laplace-approximated marginal likelihood of the terms' standard deviations, and its gradient.</summary>
/// <remarks>
/// With f(u) the joint log density of responses and random effects and H = -f'' at its maximum, ln L = f - ln|H|/2 - sum over terms of
/// (levels) ln s (Tierney and Kadane 1986). The intercept and fixed effects are maximised with u and stay out of |H|, as in glmer with nAGQ = 0
/// (Bates et al. 2015). The gradient in ln s includes the movement of the maximum.
/// </remarks>
internal sealed class LaplaceProblem
{
    private const int MostNewtonSteps = 100;
    private readonly ManyFacetDesign _design;
    private readonly int[] _offset;
    private readonly SparseCholesky _cholesky;
    private readonly double[] _weights;
    private readonly double[] _diagonal;
    private readonly double[] _predictor;
    private readonly double[] _trial;
    private readonly double[] _skew;
    private readonly double[] _forms;
    private readonly double[] _step;
    private readonly double[] _candidate;
    private readonly double _constant;

    internal LaplaceProblem(ManyFacetDesign design)
        : this(design, null) { }

    private LaplaceProblem(ManyFacetDesign design, SparseCholesky? layout)
    {
        _design = design;
        RandomTerms = [.. Enumerable.Range(0, design.Terms.Length).Where(t => design.Terms[t].Term.FixedWidth is null)];
        (_offset, Leading, var order) = Layout(design);
        Effects = new double[order];
        _diagonal = new double[order];
        _step = new double[order];
        _candidate = new double[order];
        _weights = new double[design.RowCount];
        _predictor = new double[design.RowCount];
        _trial = new double[design.RowCount];
        _skew = new double[design.RowCount];
        _forms = new double[design.RowCount];
        var width = design.Terms.Length + 1;
        var places = new int[design.RowCount * width];
        for (var row = 0; row < design.RowCount; row++)
        {
            for (var t = 0; t < design.Terms.Length; t++)
            {
                places[(row * width) + t] = _offset[t] + design.Terms[t].LevelOf[row];
            }

            places[(row * width) + width - 1] = order - 1;
            _constant += LogBinomial(design.Trials[row], design.Successes[row]);
        }

        _cholesky = layout?.OfSameLayout() ?? new SparseCholesky(order, places, width);
    }

    /// <summary>Terms whose standard deviation is estimated.</summary>
    internal int[] RandomTerms { get; }

    /// <summary>How many unknowns are random effects; they come first.</summary>
    internal int Leading { get; }

    /// <summary>The maximum of the joint density; where the last evaluation ended, and where the next one begins.</summary>
    internal double[] Effects { get; }

    /// <summary>Newton steps taken in all.</summary>
    internal int NewtonSteps { get; private set; }

    /// <summary>Another one for another thread.</summary>
    internal LaplaceProblem Copy() => new(_design, _cholesky);

    internal double Intercept => Effects[^1];

    internal ReadOnlySpan<double> EffectsOf(int term) => Effects.AsSpan(_offset[term], _design.Terms[term].Count);

    /// <summary>ln L and its gradient in ln s, both negated, for minimising.</summary>
    internal double Evaluate(ReadOnlySpan<double> logScales, Span<double> gradient)
    {
        SetDiagonal(logScales);
        var joint = Maximise();
        _cholesky.Invert(Leading);
        _cholesky.QuadraticForms(_forms);
        var value = joint - (_cholesky.LogDeterminant(Leading) / 2) + _constant;
        Array.Clear(_step);
        for (var row = 0; row < _forms.Length; row++)
        {
            Scatter(_step, row, _forms[row] * _skew[row]);
        }

        _cholesky.Solve(_step);
        for (var k = 0; k < RandomTerms.Length; k++)
        {
            var first = _offset[RandomTerms[k]];
            var count = _design.Terms[RandomTerms[k]].Count;
            value -= count * logScales[k];
            var sum = 0.0;
            for (var unknown = first; unknown < first + count; unknown++)
            {
                sum += (Effects[unknown] * (Effects[unknown] - _step[unknown])) + _cholesky.InverseDiagonal(unknown);
            }

            gradient[k] = count - (sum * _diagonal[first]);
        }

        return -value;
    }

    /// <summary>Where an expectation-maximisation step from the last evaluation would go: s² = mean of u² + Var(u).</summary>
    internal double ExpectedLogScale(int k)
    {
        var first = _offset[RandomTerms[k]];
        var count = _design.Terms[RandomTerms[k]].Count;
        var sum = 0.0;
        for (var unknown = first; unknown < first + count; unknown++)
        {
            sum += (Effects[unknown] * Effects[unknown]) + _cholesky.InverseDiagonal(unknown);
        }

        return Math.Log(sum / count) / 2;
    }

    /// <summary>Standard errors of all effects and the intercept given the standard deviations.</summary>
    internal (double[][] Terms, double Intercept) StandardErrors()
    {
        _cholesky.Invert(_cholesky.Order);
        var terms = _design.Terms.Select((term, t) => Enumerable.Range(_offset[t], term.Count).Select(Error).ToArray()).ToArray();
        return (terms, Error(_cholesky.Order - 1));
        double Error(int unknown) => Math.Sqrt(_cholesky.InverseDiagonal(unknown));
    }

    /// <summary>Random terms first, the term with the most levels at the very front: each of its levels meets the fewest others.</summary>
    private static (int[] Offset, int Leading, int Order) Layout(ManyFacetDesign design)
    {
        var order = 0;
        var leading = 0;
        var offset = new int[design.Terms.Length];
        var byCount = Enumerable
            .Range(0, offset.Length)
            .OrderBy(t => design.Terms[t].Term.FixedWidth is null ? 0 : 1)
            .ThenByDescending(t => design.Terms[t].Count);
        foreach (var t in byCount)
        {
            offset[t] = order;
            order += design.Terms[t].Count;
            leading = design.Terms[t].Term.FixedWidth is null ? order : leading;
        }

        return (offset, leading, order + 1);
    }

    private void SetDiagonal(ReadOnlySpan<double> logScales)
    {
        for (var t = 0; t < _design.Terms.Length; t++)
        {
            var k = Array.IndexOf(RandomTerms, t);
            var scale = _design.Terms[t].Term.FixedWidth ?? Math.Exp(logScales[k]);
            _diagonal.AsSpan(_offset[t], _design.Terms[t].Count).Fill(1 / (scale * scale));
        }
    }

    /// <summary>Newton's method with halving; leaves the factored H and the third derivatives of the likelihood behind.</summary>
    private double Maximise()
    {
        Predict(Effects, _predictor);
        var value = JointDensity(Effects, _predictor);
        for (var k = 0; k < MostNewtonSteps; k++)
        {
            Array.Clear(_step);
            for (var row = 0; row < _predictor.Length; row++)
            {
                var p = Logistic.Sigmoid(_predictor[row]);
                var trials = _design.Trials[row];
                _weights[row] = trials * p * Logistic.Sigmoid(-_predictor[row]);
                _skew[row] = _weights[row] * (1 - (2 * p));
                Scatter(_step, row, _design.Successes[row] - (trials * p));
            }

            for (var unknown = 0; unknown < _step.Length; unknown++)
            {
                _step[unknown] -= _diagonal[unknown] * Effects[unknown];
            }

            if (!_cholesky.TryFactor(_weights, _diagonal))
            {
                throw new NotIdentifiedException(
                    "The equations of the effects are singular: some effect cannot be told from another. Look for terms that say the same."
                );
            }

            var gradient = (double[])_step.Clone();
            _cholesky.Solve(_step);
            var promise = 0.0;
            for (var unknown = 0; unknown < _step.Length; unknown++)
            {
                promise += gradient[unknown] * _step[unknown];
            }

            NewtonSteps++;

            // The mode is then good to 1e-8 of its standard errors, so that ln|H|, which is not flat there, is smooth to as much.
            if (promise < 1e-16)
            {
                return value;
            }

            value = Move(value, promise);
        }

        return value;
    }

    private double Move(double value, double promise)
    {
        for (var length = 1.0; length > 1e-6; length /= 2)
        {
            for (var unknown = 0; unknown < _step.Length; unknown++)
            {
                _candidate[unknown] = Effects[unknown] + (length * _step[unknown]);
            }

            Predict(_candidate, _trial);
            var reached = JointDensity(_candidate, _trial);
            if (reached >= value + (1e-4 * length * promise) - (1e-12 * Math.Abs(value)))
            {
                _candidate.CopyTo(Effects, 0);
                _trial.CopyTo(_predictor, 0);
                return reached;
            }
        }

        return value;
    }

    private double JointDensity(double[] effects, double[] predictor)
    {
        var sum = 0.0;
        for (var unknown = 0; unknown < effects.Length; unknown++)
        {
            sum -= _diagonal[unknown] * effects[unknown] * effects[unknown] / 2;
        }

        for (var row = 0; row < predictor.Length; row++)
        {
            sum += _design.Successes[row] * predictor[row];
        }

        return sum - ScaleStep.SoftPlusSum(_design.TrialCounts, predictor, predictor, 0);
    }

    private void Predict(double[] effects, double[] predictor)
    {
        Array.Fill(predictor, effects[^1]);
        for (var t = 0; t < _offset.Length; t++)
        {
            var levelOf = _design.Terms[t].LevelOf;
            for (var row = 0; row < predictor.Length; row++)
            {
                predictor[row] += effects[_offset[t] + levelOf[row]];
            }
        }
    }

    private void Scatter(double[] target, int row, double amount)
    {
        for (var t = 0; t < _offset.Length; t++)
        {
            target[_offset[t] + _design.Terms[t].LevelOf[row]] += amount;
        }

        target[^1] += amount;
    }

    private static double LogBinomial(int trials, int successes)
    {
        var sum = 0.0;
        for (var k = 1; k <= successes; k++)
        {
            sum += Math.Log((double)(trials - successes + k) / k);
        }

        return sum;
    }
}
