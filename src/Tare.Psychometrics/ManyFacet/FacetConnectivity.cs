namespace Tare.Psychometrics;

/// <summary>How the levels of columns hang together through the responses.</summary>
internal static class FacetConnectivity
{
    private const int MembersShown = 4;
    private const int ComponentsShown = 5;

    /// <summary>Throws unless every level of these columns is connected with every other by a chain of responses.</summary>
    /// <exception cref="NotIdentifiedException">The levels fall into components.</exception>
    internal static void Require(IReadOnlyList<FacetColumn> columns)
    {
        // A column that another one determines, as a domain is determined by its items, does not divide the design.
        var free = columns.Where((column, c) => !columns.Where((other, o) => o != c && IsCoarser(column, c, other, o)).Any()).ToArray();
        if (free.Length < 2)
        {
            return;
        }

        var components = Components(free);
        if (components.Count > 1)
        {
            throw new NotIdentifiedException(
                $"The design falls into {components.Count} components that share no level of any column, so their effects do not compare: "
                    + $"{Describe(components)}. A response that joins two components would connect them; or calibrate each alone."
            );
        }
    }

    /// <summary>The components, each as its levels written <c>column 'level'</c>; in order of their first level.</summary>
    internal static IReadOnlyList<IReadOnlyList<string>> Components(IReadOnlyList<FacetColumn> columns)
    {
        var offsets = new int[columns.Count + 1];
        for (var c = 0; c < columns.Count; c++)
        {
            offsets[c + 1] = offsets[c] + columns[c].Levels.Count;
        }

        var parent = Enumerable.Range(0, offsets[^1]).ToArray();
        for (var c = 1; c < columns.Count; c++)
        {
            for (var row = 0; row < columns[c].LevelOf.Length; row++)
            {
                var left = Root(parent, columns[0].LevelOf[row]);
                var right = Root(parent, offsets[c] + columns[c].LevelOf[row]);
                parent[Math.Max(left, right)] = Math.Min(left, right);
            }
        }

        var members = new SortedDictionary<int, List<string>>();
        for (var c = 0; c < columns.Count; c++)
        {
            for (var level = 0; level < columns[c].Levels.Count; level++)
            {
                var root = Root(parent, offsets[c] + level);
                if (!members.TryGetValue(root, out var list))
                {
                    members[root] = list = [];
                }

                list.Add($"{columns[c].Name} '{columns[c].Levels[level]}'");
            }
        }

        return [.. members.Values];
    }

    private static bool IsCoarser(FacetColumn column, int index, FacetColumn other, int otherIndex)
    {
        var levels = new int[other.Levels.Count];
        Array.Fill(levels, -1);
        for (var row = 0; row < column.LevelOf.Length; row++)
        {
            ref var level = ref levels[other.LevelOf[row]];
            if (level >= 0 && level != column.LevelOf[row])
            {
                return false;
            }

            level = column.LevelOf[row];
        }

        // Of two columns that say the same, the first stays.
        return column.Levels.Count < other.Levels.Count || otherIndex < index;
    }

    private static string Describe(IReadOnlyList<IReadOnlyList<string>> components)
    {
        var parts = components
            .Take(ComponentsShown)
            .Select(
                (members, k) =>
                    $"({k + 1}) {string.Join(", ", members.Take(MembersShown))}"
                    + (members.Count > MembersShown ? $" and {members.Count - MembersShown} more" : "")
            );
        return string.Join(" | ", parts) + (components.Count > ComponentsShown ? $" | and {components.Count - ComponentsShown} more" : "");
    }

    private static int Root(int[] parent, int node)
    {
        while (parent[node] != node)
        {
            parent[node] = parent[parent[node]];
            node = parent[node];
        }

        return node;
    }
}
