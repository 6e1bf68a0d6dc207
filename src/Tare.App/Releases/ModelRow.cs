using Tare.Analysis;
using Tare.Records;

namespace Tare.App.Releases;

/// <summary>A release with what was computed of it. What is not known stays <see langword="null"/>: it is never zero.</summary>
/// <param name="Release">The release.</param>
/// <param name="Ability">Its ability, or <see langword="null"/> where the evidence has too few scores of it.</param>
/// <param name="MemoryBytes">Weights and the cache of one sequence, or <see langword="null"/> where the size or the layers are not known.</param>
internal sealed record ModelRow(ModelRelease Release, AbilityRow? Ability, long? MemoryBytes)
{
    private const double Giga = 1e9;

    /// <summary>Points of the scale for each billion active parameters.</summary>
    public double? PerActiveParameter => Ability?.Value / (Release.ActiveParameters / Giga);

    /// <summary>Points of the scale for each gigabyte of memory.</summary>
    public double? PerGigabyte => Ability?.Value / (MemoryBytes / Giga);

    /// <summary>Points of the scale for each US dollar that a million tokens cost.</summary>
    public double? PerDollar => Ability?.Value / (double?)Release.LowestPrice?.BlendedUsd;
}
