namespace Tare.Analysis;

/// <summary>How much is computed for a report.</summary>
public sealed record ReportOptions
{
    /// <summary>Bootstrap draws of each fit. Default 1,000.</summary>
    public int Draws { get; init; } = 1000;

    /// <summary>Level of the intervals, in (0, 1). Default 0.9.</summary>
    public double Level { get; init; } = 0.9;

    /// <summary>Draws of each day of the history; a few dozen give rough intervals. Default 60.</summary>
    public int HistoryDraws { get; init; } = 60;

    /// <summary>First day of the history. Default 2024-01-01.</summary>
    public DateOnly HistoryFrom { get; init; } = new(2024, 1, 1);

    /// <summary>Threads to use; 0 means one for each processor. The result does not depend on it.</summary>
    public int Threads { get; init; }
}
