namespace Tare.Records;

/// <summary>How a claim stands.</summary>
public enum ClaimStatus
{
    /// <summary>Somebody holds it; nothing more is known.</summary>
    Reported,

    /// <summary>Reported, and no primary source of it was opened.</summary>
    Unverified,

    /// <summary>At least two independent roots support it.</summary>
    Corroborated,

    /// <summary>Another holder takes the opposite stance, or a reviewer found a flaw.</summary>
    Contested,

    /// <summary>Primary evidence speaks against it.</summary>
    Contradicted,

    /// <summary>Its holder replaced it.</summary>
    Superseded,

    /// <summary>Its holder withdrew it.</summary>
    Retracted,
}
