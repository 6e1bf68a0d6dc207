namespace Tare.Psychometrics;

/// <summary>The part of a design in which two columns are crossed: what their interaction can be told from.</summary>
public static class CrossedCore
{
    /// <summary>
    /// Keeps the levels of each column that were met with at least a number of levels of the other, again and again until nothing changes.
    /// </summary>
    /// <param name="data">The responses.</param>
    /// <param name="first">A column: <c>person</c>, <c>item</c> or a facet.</param>
    /// <param name="second">Another one.</param>
    /// <param name="least">How many levels of the other column each level must have met, at least 2.</param>
    /// <exception cref="ArgumentException">There is no such column.</exception>
    /// <exception cref="NotIdentifiedException">Nothing is left.</exception>
    public static ResponseMatrix Of(ResponseMatrix data, string first, string second, int least = 2)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentOutOfRangeException.ThrowIfLessThan(least, 2);
        var (a, b) = (Column(data, first), Column(data, second));
        var cells = a.LevelOf.Zip(b.LevelOf).Distinct().ToList();
        while (true)
        {
            var ofFirst = cells.CountBy(cell => cell.First).ToDictionary();
            var ofSecond = cells.CountBy(cell => cell.Second).ToDictionary();
            var kept = cells.Where(cell => ofFirst[cell.First] >= least && ofSecond[cell.Second] >= least).ToList();
            if (kept.Count == cells.Count)
            {
                break;
            }

            cells = kept;
        }

        if (cells.Count == 0)
        {
            throw new NotIdentifiedException(
                $"No '{first}' and '{second}' are crossed: nothing is left when each level of one must have met {least} levels of the other. "
                    + "Their interaction cannot be told from their main effects; add responses that cross them."
            );
        }

        return cells.Count == a.LevelOf.Zip(b.LevelOf).Distinct().Count() ? data : Keep(data, a, b, [.. cells]);
    }

    private static ResponseMatrix Keep(ResponseMatrix data, FacetColumn a, FacetColumn b, HashSet<(int, int)> cells)
    {
        var columns = new ResponseColumns([.. data.Facets.Select(facet => facet.Name)]);
        var value = data.Value;
        for (var k = 0; k < data.Count; k++)
        {
            if (!cells.Contains((a.LevelOf[k], b.LevelOf[k])))
            {
                continue;
            }

            var person = columns.PersonIndex(data.Persons[data.PersonOf[k]]);
            if (data.HasFrequency)
            {
                columns.TryFrequency(person, data.PersonFrequency[data.PersonOf[k]]);
            }

            columns.Add(person, columns.ItemIndex(data.Items[data.ItemOf[k]]), value[k], data.Trials[k], data.Importance[k]);
            for (var f = 0; f < data.Facets.Count; f++)
            {
                columns.AddLevel(f, data.Facets[f].Levels[data.Facets[f].LevelOf[k]]);
            }
        }

        return columns.Build(source: null);
    }

    private static FacetColumn Column(ResponseMatrix data, string name)
    {
        if (name is "person")
        {
            return new(name, data.Persons, data.PersonOf.ToArray());
        }

        if (name is "item")
        {
            return new(name, data.Items, data.ItemOf.ToArray());
        }

        return data.Facets.FirstOrDefault(facet => facet.Name == name) is { } found
            ? new(name, found.Levels, found.LevelOf.ToArray())
            : throw new ArgumentException(
                $"No column '{name}'; the columns are person, item{string.Concat(data.Facets.Select(f => ", " + f.Name))}.",
                nameof(name)
            );
    }
}
