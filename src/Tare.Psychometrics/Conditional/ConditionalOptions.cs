namespace Tare.Psychometrics;

/// <summary>How <see cref="ConditionalCalibration"/> fits.</summary>
public sealed record ConditionalOptions
{
    /// <summary>Converged when a Newton step changes no difficulty by more than this, logits; positive.</summary>
    public double Tolerance { get; init; } = 1e-9;

    /// <summary>Most Newton steps.</summary>
    public int MaximumCycles { get; init; } = 100;
}
