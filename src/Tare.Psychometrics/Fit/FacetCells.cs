namespace Tare.Psychometrics;

/// <summary>Observed and expected successes by item and level of a column, in the order of items and levels.</summary>
internal sealed class FacetCells
{
    internal FacetCells(ItemCalibration calibration, string column)
    {
        var data = calibration.Data;
        var facet =
            data.Facets.FirstOrDefault(f => f.Name == column)
            ?? throw new ArgumentException(
                $"There is no column '{column}'; the columns are {NameList.Of([.. data.Facets.Select(f => f.Name)], 8)}.",
                nameof(column)
            );
        var cells = Sum(FitInput.Of(calibration), facet);
        var items = new FacetCell[data.Items.Count];
        foreach (var (key, cell) in cells)
        {
            items[key.Item] = items[key.Item].Plus(cell);
        }

        All = [.. cells.Select(c => (data.Items[c.Key.Item], facet.Levels[c.Key.Level], c.Value, items[c.Key.Item]))];
    }

    /// <summary>Each cell with answers, beside the sum over its item.</summary>
    internal IReadOnlyList<(string ItemName, string Level, FacetCell Cell, FacetCell Item)> All { get; }

    private static SortedDictionary<(int Item, int Level), FacetCell> Sum(FitInput input, Facet facet)
    {
        var cells = new Dictionary<(int Item, int Level), FacetCell>();
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
                var own = new FacetCell(
                    frequency * right,
                    frequency * trials,
                    frequency * trials * probability,
                    frequency * Math.Log(wrong)
                );
                cells[key] = cells.GetValueOrDefault(key).Plus(own);
            }
        }

        return new SortedDictionary<(int Item, int Level), FacetCell>(cells);
    }
}
