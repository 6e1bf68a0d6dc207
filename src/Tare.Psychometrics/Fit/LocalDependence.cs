namespace Tare.Psychometrics;

/// <summary>Yen's (1984) Q3: correlations of pairs of items' residuals, once ability is taken out.</summary>
/// <param name="Pairs">The pairs furthest from the expected correlation, furthest first.</param>
/// <param name="Expected">-1 / (items - 1): what residuals of independent items correlate at, since ability was estimated from them (Yen 1993).</param>
/// <param name="Mean">Mean over all pairs compared.</param>
/// <param name="PairsCompared">Pairs with 20 persons in common, enough of them near both items.</param>
/// <param name="PairsSkipped">The other pairs of calibrated items.</param>
/// <param name="Flagged">Pairs whose P is below 0.05.</param>
/// <param name="PersonsUsed">Persons that the correlations rest on.</param>
/// <param name="PersonsAll">Persons who could have been used; more than those used where the work was bounded.</param>
/// <param name="Reason">Why pairs were not compared; <see langword="null"/> where they were.</param>
public sealed record LocalDependence(
    IReadOnlyList<ItemPair> Pairs,
    double? Expected,
    double? Mean,
    long PairsCompared,
    long PairsSkipped,
    long Flagged,
    int PersonsUsed,
    int PersonsAll,
    string? Reason
);
