namespace Tare.Psychometrics;

/// <summary>Whether an item is harder for one group than for test takers of the same ability in the other groups.</summary>
/// <param name="Item">The item.</param>
/// <param name="Level">The focal group.</param>
/// <param name="LogOdds">
/// ln of the Mantel-Haenszel odds ratio, logits: positive where the item is harder for the focal group than for others of the same ability.
/// </param>
/// <param name="Delta">-2.35 times that: the delta scale of the Educational Testing Service; <see langword="null"/> where there is no ratio.</param>
/// <param name="Class">Its class; <see langword="null"/> where there is no ratio.</param>
/// <param name="ChiSquared">Mantel's statistic, 1 degree of freedom, without continuity correction.</param>
/// <param name="P">Its probability where the item treats the groups alike.</param>
/// <param name="AdjustedP">The same after Benjamini and Hochberg (1995), over all items and levels compared.</param>
/// <param name="FocalTakers">Focal test takers who answered the item.</param>
/// <param name="ReferenceTakers">Others who answered the item.</param>
/// <param name="FocalShare">Share right in the focal group.</param>
/// <param name="ReferenceShare">Share right in the others, weighted by strata as the focal group is.</param>
public sealed record ItemDif(
    string Item,
    string Level,
    Estimate LogOdds,
    double? Delta,
    DifClass? Class,
    double ChiSquared,
    double P,
    double AdjustedP,
    double FocalTakers,
    double ReferenceTakers,
    double FocalShare,
    double ReferenceShare
);
