namespace Tare.Records;

/// <summary>A yes or no that may not be known.</summary>
public enum Answered
{
    /// <summary>Nobody looked.</summary>
    Unknown,

    /// <summary>Yes.</summary>
    Yes,

    /// <summary>No.</summary>
    No,
}
