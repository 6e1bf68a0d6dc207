namespace Tare.Records;

/// <summary>What ended the agent's part of an attempt. The work folder is scored after each of them but the last three.</summary>
public enum StopReason
{
    /// <summary>The agent said that it is done.</summary>
    Finished,

    /// <summary>The agent called no tool, was reminded as often as the harness allows, and called none again.</summary>
    NoToolCall,

    /// <summary>The token budget is spent.</summary>
    TokenBudget,

    /// <summary>The number of model calls is spent.</summary>
    TurnBudget,

    /// <summary>The cost budget is spent.</summary>
    CostBudget,

    /// <summary>The wall-clock budget is spent.</summary>
    TimeBudget,

    /// <summary>The model's context is full.</summary>
    Context,

    /// <summary>The provider did not answer, after all retries.</summary>
    ProviderFault,

    /// <summary>The sandbox failed.</summary>
    SandboxFault,

    /// <summary>The run was interrupted; the attempt is to be resumed.</summary>
    Interrupted,
}
