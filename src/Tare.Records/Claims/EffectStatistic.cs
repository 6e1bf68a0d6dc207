namespace Tare.Records;

/// <summary>What the figure of an effect summarises.</summary>
public enum EffectStatistic
{
    /// <summary>The claim does not say.</summary>
    Unknown,

    /// <summary>A mean, a median or an effect said to hold in general.</summary>
    Typical,

    /// <summary>The largest of several.</summary>
    Maximum,

    /// <summary>One named case.</summary>
    Single,
}
