namespace Tare.Records;

/// <summary>One answer of a model.</summary>
/// <param name="Text">What it wrote; empty where it wrote nothing.</param>
/// <param name="ToolCalls">The tools that it asks for, in its order.</param>
/// <param name="Finish">Why it ended.</param>
public sealed record ModelAnswer(string Text, IReadOnlyList<ToolCall> ToolCalls, FinishReason Finish)
{
    /// <summary>Reasoning that the provider shows, or <see langword="null"/>.</summary>
    public string? Reasoning { get; init; }

    /// <summary>Tokens as the provider counted them, or <see langword="null"/> where it does not say: unknown is not zero.</summary>
    public TokenUsage? Usage { get; init; }

    /// <summary>The model that answered, as the provider names it, or <see langword="null"/>.</summary>
    public string? Model { get; init; }

    /// <summary>What the provider must get back unchanged with the next request (signed reasoning), as JSON, or <see langword="null"/>.</summary>
    public string? ProviderState { get; init; }
}
