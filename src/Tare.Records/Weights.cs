namespace Tare.Records;

/// <summary>Whether a model's weights can be downloaded: one of four axes that are never merged.</summary>
public enum Weights
{
    /// <summary>No source says.</summary>
    Unknown,

    /// <summary>The weights can be downloaded, whatever the licence says of their use.</summary>
    Open,

    /// <summary>The model is reached through an interface only, or not at all.</summary>
    Closed,
}
