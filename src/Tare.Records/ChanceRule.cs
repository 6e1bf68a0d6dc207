namespace Tare.Records;

/// <summary>Whether what guessing gives is taken out of scores.</summary>
public enum ChanceRule
{
    /// <summary>Scores stay as the evidence has them.</summary>
    AsPublished,

    /// <summary>
    /// What a publisher took out is put back: share = c + (1 - c) x score, where the evidence knows the chance level c. Scores of benchmarks without
    /// a known level stay as they are, and are counted.
    /// </summary>
    Undone,
}
