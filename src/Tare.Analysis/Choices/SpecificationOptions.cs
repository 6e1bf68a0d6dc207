namespace Tare.Analysis;

/// <summary>How much is computed for each methodology.</summary>
internal sealed record SpecificationOptions
{
    /// <summary>Draws behind intervals; 0 makes none.</summary>
    internal int Draws { get; init; }

    /// <summary>Draws behind the standard errors that <see cref="Records.LagDefinition.CatchUp"/> tests with, where <see cref="Draws"/> is 0.</summary>
    internal int SignificanceDraws { get; init; } = 200;

    /// <summary>Bounds in points by model that replace those of each fit; <see langword="null"/> computes them.</summary>
    internal IReadOnlyDictionary<string, AbilityRow>? FixedBounds { get; init; }

    /// <summary>Threads to use; 0 means one for each processor. The result does not depend on it.</summary>
    internal int Threads { get; init; }
}
