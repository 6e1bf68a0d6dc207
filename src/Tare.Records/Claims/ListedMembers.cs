namespace Tare.Records;

/// <summary>A list that a claim's document spells out, to compare with the number it gives.</summary>
/// <param name="Noun">What is counted, as the claim's text says it: <c>labs</c>.</param>
/// <param name="Members">What the document lists.</param>
public sealed record ListedMembers(string Noun, ValueList<string> Members);
