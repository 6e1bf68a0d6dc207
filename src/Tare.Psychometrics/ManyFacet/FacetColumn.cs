namespace Tare.Psychometrics;

/// <summary>One column of the design: the name, its levels in order, and each response's level.</summary>
internal sealed record FacetColumn(string Name, IReadOnlyList<string> Levels, int[] LevelOf);
