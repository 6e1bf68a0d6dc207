namespace Tare.Catalogue;

/// <summary>A data set as it came.</summary>
/// <param name="Id">Its identifier.</param>
/// <param name="Origin">The addresses or the mirror folder.</param>
/// <param name="Retrieved">The day.</param>
/// <param name="Files">The files with the hashes that they had when they came.</param>
public sealed record PulledDataSet(string Id, string Origin, DateOnly Retrieved, IReadOnlyList<PulledFile> Files);
