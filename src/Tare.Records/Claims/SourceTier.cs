namespace Tare.Records;

/// <summary>How near a publication stands to what it reports.</summary>
public enum SourceTier
{
    /// <summary>Not judged.</summary>
    Unknown,

    /// <summary>The party itself, or the measurement itself.</summary>
    Primary,

    /// <summary>Specialist press, analysts, newsletters.</summary>
    Industry,

    /// <summary>Forums, unreviewed posts.</summary>
    Community,
}
