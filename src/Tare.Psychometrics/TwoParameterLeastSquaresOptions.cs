namespace Tare.Psychometrics;

/// <summary>Options of <see cref="TwoParameterLeastSquares"/>. The defaults are those of Epoch's Capabilities Index.</summary>
public sealed record TwoParameterLeastSquaresOptions
{
    /// <summary>Weight λ of the ridge: λ / (2 P) times the sum of squares of the P free parameters. Default 0.1.</summary>
    public double Ridge { get; init; } = 0.1;

    /// <summary>Responses are clipped to [clip, 1 - clip] before the fit, a share in [0, 0.5). Default 0.001.</summary>
    public double Clip { get; init; } = 0.001;

    /// <summary>The item whose discrimination is fixed at 1, or <see langword="null"/> to pin none.</summary>
    public string? PinnedItem { get; init; }

    /// <summary>Bound on |ability| and |difficulty|, logits. Default 10.</summary>
    public double LocationBound { get; init; } = 10;

    /// <summary>Lower bound of a discrimination. Default 0.1.</summary>
    public double DiscriminationMin { get; init; } = 0.1;

    /// <summary>Upper bound of a discrimination. Default 10.</summary>
    public double DiscriminationMax { get; init; } = 10;

    /// <summary>The fit has converged when the projected gradient's largest component is below this. Default 1e-10.</summary>
    public double Tolerance { get; init; } = 1e-10;

    /// <summary>Largest number of steps. Default 500.</summary>
    public int MaximumIterations { get; init; } = 500;
}
