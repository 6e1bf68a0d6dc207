namespace Tare.Psychometrics;

/// <summary>One answer to a known item: right answers and trials, both times importance.</summary>
internal readonly record struct ScoredAnswer(ItemParameters Item, double Right, double Trials);
