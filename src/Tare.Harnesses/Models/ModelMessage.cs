using Tare.Records;

namespace Tare.Harnesses;

/// <summary>One entry of a conversation with a model.</summary>
public abstract record ModelMessage
{
    private ModelMessage() { }

    /// <summary>What the harness tells the model about its place; the first entry.</summary>
    /// <param name="Text">The text.</param>
    public sealed record Instructions(string Text) : ModelMessage;

    /// <summary>What the harness says in the user's place.</summary>
    /// <param name="Text">The text.</param>
    public sealed record FromUser(string Text) : ModelMessage;

    /// <summary>What the model answered before.</summary>
    /// <param name="Answer">The answer.</param>
    public sealed record FromModel(ModelAnswer Answer) : ModelMessage;

    /// <summary>What a tool returned.</summary>
    /// <param name="CallId">Identifier of the call.</param>
    /// <param name="Text">Its result as text.</param>
    public sealed record FromTool(string CallId, string Text) : ModelMessage;
}
