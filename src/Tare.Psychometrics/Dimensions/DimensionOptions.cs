namespace Tare.Psychometrics;

/// <summary>How <see cref="DimensionalCalibration"/> fits.</summary>
public sealed record DimensionOptions
{
    /// <summary>How the dimensions relate.</summary>
    public DimensionStructure Structure { get; init; }

    /// <summary>Domain of each item, by the item's identifier.</summary>
    public required IReadOnlyDictionary<string, string> Domains { get; init; }

    /// <summary>The fit has converged when a cycle changes no slope, intercept or correlation by more than this; positive.</summary>
    public double Tolerance { get; init; } = 1e-5;

    /// <summary>Most cycles (one pass over the data each).</summary>
    public int MaximumCycles { get; init; } = 500;

    /// <summary>Threads; 0 means one for each processor. The result does not depend on it.</summary>
    public int Threads { get; init; }
}
