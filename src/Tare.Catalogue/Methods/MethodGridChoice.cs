namespace Tare.Catalogue;

/// <summary>A choice of a grid.</summary>
/// <param name="Name">The choice, lower case words.</param>
/// <param name="Alternatives">At least one.</param>
public sealed record MethodGridChoice(string Name, IReadOnlyList<MethodGridAlternative> Alternatives);
