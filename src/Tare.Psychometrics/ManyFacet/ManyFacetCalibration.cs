namespace Tare.Psychometrics;

/// <summary>A many-facet fit: variance components and shrunken effects, with the evidence for it.</summary>
public sealed record ManyFacetCalibration
{
    /// <summary>The predictor and its priors.</summary>
    public required ManyFacetOptions Options { get; init; }

    /// <summary>The intercept, logits: the logit of an average response.</summary>
    public required LevelEffect Intercept { get; init; }

    /// <summary>The random terms' standard deviations, in the order of <see cref="ManyFacetOptions.Terms"/>.</summary>
    public required IReadOnlyList<VarianceComponent> Components { get; init; }

    /// <summary>The terms' effects, in the order of <see cref="ManyFacetOptions.Terms"/>.</summary>
    public required IReadOnlyList<TermEffects> Effects { get; init; }

    /// <summary>What the design can and cannot tell.</summary>
    public required FacetDesignFacts Facts { get; init; }

    /// <summary>Evidence of the chains; <see langword="null"/> for a Laplace estimate. Its intervals are then posterior quantiles.</summary>
    public PosteriorEvidence? Posterior { get; init; }

    /// <summary>
    /// Evidence of the maximum; <see langword="null"/> for a posterior. Its intervals are then normal in ln sd, and for effects normal given the
    /// estimated standard deviations, whose own uncertainty they leave out.
    /// </summary>
    public LaplaceEvidence? Laplace { get; init; }

    /// <summary>
    /// How well the terms predict a response left out, other responses of the same levels known; compare it between sets of terms on the same
    /// responses. <see langword="null"/> for a Laplace estimate and beyond 20,000 responses.
    /// </summary>
    public LeaveOneOut? LeaveOneOut { get; init; }
}
