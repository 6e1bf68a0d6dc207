namespace Tare.Records;

/// <summary>The four comparisons that are never merged into one.</summary>
public enum Axis
{
    /// <summary>Open against closed weights.</summary>
    Weights,

    /// <summary>Country of the developer.</summary>
    Country,

    /// <summary>What the licence permits.</summary>
    Licence,

    /// <summary>One named model against the leading group.</summary>
    Model,
}
