namespace Tare.Psychometrics;

/// <summary>An item that a plan asks for.</summary>
/// <param name="Id">Identifier.</param>
/// <param name="Group">Content group, if it has one.</param>
/// <param name="Information">Fisher information at the plan's ability, per squared logit.</param>
/// <param name="Probability">Probability of a right answer at that ability.</param>
/// <param name="StandardErrorAfter">Standard error after this and all items before it, if the estimate stayed where it is; logits.</param>
public sealed record PlannedItem(string Id, string? Group, double Information, double Probability, double StandardErrorAfter);
