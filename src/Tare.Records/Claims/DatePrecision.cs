namespace Tare.Records;

/// <summary>How much of a date is known.</summary>
public enum DatePrecision
{
    /// <summary>Nothing.</summary>
    Unknown,

    /// <summary>The year.</summary>
    Year,

    /// <summary>The month.</summary>
    Month,

    /// <summary>The day.</summary>
    Day,

    /// <summary>The minute, UTC.</summary>
    Minute,
}
