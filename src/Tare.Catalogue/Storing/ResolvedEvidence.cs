using Tare.Records;

namespace Tare.Catalogue;

/// <summary>Evidence with what it was read from.</summary>
/// <param name="Evidence">The snapshot.</param>
/// <param name="NotKept">What the reading left out.</param>
/// <param name="Files">The files behind it, with hashes.</param>
public sealed record ResolvedEvidence(Evidence Evidence, IReadOnlyList<NotKept> NotKept, IReadOnlyList<InputFile> Files);
