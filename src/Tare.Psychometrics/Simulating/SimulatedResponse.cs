namespace Tare.Psychometrics;

/// <summary>A simulated response.</summary>
/// <param name="Item">Place of the item in <see cref="SimulatedTruth.Items"/>.</param>
/// <param name="Level">Level of the facet, from 0; 0 where there is none.</param>
/// <param name="Right">Right answers; <see langword="null"/>: the response was asked for and failed to come.</param>
public readonly record struct SimulatedResponse(int Item, int Level, int? Right);
