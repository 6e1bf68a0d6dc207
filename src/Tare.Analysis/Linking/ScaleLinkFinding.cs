namespace Tare.Analysis;

/// <summary>A scale linked to a public one through models that are on both, or why it is not.</summary>
public sealed record ScaleLinkFinding
{
    /// <summary>What a point of the public scale is called.</summary>
    public required string Unit { get; init; }

    /// <summary>Why there is no line, one sentence; <see langword="null"/> where there is one. Without a line nothing is placed.</summary>
    public string? NotLinked { get; init; }

    /// <summary>The anchors, in the order of the models; also where they give no line.</summary>
    public IReadOnlyList<LinkAnchor> Anchors { get; init; } = [];

    /// <summary>Points of the public scale for one logit of the own one.</summary>
    public double Slope { get; init; }

    /// <summary>Standard error of the slope at the residual spread.</summary>
    public double SlopeStandardError { get; init; }

    /// <summary>Public points at own ability 0.</summary>
    public double Intercept { get; init; }

    /// <summary>Standard deviation of the anchors about the line beyond their standard errors, public points; 0 where these explain the residuals.</summary>
    public double ResidualSpread { get; init; }

    /// <summary>Sum of squared residuals over their known variances, at residual spread 0, expected near <see cref="DegreesOfFreedom"/>; <see langword="null"/> where an anchor has no error on either scale.</summary>
    public double? Misfit { get; init; }

    /// <summary>Anchors minus 2.</summary>
    public int DegreesOfFreedom { get; init; }

    /// <summary>Mean absolute error of each anchor predicted from the others, points; <see langword="null"/> where some of them give no line.</summary>
    public double? LeaveOneOutError { get; init; }

    /// <summary>The same where each anchor is put at the mean of the others: what the link has to beat.</summary>
    public double MeanOnlyError { get; init; }

    /// <summary>Every model that is no anchor, in the order given.</summary>
    public IReadOnlyList<LinkedAbility> Placed { get; init; } = [];

    /// <summary>What a reader has to know, complete sentences.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];
}
