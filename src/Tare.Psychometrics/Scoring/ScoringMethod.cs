namespace Tare.Psychometrics;

/// <summary>How an ability is estimated when the items are known.</summary>
public enum ScoringMethod
{
    /// <summary>Maximum likelihood. Not identified for all right or all wrong.</summary>
    MaximumLikelihood,

    /// <summary>Mode of the posterior under a normal population.</summary>
    MaximumAPosteriori,

    /// <summary>Mean of the posterior under a normal population.</summary>
    ExpectedAPosteriori,

    /// <summary>Warm's (1989) weighted likelihood: maximum likelihood without its bias of order 1 / items; finite for all right and all wrong.</summary>
    WeightedLikelihood,
}
