namespace Tare.Catalogue;

/// <summary>One entry of an <see cref="EvidenceStore"/>.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Path">The snapshot's file.</param>
/// <param name="Bytes">Size of the file.</param>
public sealed record StoredEvidence(string Name, string Path, long Bytes);
