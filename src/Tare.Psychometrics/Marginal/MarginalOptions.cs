namespace Tare.Psychometrics;

/// <summary>How <see cref="MarginalCalibration"/> fits.</summary>
public sealed record MarginalOptions
{
    /// <summary>The items' statistical family.</summary>
    public ResponseModel Model { get; init; } = ResponseModel.TwoParameter;

    /// <summary>The guessing parameter of <see cref="ResponseModel.ThreeParameter"/>; the other families do not use it.</summary>
    public GuessingOptions Guessing { get; init; } = new();

    /// <summary>A forced grid; <see langword="null"/>: one that is refined until it resolves the narrowest posterior.</summary>
    public FixedGrid? Grid { get; init; }

    /// <summary>The fit has converged when a cycle changes no slope or intercept by more than this; positive.</summary>
    public double Tolerance { get; init; } = 1e-5;

    /// <summary>Most cycles (one pass over the data each); a fit that needs more is returned as not converged.</summary>
    public int MaximumCycles { get; init; } = 1000;

    /// <summary>Kind of the items' standard errors.</summary>
    public StandardErrorMethod StandardErrors { get; init; } = StandardErrorMethod.Automatic;

    /// <summary>Threads; 0 means one for each processor. The result does not depend on it.</summary>
    public int Threads { get; init; }
}
