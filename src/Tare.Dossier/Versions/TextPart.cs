namespace Tare.Dossier;

/// <summary>A run of words of a compared text.</summary>
/// <param name="Kind">Kept, added or removed.</param>
/// <param name="Text">The words.</param>
public sealed record TextPart(ChangeKind Kind, string Text);
