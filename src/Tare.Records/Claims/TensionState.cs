namespace Tare.Records;

/// <summary>Where a tension stands.</summary>
public enum TensionState
{
    /// <summary>Both sides hold.</summary>
    Open,

    /// <summary>The sides moved towards each other.</summary>
    Narrowed,

    /// <summary>One side was shown to be right.</summary>
    Resolved,

    /// <summary>The sides were talking about different things.</summary>
    Dissolved,
}
