namespace Tare.Psychometrics;

/// <summary>The shrunken effects of one term.</summary>
/// <param name="Term">The term.</param>
/// <param name="Levels">Effects in the order of the levels' names; empty where the term has more levels than effects were asked for.</param>
/// <param name="Withheld">Levels whose own chains did not agree: they have no number.</param>
public sealed record TermEffects(FacetTerm Term, IReadOnlyList<LevelEffect> Levels, IReadOnlyList<IReadOnlyList<string>> Withheld);
