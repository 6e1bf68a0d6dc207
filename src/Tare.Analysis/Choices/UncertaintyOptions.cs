namespace Tare.Analysis;

/// <summary>Options of the uncertainty by source.</summary>
public sealed record UncertaintyOptions
{
    /// <summary>Draws of each source. Default 500.</summary>
    public int Draws { get; init; } = 500;

    /// <summary>Number of tasks by benchmark identifier, where a source states it.</summary>
    public IReadOnlyDictionary<string, int> Items { get; init; } = new Dictionary<string, int>(StringComparer.Ordinal);

    /// <summary>Share of a benchmark's tasks that an imputed score was run on, in (0, 1]. Publishers do not state it. Default 0.25.</summary>
    public double SubsetShare { get; init; } = 0.25;

    /// <summary>Threads to use; 0 means one for each processor. The result does not depend on it.</summary>
    public int Threads { get; init; }
}
