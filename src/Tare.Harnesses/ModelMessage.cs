using Tare.Records;

namespace Tare.Harnesses;

/// <summary>One message of a conversation.</summary>
public abstract record ModelMessage
{
    private ModelMessage() { }

    /// <summary>What the harness says.</summary>
    /// <param name="Text">The text.</param>
    public sealed record User(string Text) : ModelMessage;

    /// <summary>What the model said.</summary>
    /// <param name="Answer">Its answer.</param>
    public sealed record Assistant(ModelAnswer Answer) : ModelMessage;

    /// <summary>What a tool gave.</summary>
    /// <param name="CallId">Identifier of the tool call that it answers.</param>
    /// <param name="Text">The text.</param>
    public sealed record ToolResult(string CallId, string Text) : ModelMessage;
}
