namespace Tare.Psychometrics;

/// <summary>Items that measure a level of a column rather than the persons: no success where the calibration expects some.</summary>
/// <remarks>
/// Successes are expected at the calibration's own abilities. The probability of none counts each person's trials of an item as one, since they
/// may depend on each other.
/// </remarks>
public static class StructuralZeros
{
    /// <summary>Cells of item and level without a success, the least probable first.</summary>
    /// <param name="calibration">The calibration.</param>
    /// <param name="column">Name of a facet of its data.</param>
    /// <param name="level">A cell counts when its adjusted probability is below this, in (0, 1).</param>
    /// <exception cref="ArgumentException">There is no such facet.</exception>
    public static IReadOnlyList<StructuralZero> Of(ItemCalibration calibration, string column, double level = 0.05)
    {
        ArgumentNullException.ThrowIfNull(calibration);
        var cells = new FacetCells(calibration, column);
        return
        [
            .. cells
                .All.Where(c => c.Cell.Right == 0 && c.Item.Right > 0)
                .Select(c => new StructuralZero(
                    c.ItemName,
                    c.Level,
                    c.Cell.Trials,
                    c.Cell.Expected,
                    c.Item.Right,
                    c.Item.Trials - c.Cell.Trials,
                    Math.Min(1, Math.Exp(c.Cell.LogNone) * cells.All.Count)
                ))
                .Where(z => z.P < level)
                .OrderBy(z => z.P)
                .ThenBy(z => z.Item, StringComparer.Ordinal)
                .ThenBy(z => z.Level, StringComparer.Ordinal),
        ];
    }

    /// <summary>Items that one level alone solved although persons elsewhere should have, the least probable first.</summary>
    /// <param name="calibration">The calibration.</param>
    /// <param name="column">Name of a facet of its data.</param>
    /// <param name="level">An item counts when its adjusted probability is below this, in (0, 1).</param>
    /// <exception cref="ArgumentException">There is no such facet.</exception>
    public static IReadOnlyList<StructuralZero> ElsewhereOf(ItemCalibration calibration, string column, double level = 0.05)
    {
        ArgumentNullException.ThrowIfNull(calibration);
        var cells = new FacetCells(calibration, column);
        return
        [
            .. cells
                .All.Where(c => c.Cell.Right > 0 && c.Cell.Right == c.Item.Right && c.Item.Trials > c.Cell.Trials)
                .Select(c => new StructuralZero(
                    c.ItemName,
                    c.Level,
                    c.Item.Trials - c.Cell.Trials,
                    c.Item.Expected - c.Cell.Expected,
                    c.Cell.Right,
                    c.Cell.Trials,
                    Math.Min(1, Math.Exp(c.Item.LogNone - c.Cell.LogNone) * calibration.Items.Count)
                ))
                .Where(z => z.P < level)
                .OrderBy(z => z.P)
                .ThenBy(z => z.Item, StringComparer.Ordinal),
        ];
    }
}
