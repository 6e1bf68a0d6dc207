namespace Tare.Analysis;

/// <summary>A straight line with the variances of its place and of its slope.</summary>
/// <param name="Intercept">Value at 0.</param>
/// <param name="Slope">Change for one unit.</param>
/// <param name="Centre">Where place and slope are uncorrelated: the weighted mean of the adjusted points.</param>
/// <param name="CentreVariance">Variance of the line there.</param>
/// <param name="SlopeVariance">Variance of the slope.</param>
/// <param name="Misfit">Sum of squared residuals over their variances.</param>
internal readonly record struct LinkLine(
    double Intercept,
    double Slope,
    double Centre,
    double CentreVariance,
    double SlopeVariance,
    double Misfit
)
{
    /// <summary>The line at a place.</summary>
    internal double At(double x) => Intercept + (Slope * x);

    /// <summary>Variance of the line at a place.</summary>
    internal double Variance(double x) => CentreVariance + ((x - Centre) * (x - Centre) * SlopeVariance);
}
