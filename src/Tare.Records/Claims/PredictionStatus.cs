namespace Tare.Records;

/// <summary>Where a prediction stands at an instant.</summary>
public enum PredictionStatus
{
    /// <summary>The deadline has not come and nobody has judged.</summary>
    Open,

    /// <summary>Judged true.</summary>
    True,

    /// <summary>Judged false.</summary>
    False,

    /// <summary>The deadline passed without a judgement.</summary>
    ExpiredUnresolved,

    /// <summary>Judged void, or replaced before any forecast.</summary>
    Void,
}
