namespace Tare.Psychometrics;

/// <summary>A mean-square fit statistic: 1 is expected, more is noise that the model does not explain, less is more order than it allows.</summary>
/// <param name="Value">The mean square, positive.</param>
/// <param name="Deviation">Its standard deviation under the model, abilities and items taken as known.</param>
/// <remarks>Wright and Masters (1982), chapter 5.</remarks>
public sealed record MeanSquare(double Value, double Deviation)
{
    /// <summary>About standard normal under the model: (v^(1/3) - 1) (3 / q) + q / 3, with q the deviation (Wilson and Hilferty 1931).</summary>
    public double Standardised => ((Math.Cbrt(Value) - 1) * (3 / Deviation)) + (Deviation / 3);
}
