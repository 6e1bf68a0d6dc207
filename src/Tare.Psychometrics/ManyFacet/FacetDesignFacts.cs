namespace Tare.Psychometrics;

/// <summary>What the design can and cannot tell, whatever the estimator.</summary>
/// <param name="Columns">The columns that the terms use.</param>
/// <param name="Pairs">Each pair of them.</param>
public sealed record FacetDesignFacts(IReadOnlyList<FacetColumnFacts> Columns, IReadOnlyList<FacetPairFacts> Pairs);
