namespace Tare.Costs;

/// <summary>One consortium, every term one number.</summary>
/// <param name="Members">n, at least 1.</param>
/// <param name="SharedFraction">sigma, in [0, 1].</param>
/// <param name="ResidualDuplication">delta, in [0, 1].</param>
/// <param name="CoordinationOverhead">kappa, at least 0.</param>
/// <param name="FinalRunRule">Who trains the final model.</param>
public sealed record ConsortiumTerms(
    int Members,
    double SharedFraction,
    double ResidualDuplication,
    double CoordinationOverhead,
    FinalRunRule FinalRunRule
);
