namespace Tare.Catalogue;

/// <summary>A file behind a result, pinned by its content.</summary>
/// <param name="Path">Where it was read.</param>
/// <param name="Sha256">64 lower-case hexadecimal digits.</param>
public sealed record InputFile(string Path, string Sha256);
