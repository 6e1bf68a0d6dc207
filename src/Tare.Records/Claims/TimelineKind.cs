namespace Tare.Records;

/// <summary>What sort of event it was.</summary>
public enum TimelineKind
{
    /// <summary>A model or program came out.</summary>
    Release,

    /// <summary>A text came out.</summary>
    Publication,

    /// <summary>A public body acted.</summary>
    Policy,

    /// <summary>Money, customers, prices.</summary>
    Market,

    /// <summary>Something was built.</summary>
    Engineering,
}
