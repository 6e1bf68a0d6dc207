namespace Tare.Analysis;

/// <summary>Options of an influence analysis.</summary>
public sealed record InfluenceOptions
{
    /// <summary>Bootstrap draws behind the interval of the full answer and the standard errors of catch-up. Default 1,000.</summary>
    public int Draws { get; init; } = 1000;

    /// <summary>Draws of domain weights. Default 500.</summary>
    public int Reweightings { get; init; } = 500;

    /// <summary>Every set of up to so many benchmarks is tried, 1 to 3. Default 2.</summary>
    public int ExactSize { get; init; } = 2;

    /// <summary>The greedy search removes up to so many benchmarks. Default 8.</summary>
    public int GreedySize { get; init; } = 8;

    /// <summary>Threads to use; 0 means one for each processor. The result does not depend on it.</summary>
    public int Threads { get; init; }
}
