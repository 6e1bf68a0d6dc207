namespace Tare.App.Cli;

/// <summary>What a result was computed from.</summary>
/// <param name="Digest">Digest of the evidence, or <see langword="null"/>.</param>
/// <param name="Files">Files read, with their SHA-256.</param>
internal sealed record InputDigest(string? Digest, IReadOnlyList<(string Path, string Sha256)> Files)
{
    /// <summary>Nothing but what the program itself contains.</summary>
    public static InputDigest None { get; } = new(null, []);
}
