namespace Tare.Records;

/// <summary>What happens to a score outside the stated range. The number of scores concerned is always printed.</summary>
public enum OutOfRangeRule
{
    /// <summary>It is moved to the nearer end.</summary>
    Clip,

    /// <summary>It is left out.</summary>
    Drop,
}
