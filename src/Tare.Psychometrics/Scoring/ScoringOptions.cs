namespace Tare.Psychometrics;

/// <summary>How <see cref="AbilityScoring"/> estimates.</summary>
public sealed record ScoringOptions
{
    /// <summary>The estimator.</summary>
    public ScoringMethod Method { get; init; } = ScoringMethod.WeightedLikelihood;

    /// <summary>Mean of the population, logits; used by the two posterior methods.</summary>
    public double PopulationMean { get; init; }

    /// <summary>Standard deviation of the population, logits, positive; used by the two posterior methods.</summary>
    public double PopulationDeviation { get; init; } = 1;

    /// <summary>Estimates are sought in -Limit ... Limit, logits; one that would lie outside is not identified.</summary>
    public double Limit { get; init; } = 20;
}
