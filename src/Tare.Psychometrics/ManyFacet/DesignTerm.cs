namespace Tare.Psychometrics;

/// <summary>A term laid over the responses.</summary>
/// <param name="Term">What was asked for.</param>
/// <param name="LevelOf">Level of each response.</param>
/// <param name="Labels">Names of each level, in the order of the term's columns.</param>
/// <param name="ParentLevels">For each other term that this one is nested in: the parent level of each of its levels; otherwise null.</param>
internal sealed record DesignTerm(FacetTerm Term, int[] LevelOf, IReadOnlyList<string>[] Labels, int[]?[] ParentLevels)
{
    internal int Count => Labels.Length;
}
