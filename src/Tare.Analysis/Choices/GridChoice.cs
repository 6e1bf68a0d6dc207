namespace Tare.Analysis;

/// <summary>A choice of a grid, and what can be chosen.</summary>
/// <param name="Name">The choice.</param>
/// <param name="Alternatives">Its alternatives, by name.</param>
public sealed record GridChoice(string Name, IReadOnlyList<string> Alternatives);
