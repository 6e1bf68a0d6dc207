namespace Tare.Analysis;

/// <summary>Options of a multiverse.</summary>
public sealed record MultiverseOptions
{
    /// <summary>Draws behind the interval of each specification; 0 makes none. Default 0.</summary>
    public int Draws { get; init; }

    /// <summary>Draws behind the standard errors that catch-up tests with, where <see cref="Draws"/> is 0. Default 200.</summary>
    public int SignificanceDraws { get; init; } = 200;

    /// <summary>Threads to use; 0 means one for each processor. The result does not depend on it.</summary>
    public int Threads { get; init; }
}
