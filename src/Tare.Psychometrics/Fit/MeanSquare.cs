namespace Tare.Psychometrics;

/// <summary>A mean-square fit statistic: 1 is expected, more is noise that the model does not explain, less is more order than it allows.</summary>
/// <param name="Value">The mean square, positive.</param>
/// <param name="Deviation">Its standard deviation under the model, abilities and items taken as known.</param>
/// <remarks>Wright and Masters (1982), chapter 5.</remarks>
public sealed record MeanSquare(double Value, double Deviation)
{
    /// <summary>With a larger deviation the statistic is so skewed that no cube root makes it normal.</summary>
    private const double LargestDeviation = 1;

    /// <summary>
    /// About standard normal under the model: (v^(1/3) - 1) (3 / q) + q / 3, with q the deviation (Wilson and Hilferty 1931).
    /// <see langword="null"/> where q exceeds 1: a few very improbable answers could make it anything.
    /// </summary>
    public double? Standardised => Deviation <= LargestDeviation ? ((Math.Cbrt(Value) - 1) * (3 / Deviation)) + (Deviation / 3) : null;
}
