namespace Tare.Records;

/// <summary>What a judge decided.</summary>
public enum PredictionOutcome
{
    /// <summary>It came true.</summary>
    True,

    /// <summary>It did not.</summary>
    False,

    /// <summary>It can no longer be judged: its terms lost their meaning.</summary>
    Void,
}
