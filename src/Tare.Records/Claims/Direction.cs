namespace Tare.Records;

/// <summary>Which way a quantity is expected to go.</summary>
public enum Direction
{
    /// <summary>Not said.</summary>
    Unknown,

    /// <summary>It grows.</summary>
    Rises,

    /// <summary>It shrinks.</summary>
    Falls,

    /// <summary>It holds.</summary>
    Stays,
}
