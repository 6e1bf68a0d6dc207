namespace Tare.Records;

/// <summary>A tool that a model asks for.</summary>
/// <param name="Id">The provider's identifier of the call.</param>
/// <param name="Name">Name of the tool, as the model wrote it.</param>
/// <param name="Arguments">Its arguments as the model wrote them: JSON, unless the model broke it.</param>
public sealed record ToolCall(string Id, string Name, string Arguments);
