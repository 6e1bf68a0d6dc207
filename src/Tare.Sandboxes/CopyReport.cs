namespace Tare.Sandboxes;

/// <summary>What a copy out of a sandbox took along.</summary>
/// <param name="Files">Regular files copied.</param>
/// <param name="Bytes">Their bytes.</param>
/// <param name="NotCopied">What was left out, with the reason: links, pipes, sockets, what exceeds the limits.</param>
public sealed record CopyReport(int Files, long Bytes, IReadOnlyList<NotCopied> NotCopied);
