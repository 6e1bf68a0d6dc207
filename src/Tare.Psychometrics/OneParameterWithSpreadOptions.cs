namespace Tare.Psychometrics;

/// <summary>Options of <see cref="OneParameterWithSpread"/>.</summary>
public sealed record OneParameterWithSpreadOptions
{
    /// <summary>Standard deviation σ of task difficulty inside an item, logits, not negative. Default 3.</summary>
    public double Sigma { get; init; } = 3;

    /// <summary>Nodes of the Gauss-Hermite rule for the integral over tasks, at least 31. Default 61.</summary>
    public int Nodes { get; init; } = 61;

    /// <summary>Bound on |ability| and |difficulty|, logits; without a prior a person who has everything right has no finite ability. Default 40.</summary>
    public double LocationBound { get; init; } = 40;

    /// <summary>The fit has converged when the projected gradient's largest component is below this. Default 1e-10.</summary>
    public double Tolerance { get; init; } = 1e-10;

    /// <summary>Largest number of steps. Default 500.</summary>
    public int MaximumIterations { get; init; } = 500;
}
