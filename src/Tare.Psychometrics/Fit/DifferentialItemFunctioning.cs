namespace Tare.Psychometrics;

/// <summary>Items that treat groups of equal ability differently: Mantel and Haenszel (1959), Holland and Thayer (1988).</summary>
/// <remarks>
/// A test taker is a person under one level of the column. Takers are matched on the weighted-likelihood ability of their own answers, cut into
/// strata. Each level is compared with all others; of two levels the second is compared with the first. See docs/methods/dif.md.
/// </remarks>
public static class DifferentialItemFunctioning
{
    /// <summary>Compares the levels of a facet.</summary>
    /// <param name="calibration">The calibration; its items are taken as known for the matching.</param>
    /// <param name="column">Name of a facet of its data; its levels may differ within a person or between persons.</param>
    /// <param name="options">How.</param>
    /// <param name="cancel">Stops between parts.</param>
    /// <exception cref="ArgumentException">There is no such facet, or the responses are shares that are no k of n.</exception>
    /// <exception cref="NotIdentifiedException">Fewer than two levels have enough test takers.</exception>
    public static DifReport Of(ItemCalibration calibration, string column, DifOptions options, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(calibration);
        ArgumentNullException.ThrowIfNull(column);
        var facet =
            calibration.Data.Facets.FirstOrDefault(f => f.Name == column)
            ?? throw new ArgumentException(
                $"There is no column '{column}'; the columns are {NameList.Of([.. calibration.Data.Facets.Select(f => f.Name)], 8)}.",
                nameof(column)
            );
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(options.FewestTakers);
        if (calibration.Data.IsContinuous)
        {
            throw new ArgumentException("The responses are shares that are no k of n; odds ratios need right and wrong answers.");
        }

        return new DifComparison(FitInput.Of(calibration), facet, options).Run(cancel);
    }
}
