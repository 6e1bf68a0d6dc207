namespace Tare.Psychometrics;

/// <summary>An item of several dimensions: logit P = general slope × general ability + domain slope × domain ability + intercept.</summary>
/// <param name="Id">Identifier of the item.</param>
/// <param name="Domain">Its domain.</param>
/// <param name="GeneralSlope">Slope on the general ability, per logit; 0 by definition where the structure has none.</param>
/// <param name="DomainSlope">Slope on the domain's ability, per logit.</param>
/// <param name="Intercept">Intercept, logits; minus slope times difficulty.</param>
public sealed record DimensionItem(string Id, string Domain, Estimate GeneralSlope, Estimate DomainSlope, Estimate Intercept);
