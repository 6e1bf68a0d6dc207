namespace Tare.Records;

/// <summary>Why a version of a topic was cut.</summary>
public enum VersionTrigger
{
    /// <summary>Not known.</summary>
    Unknown,

    /// <summary>The items changed.</summary>
    NewItem,

    /// <summary>Something was wrong.</summary>
    Correction,

    /// <summary>It was due.</summary>
    Scheduled,
}
