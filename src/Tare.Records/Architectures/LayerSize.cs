namespace Tare.Records;

/// <summary>One size of a layer, for checks.</summary>
/// <param name="Field">Name in data files.</param>
/// <param name="Value">The size.</param>
/// <param name="Minimum">The least that makes sense.</param>
internal readonly record struct LayerSize(string Field, int Value, int Minimum = 1);
