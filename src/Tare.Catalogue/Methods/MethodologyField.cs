namespace Tare.Catalogue;

/// <summary>One field of a methodology as a reader sees it.</summary>
/// <param name="Key">The key in the document and after <c>--set</c>.</param>
/// <param name="Value">The value as text; <c>none</c> where nothing is set.</param>
public sealed record MethodologyField(string Key, string Value);
