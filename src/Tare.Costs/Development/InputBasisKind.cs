namespace Tare.Costs;

/// <summary>Whether a source states an input.</summary>
public enum InputBasisKind
{
    /// <summary>No source states it.</summary>
    Assumption = 0,

    /// <summary>A source states it.</summary>
    Sourced = 1,
}
