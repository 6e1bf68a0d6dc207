using Tare.Records;

namespace Tare.Harnesses;

/// <summary>One answer of a script.</summary>
/// <param name="Item">The items that it is for: a name in which <c>*</c> stands for any signs and <c>?</c> for one.</param>
internal sealed record ScriptLine(string Item)
{
    /// <summary>What the model writes.</summary>
    public string Text { get; init; } = "";

    /// <summary>The tools that it asks for: name, and arguments as raw text.</summary>
    public IReadOnlyList<(string Name, string Arguments)> Calls { get; init; } = [];

    /// <summary>Whether it carries out the item's solution through the tool <c>bash</c>.</summary>
    public bool Solution { get; init; }

    /// <summary>Whether it is given for ever, once it is reached.</summary>
    public bool Repeat { get; init; }

    /// <summary>Why the answer ends.</summary>
    public FinishReason Finish { get; init; }

    /// <summary>The tokens that it reports, or <see langword="null"/> where they are counted by the rule of <see cref="StatedUsage"/>.</summary>
    public TokenUsage? Usage { get; init; }
}
