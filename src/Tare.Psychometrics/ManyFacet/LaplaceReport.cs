using Tare.Numerics;

namespace Tare.Psychometrics;

/// <summary>From the maximum of the marginal likelihood to a calibration.</summary>
internal static class LaplaceReport
{
    internal static ManyFacetCalibration Of(
        ManyFacetDesign design,
        ManyFacetOptions options,
        FacetDesignFacts facts,
        LaplaceEstimator estimator,
        int threads,
        CancellationToken cancel
    )
    {
        var z = StandardNormal.Quantile((1 + options.IntervalLevel) / 2);
        var problem = estimator.Problem;
        var errors = estimator.StandardErrors(threads, cancel);
        var components = problem.RandomTerms.Select((t, k) => Component(design.Terms[t].Term.Name, estimator, errors, k, z)).ToArray();
        var (conditional, interceptError) = problem.StandardErrors();
        var effects = design.Terms.Select(
            (term, t) =>
                new TermEffects(
                    term.Term,
                    term.Count > options.MostEffects
                        ? []
                        : [.. term.Labels.Select((label, level) => Effect(label, problem.EffectsOf(t)[level], conditional[t][level], z))],
                    []
                )
        );
        return new ManyFacetCalibration
        {
            Options = options,
            Intercept = Effect([], problem.Intercept, interceptError, z),
            Components = components,
            Effects = [.. effects],
            Facts = facts,
            Laplace = new LaplaceEvidence(estimator.Reached, estimator.Evaluations, -estimator.Objective, estimator.GradientNorm),
        };
    }

    /// <summary>Half width in the logarithm beyond which no bounds are given: a factor of a thousand to either side.</summary>
    private static readonly double s_flat = Math.Log(1000);

    private static VarianceComponent Component(string name, LaplaceEstimator estimator, double[]? errors, int k, double z)
    {
        if (!estimator.IsFree(k))
        {
            return new VarianceComponent(name, 0, null, null);
        }

        // A component at the edge of 0: the likelihood is flat in the logarithm, and a symmetric interval there says nothing.
        var center = estimator.LogScales[k];
        return errors is null || z * errors[k] > s_flat
            ? new VarianceComponent(name, Math.Exp(center), null, null)
            : new VarianceComponent(name, Math.Exp(center), Math.Exp(center - (z * errors[k])), Math.Exp(center + (z * errors[k])));
    }

    private static LevelEffect Effect(IReadOnlyList<string> label, double value, double error, double z) =>
        new(label, value, error, value - (z * error), value + (z * error));
}
