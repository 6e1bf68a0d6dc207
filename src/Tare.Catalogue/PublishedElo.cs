namespace Tare.Catalogue;

/// <summary>An Elo value as CAISI printed it.</summary>
/// <param name="ModelId">Identifier of the model.</param>
/// <param name="Value">Points.</param>
/// <param name="HalfWidth95">Half width of the printed 95 % interval, points.</param>
public sealed record PublishedElo(string ModelId, double Value, double HalfWidth95);
