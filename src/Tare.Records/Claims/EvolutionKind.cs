namespace Tare.Records;

/// <summary>How a holder's stance moved from one version to the next.</summary>
public enum EvolutionKind
{
    /// <summary>The holder was not there before.</summary>
    FirstAppearance,

    /// <summary>The same stances.</summary>
    Consistent,

    /// <summary>The sign on a proposition changed.</summary>
    Reversed,

    /// <summary>The degree or the quantity on a proposition changed.</summary>
    Shifted,

    /// <summary>The words changed, the stances did not.</summary>
    Reworded,

    /// <summary>The holder is no longer there; the last stances are kept.</summary>
    Silent,
}
