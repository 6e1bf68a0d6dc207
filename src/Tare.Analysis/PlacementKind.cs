namespace Tare.Analysis;

/// <summary>What can be said of a model that is placed on a scale.</summary>
public enum PlacementKind
{
    /// <summary>A value with an interval.</summary>
    Placed,

    /// <summary>Every score is at the top: only a lower bound.</summary>
    AtLeast,

    /// <summary>Every score is at the bottom: only an upper bound.</summary>
    AtMost,

    /// <summary>Too few scores to place it.</summary>
    NotIdentified,
}
