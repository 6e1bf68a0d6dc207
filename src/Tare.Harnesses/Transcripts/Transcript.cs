namespace Tare.Harnesses;

/// <summary>The ordered record of what was said and run in an attempt. Holds no clock and no identifiers of providers but those of tool calls.</summary>
/// <param name="Events">The entries, oldest first.</param>
public sealed record Transcript(IReadOnlyList<TranscriptEvent> Events);
