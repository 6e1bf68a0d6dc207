namespace Tare.Psychometrics;

/// <summary>What was read.</summary>
/// <param name="Data">The responses.</param>
/// <param name="LeftOut">Texts of the split column that did not match its pattern, distinct, in the order met: their rows were left out.</param>
public sealed record ReadResponses(ResponseMatrix Data, IReadOnlyList<string> LeftOut);
