namespace Tare.Psychometrics;

/// <summary>One response of the person in question: share of right answers, and trials.</summary>
internal readonly record struct RunItem(string Item, double Value, int Trials);
