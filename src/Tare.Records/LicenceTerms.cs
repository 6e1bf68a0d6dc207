namespace Tare.Records;

/// <summary>What the licence of open weights permits; an axis of its own beside <see cref="Weights"/>.</summary>
public enum LicenceTerms
{
    /// <summary>No source says.</summary>
    Unknown,

    /// <summary>Open weights under a permissive licence.</summary>
    Permissive,

    /// <summary>Open weights whose licence restricts some uses, by field, size or region.</summary>
    Restricted,

    /// <summary>Open weights whose licence forbids commercial use.</summary>
    NonCommercial,

    /// <summary>No weights are released.</summary>
    Closed,
}
