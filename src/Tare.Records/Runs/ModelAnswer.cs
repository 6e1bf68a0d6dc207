namespace Tare.Records;

/// <summary>One finished answer of a model, as the journal keeps it: it was paid for, and is never asked for again.</summary>
/// <param name="Text">What it said, may be empty.</param>
/// <param name="ToolCalls">The tools that it asks for, in order.</param>
/// <param name="Usage">Tokens as the provider reports them.</param>
/// <param name="FinishReason">The provider's word for why it stopped, or <see langword="null"/> where it gave none.</param>
public sealed record ModelAnswer(string Text, IReadOnlyList<ToolCall> ToolCalls, TokenUsage Usage, string? FinishReason)
{
    /// <summary>Reasoning text, where the provider shows it.</summary>
    public string? Reasoning { get; init; }

    /// <summary>Cost by the price book, US dollars, or <see langword="null"/> where the price is unknown.</summary>
    public decimal? CostUsd { get; init; }

    /// <summary>Retries before it came.</summary>
    public int Retries { get; init; }
}
