namespace Tare.Psychometrics;

/// <summary>An item that was solved under one level of a facet and never under another, though it was tried there.</summary>
/// <param name="Item">The item.</param>
/// <param name="Level">The only level with a success.</param>
/// <param name="Successes">Successes there.</param>
/// <param name="Trials">Trials there.</param>
/// <param name="OtherTrials">Trials under all other levels, without a success.</param>
/// <param name="OtherLevels">How many other levels tried it.</param>
public sealed record ExclusiveItem(string Item, string Level, long Successes, long Trials, long OtherTrials, int OtherLevels);
