namespace Tare.Records;

/// <summary>What ended the agent's part of an attempt.</summary>
public enum StopReason
{
    /// <summary>The agent said that it is done.</summary>
    Finished,

    /// <summary>The agent asked for no tool, again after a nudge.</summary>
    NoToolCall,

    /// <summary>The token budget.</summary>
    Tokens,

    /// <summary>The budget of model calls.</summary>
    Turns,

    /// <summary>The cost budget.</summary>
    Cost,

    /// <summary>The budget of elapsed time.</summary>
    Time,

    /// <summary>The model's context is full.</summary>
    Context,

    /// <summary>A fault; see the attempt's error.</summary>
    Fault,
}
