namespace Tare.Psychometrics;

/// <summary>Cells of item and level that measure the level and not the persons: no success where the calibration expects some.</summary>
public static class StructuralZeros
{
    /// <summary>The structural zeros, the least probable first.</summary>
    /// <param name="calibration">The calibration.</param>
    /// <param name="column">Name of a facet of its data.</param>
    /// <param name="level">A cell counts when its adjusted probability is below this, in (0, 1).</param>
    /// <exception cref="ArgumentException">There is no such facet.</exception>
    public static IReadOnlyList<StructuralZero> Of(ItemCalibration calibration, string column, double level = 0.05)
    {
        ArgumentNullException.ThrowIfNull(calibration);
        var data = calibration.Data;
        var facet =
            data.Facets.FirstOrDefault(f => f.Name == column)
            ?? throw new ArgumentException(
                $"There is no column '{column}'; the columns are {NameList.Of([.. data.Facets.Select(f => f.Name)], 8)}.",
                nameof(column)
            );
        var input = FitInput.Of(calibration);
        var cells = Cells(input, facet);
        var itemRight = cells.GroupBy(c => c.Key.Item).ToDictionary(g => g.Key, g => (g.Sum(c => c.Value.Right), g.Sum(c => c.Value.Trials)));
        var found = new List<StructuralZero>();
        foreach (var (key, cell) in cells)
        {
            var (right, trials) = itemRight[key.Item];
            var p = Math.Min(1, Math.Exp(cell.LogNone) * cells.Count);
            if (cell.Right == 0 && right > 0 && p < level)
            {
                found.Add(
                    new StructuralZero(
                        data.Items[key.Item],
                        facet.Levels[key.Level],
                        cell.Trials,
                        cell.Expected,
                        right,
                        trials - cell.Trials,
                        p
                    )
                );
            }
        }

        return
        [
            .. found.OrderBy(z => z.P).ThenBy(z => z.Item, StringComparer.Ordinal).ThenBy(z => z.Level, StringComparer.Ordinal),
        ];
    }

    private static Dictionary<(int Item, int Level), (double Right, double Trials, double Expected, double LogNone)> Cells(
        FitInput input,
        Facet facet
    )
    {
        var cells = new Dictionary<(int Item, int Level), (double Right, double Trials, double Expected, double LogNone)>();
        var read = new FitAnswers(input.Data);
        for (var p = 0; p < input.Persons; p++)
        {
            var frequency = input.Frequency(p);
            for (var k = input.Data.PersonStart[p]; k < input.Data.PersonStart[p + 1]; k++)
            {
                var item = input.Data.ItemOf[k];
                if (!input.IsKnown[item])
                {
                    continue;
                }

                var key = (item, facet.LevelOf[k]);
                var (right, trials) = read[k];
                var (probability, wrong, _) = input.Curve(item, input.Starts[p]);
                var (r, n, e, log) = cells.GetValueOrDefault(key);
                cells[key] = (
                    r + (frequency * right),
                    n + (frequency * trials),
                    e + (frequency * trials * probability),
                    log + (frequency * Math.Log(wrong))
                );
            }
        }

        return cells;
    }
}
