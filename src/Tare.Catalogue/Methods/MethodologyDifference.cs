namespace Tare.Catalogue;

/// <summary>One field of two methodologies.</summary>
/// <param name="Key">The key.</param>
/// <param name="Left">The value in the first; <c>none</c> where it has none.</param>
/// <param name="Right">The value in the second.</param>
/// <param name="Same">Whether the two are equal.</param>
public sealed record MethodologyDifference(string Key, string Left, string Right, bool Same);
