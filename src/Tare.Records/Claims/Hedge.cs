namespace Tare.Records;

/// <summary>How much the holder qualifies a claim.</summary>
public enum Hedge
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>Somewhat.</summary>
    Some,

    /// <summary>Strongly.</summary>
    Strong,
}
