namespace Tare.Records;

/// <summary>A tool that a model asks for.</summary>
/// <param name="Id">The provider's identifier of the call.</param>
/// <param name="Name">The tool's name.</param>
/// <param name="Arguments">The arguments as the model wrote them, JSON where it obeyed.</param>
public sealed record ToolCall(string Id, string Name, string Arguments);
