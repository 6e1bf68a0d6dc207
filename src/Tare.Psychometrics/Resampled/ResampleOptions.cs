namespace Tare.Psychometrics;

/// <summary>How <see cref="CalibrationBootstrap"/> resamples.</summary>
public sealed record ResampleOptions
{
    /// <summary>What is drawn with replacement.</summary>
    public ResampledUnit Unit { get; init; }

    /// <summary>Refits, at least 20. Default 200.</summary>
    public int Draws { get; init; } = 200;

    /// <summary>Name of the random streams; draw k uses replicate k.</summary>
    public string Stream { get; init; } = "calibrate/bootstrap";

    /// <summary>Level of the percentile intervals, in (0, 1). Default 0.9.</summary>
    public double IntervalLevel { get; init; } = 0.9;

    /// <summary>Group of each item, for <see cref="ResampledUnit.ItemGroups"/>.</summary>
    public IReadOnlyDictionary<string, string>? ItemGroups { get; init; }

    /// <summary>Threads; 0 means one for each processor. The result does not depend on it.</summary>
    public int Threads { get; init; }
}
