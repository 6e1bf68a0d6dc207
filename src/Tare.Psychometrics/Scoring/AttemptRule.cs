namespace Tare.Psychometrics;

/// <summary>How several trials of one person at one item become one response.</summary>
public enum AttemptRule
{
    /// <summary>k of n as it is: the share of trials that succeed.</summary>
    Mean,

    /// <summary>Whether at least one of two trials succeeds, averaged over all pairs of the n.</summary>
    PassAtTwo,

    /// <summary>Whether at least one of all n trials succeeds: the best attempt.</summary>
    Best,
}
