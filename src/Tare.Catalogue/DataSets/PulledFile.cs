namespace Tare.Catalogue;

/// <summary>One file of a pulled data set, as it came.</summary>
/// <param name="Name">Its name in the data set's folder.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Sha256">64 lower-case hexadecimal digits.</param>
public sealed record PulledFile(string Name, long Bytes, string Sha256);
