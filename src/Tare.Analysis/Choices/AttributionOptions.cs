namespace Tare.Analysis;

/// <summary>Options of an attribution.</summary>
public sealed record AttributionOptions
{
    /// <summary>Draws behind the standard errors that catch-up tests with. Default 1,000, as for a gap.</summary>
    public int SignificanceDraws { get; init; } = 1000;

    /// <summary>Threads to use; 0 means one for each processor. The result does not depend on it.</summary>
    public int Threads { get; init; }
}
