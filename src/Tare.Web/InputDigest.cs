namespace Tare.Web;

/// <summary>An input that a report rests on, pinned by what it contains.</summary>
/// <param name="Name">Name of the input, never a path on somebody's machine.</param>
/// <param name="Sha256">SHA-256 of its content, 64 lower-case hexadecimal digits.</param>
public sealed record InputDigest(string Name, string Sha256);
