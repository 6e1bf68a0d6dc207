namespace Tare.Records;

/// <summary>Whether a layer keeps keys and values, or one vector that serves as both.</summary>
public enum ValueStorage
{
    /// <summary>A key and a value are kept for each key-value head and token.</summary>
    Separate = 0,

    /// <summary>One vector serves as key and value (K = V).</summary>
    KeyIsValue = 1,
}
