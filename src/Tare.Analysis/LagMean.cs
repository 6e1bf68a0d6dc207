namespace Tare.Analysis;

/// <summary>A mean lag inside the arithmetic of a draw.</summary>
/// <param name="Months">Months; NaN where nothing was caught.</param>
/// <param name="Caught">Terms of the mean.</param>
/// <param name="Censored">Terms without a counterpart.</param>
internal readonly record struct LagMean(double Months, int Caught, int Censored)
{
    private const double DaysPerMonth = 30.4375;

    /// <summary>The mean of a sum of days, in months.</summary>
    internal static LagMean Of(long days, int caught, int censored) =>
        new(caught == 0 ? double.NaN : days / (caught * DaysPerMonth), caught, censored);
}
