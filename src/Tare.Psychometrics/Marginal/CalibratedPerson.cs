namespace Tare.Psychometrics;

/// <summary>A person's ability.</summary>
/// <param name="Id">Identifier of the person.</param>
/// <param name="Ability">θ, logits, with its standard error.</param>
public sealed record CalibratedPerson(string Id, Estimate Ability);
