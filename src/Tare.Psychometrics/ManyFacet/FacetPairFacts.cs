namespace Tare.Psychometrics;

/// <summary>How two columns cross.</summary>
/// <param name="First">One column.</param>
/// <param name="Second">The other.</param>
/// <param name="Cells">Pairs of levels that could have met.</param>
/// <param name="EmptyCells">Pairs of levels that never met in a response.</param>
/// <param name="Components">
/// Groups of levels that hang together by these two columns alone, each level written <c>column 'level'</c>. Of two groups or more, differences
/// between them in one column cannot be told from differences in the other but for the assumed normal spread.
/// </param>
public sealed record FacetPairFacts(
    string First,
    string Second,
    long Cells,
    IReadOnlyList<(string First, string Second)> EmptyCells,
    IReadOnlyList<IReadOnlyList<string>> Components
);
