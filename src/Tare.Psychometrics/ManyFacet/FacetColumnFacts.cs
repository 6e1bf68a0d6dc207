namespace Tare.Psychometrics;

/// <summary>One column of the design.</summary>
/// <param name="Name"><c>person</c>, <c>item</c> or a facet.</param>
/// <param name="Levels">How many levels it has.</param>
/// <param name="AllRight">Levels without a failure: only the prior bounds their effect from above.</param>
/// <param name="AllWrong">Levels without a success: only the prior bounds their effect from below.</param>
public sealed record FacetColumnFacts(string Name, int Levels, IReadOnlyList<string> AllRight, IReadOnlyList<string> AllWrong);
