using Tare.Records;

namespace Tare.Catalogue;

/// <summary>What an import gave, and what it could not carry over.</summary>
/// <param name="Evidence">The snapshot.</param>
/// <param name="NotKept">What was left out or kept only in part, with counts; empty where everything was kept.</param>
public sealed record ImportResult(Evidence Evidence, IReadOnlyList<NotKept> NotKept);
