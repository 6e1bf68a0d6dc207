namespace Tare.Psychometrics;

/// <summary>How <see cref="SubsetImputation"/> fills in.</summary>
public sealed record ImputationOptions
{
    /// <summary>Level of the prediction intervals, in (0, 1). Default 0.9.</summary>
    public double Level { get; init; } = 0.9;

    /// <summary>Estimator of the person's ability. Default the posterior mean under the other persons' population, finite for every response pattern.</summary>
    public ScoringMethod Ability { get; init; } = ScoringMethod.ExpectedAPosteriori;

    /// <summary>Threads; 0 means one for each processor. The result does not depend on it.</summary>
    public int Threads { get; init; }
}
