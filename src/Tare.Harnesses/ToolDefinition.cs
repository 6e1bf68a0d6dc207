namespace Tare.Harnesses;

/// <summary>A tool as the model is told of it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Description">What it does.</param>
/// <param name="Parameters">JSON schema of its arguments.</param>
public sealed record ToolDefinition(string Name, string Description, string Parameters);
