namespace Tare.Records;

/// <summary>What a plan demands of the place where commands run.</summary>
public enum PlannedIsolation
{
    /// <summary>Every guarantee, or the run does not start.</summary>
    Strict,

    /// <summary>Name spaces; weaker guarantees are named in the run's warnings.</summary>
    BestEffort,

    /// <summary>No isolation at all: for tasks and models that are trusted.</summary>
    None,
}
