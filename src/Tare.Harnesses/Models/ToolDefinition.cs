namespace Tare.Harnesses;

/// <summary>A tool that a model may ask for.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Description">What it does, for the model.</param>
/// <param name="ParametersSchema">JSON Schema of its arguments, one line.</param>
public sealed record ToolDefinition(string Name, string Description, string ParametersSchema);
