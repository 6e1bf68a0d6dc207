namespace Tare.Sandboxes;

/// <summary>Something that was left out of a copy.</summary>
/// <param name="Path">Path below the copied folder.</param>
/// <param name="Reason">Why.</param>
public sealed record NotCopied(string Path, string Reason);
