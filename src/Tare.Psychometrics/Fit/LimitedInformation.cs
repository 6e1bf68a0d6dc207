namespace Tare.Psychometrics;

/// <summary>Overall fit to single items and pairs of items, or why it cannot be told.</summary>
/// <param name="Fit">The statistic; <see langword="null"/> where it was refused.</param>
/// <param name="Reason">Why it was refused; <see langword="null"/> where it was not.</param>
public sealed record LimitedInformation(PairFit? Fit, string? Reason)
{
    internal static LimitedInformation Of(ItemCalibration calibration, FitOptions options, CancellationToken cancel)
    {
        var table = CompleteTable.Of(calibration, options, out var reason);
        if (table is null)
        {
            return new LimitedInformation(null, reason);
        }

        cancel.ThrowIfCancellationRequested();
        var fit = PairStatistic.Of(calibration, table);
        return fit is null
            ? new LimitedInformation(
                null,
                "The pairs of items do not tell the parameters apart (a singular covariance of the margins), so M2 has no distribution."
            )
            : new LimitedInformation(fit, null);
    }
}
