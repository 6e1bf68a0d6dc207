namespace Tare.Psychometrics;

/// <summary>Items that only one level of a facet can solve: they measure the facet, not the person.</summary>
public static class ExclusiveItems
{
    /// <summary>The exclusive items, in the order of their names.</summary>
    /// <param name="data">Responses with the facet's column; shares count as successes where they are above 0.</param>
    /// <param name="facet">Name of the facet.</param>
    /// <param name="fewestOtherTrials">An item counts only with at least so many failed trials under other levels; positive.</param>
    /// <exception cref="ArgumentException">There is no such facet.</exception>
    public static IReadOnlyList<ExclusiveItem> Of(ResponseMatrix data, string facet, int fewestOtherTrials = 1)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(fewestOtherTrials);
        var column =
            data.Facets.FirstOrDefault(f => f.Name == facet)
            ?? throw new ArgumentException(
                $"There is no facet '{facet}'; the facets are {NameList.Of([.. data.Facets.Select(f => f.Name)], 8)}.",
                nameof(facet)
            );
        var successes = new Dictionary<(int Item, int Level), (long Right, long Trials)>();
        for (var k = 0; k < data.Count; k++)
        {
            var key = (data.ItemOf[k], column.LevelOf[k]);
            var (right, trials) = successes.GetValueOrDefault(key);
            successes[key] = (right + (long)Math.Ceiling((data.Value[k] * data.Trials[k]) - 1e-9), trials + data.Trials[k]);
        }

        var found = new List<ExclusiveItem>();
        foreach (var item in successes.GroupBy(cell => cell.Key.Item).OrderBy(group => group.Key))
        {
            var solved = item.Where(cell => cell.Value.Right > 0).ToArray();
            var otherTrials = item.Where(cell => cell.Value.Right == 0).Sum(cell => cell.Value.Trials);
            if (solved.Length == 1 && otherTrials >= fewestOtherTrials)
            {
                var (key, counts) = solved[0];
                var level = column.Levels[key.Level];
                found.Add(new ExclusiveItem(data.Items[item.Key], level, counts.Right, counts.Trials, otherTrials, item.Count() - 1));
            }
        }

        return found;
    }
}
