namespace Tare.Psychometrics;

/// <summary>One ability group of an item's residual curve.</summary>
/// <param name="Ability">Mean ability of the group's persons who answered, logits.</param>
/// <param name="Answers">Answers: one a person, or one for each facet level, with frequencies.</param>
/// <param name="Trials">Their trials.</param>
/// <param name="Observed">Share of right answers.</param>
/// <param name="Expected">The share that the model expects.</param>
/// <param name="StandardError">Of the observed share under the model, abilities taken as known.</param>
public sealed record ResidualGroup(double Ability, double Answers, double Trials, double Observed, double Expected, double StandardError);
