namespace Tare.Records;

/// <summary>What the agent is told of its budget.</summary>
public enum BudgetDisclosure
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The budget, once, at the start.</summary>
    AtStart,

    /// <summary>The budget at the start, and what is left with every tool result.</summary>
    Live,
}
