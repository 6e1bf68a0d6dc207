namespace Tare.Psychometrics;

/// <summary>The linear predictor and its priors.</summary>
public sealed record ManyFacetOptions
{
    /// <summary>The terms of eta beside the intercept, at least one.</summary>
    public required IReadOnlyList<FacetTerm> Terms { get; init; }

    /// <summary>What the terms call the column of the persons. Default <c>person</c>.</summary>
    public string PersonColumn { get; init; } = "person";

    /// <summary>What the terms call the column of the items. Default <c>item</c>.</summary>
    public string ItemColumn { get; init; } = "item";

    /// <summary>Prior of each random term's standard deviation, for the posterior. Default: variance inverse gamma (1, 0.05).</summary>
    public ScalePrior Prior { get; init; } = new ScalePrior.InverseGammaVariance(1, 0.05);

    /// <summary>Standard deviation of the intercept's normal prior, logits, positive, for the posterior. Default 10.</summary>
    public double InterceptWidth { get; init; } = 10;

    /// <summary>Level of all intervals, in (0, 1). Default 0.9.</summary>
    public double IntervalLevel { get; init; } = 0.9;

    /// <summary>Terms with more levels than this get a standard deviation but no effects. Default 2,000.</summary>
    public int MostEffects { get; init; } = 2000;
}
