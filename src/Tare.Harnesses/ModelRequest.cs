using Tare.Records;

namespace Tare.Harnesses;

/// <summary>One question to a model.</summary>
/// <param name="System">The system prompt.</param>
/// <param name="Messages">The conversation, oldest first.</param>
/// <param name="Tools">The tools that it may call.</param>
/// <param name="Configuration">How it is asked; the output limit already fits what is left of the budget.</param>
public sealed record ModelRequest(
    string System,
    IReadOnlyList<ModelMessage> Messages,
    IReadOnlyList<ToolDefinition> Tools,
    ModelConfiguration Configuration
);
