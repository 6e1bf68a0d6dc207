namespace Tare.Psychometrics;

/// <summary>Counts what a design holds.</summary>
internal static class FacetFacts
{
    /// <summary>More cells than this are counted and not listed.</summary>
    private const long MostCells = 1_000_000;

    internal static FacetDesignFacts Of(ManyFacetDesign design)
    {
        var columns = design.Columns;
        var pairs = new List<FacetPairFacts>();
        for (var first = 0; first < columns.Count; first++)
        {
            for (var second = first + 1; second < columns.Count; second++)
            {
                pairs.Add(Pair(columns[first], columns[second]));
            }
        }

        return new FacetDesignFacts([.. columns.Select(column => Column(design, column))], pairs);
    }

    private static FacetColumnFacts Column(ManyFacetDesign design, FacetColumn column)
    {
        var anyRight = new bool[column.Levels.Count];
        var anyWrong = new bool[column.Levels.Count];
        for (var row = 0; row < design.RowCount; row++)
        {
            anyRight[column.LevelOf[row]] |= design.Successes[row] > 0;
            anyWrong[column.LevelOf[row]] |= design.Successes[row] < design.Trials[row];
        }

        return new FacetColumnFacts(
            column.Name,
            column.Levels.Count,
            [.. column.Levels.Where((_, level) => !anyWrong[level])],
            [.. column.Levels.Where((_, level) => !anyRight[level])]
        );
    }

    private static FacetPairFacts Pair(FacetColumn first, FacetColumn second)
    {
        var cells = (long)first.Levels.Count * second.Levels.Count;
        var empty = new List<(string, string)>();
        if (cells <= MostCells)
        {
            var met = new HashSet<(int, int)>(first.LevelOf.Zip(second.LevelOf));
            for (var f = 0; f < first.Levels.Count; f++)
            {
                for (var s = 0; s < second.Levels.Count; s++)
                {
                    if (!met.Contains((f, s)))
                    {
                        empty.Add((first.Levels[f], second.Levels[s]));
                    }
                }
            }
        }

        return new FacetPairFacts(first.Name, second.Name, cells, empty, FacetConnectivity.Components([first, second]));
    }
}
