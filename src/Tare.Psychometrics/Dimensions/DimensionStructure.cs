namespace Tare.Psychometrics;

/// <summary>How the dimensions of ability relate, given the domain of each item.</summary>
public enum DimensionStructure
{
    /// <summary>A general ability that every item measures, and one ability for each domain; all independent (Gibbons and Hedeker 1992).</summary>
    Bifactor,

    /// <summary>One ability for each domain, correlated; an item measures its own domain's alone (simple structure).</summary>
    Correlated,
}
