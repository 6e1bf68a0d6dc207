namespace Tare.Psychometrics;

/// <summary>The design as a graph: persons and items are its nodes, responses its edges.</summary>
internal static class DesignGraph
{
    private const int MembersShown = 4;
    private const int ComponentsShown = 5;

    /// <summary>Throws unless all persons and items hang together.</summary>
    /// <exception cref="NotIdentifiedException">The design falls into components, or is empty.</exception>
    internal static void RequireConnected(ResponseMatrix data)
    {
        if (data.Count == 0)
        {
            throw new NotIdentifiedException(
                "There are no responses; a calibration needs at least one. Check what the selection left over."
            );
        }

        var component = Components(data, out var count);
        if (count > 1)
        {
            throw new NotIdentifiedException(Describe(data, component, count));
        }
    }

    /// <summary>Component of each person, then of each item, numbered from 0 in order of their first member.</summary>
    internal static int[] Components(ResponseMatrix data, out int count)
    {
        var persons = data.Persons.Count;
        var parent = Enumerable.Range(0, persons + data.Items.Count).ToArray();
        for (var k = 0; k < data.Count; k++)
        {
            var left = Root(parent, data.PersonOf[k]);
            var right = Root(parent, persons + data.ItemOf[k]);
            parent[Math.Max(left, right)] = Math.Min(left, right);
        }

        count = 0;
        var component = new int[parent.Length];
        for (var node = 0; node < parent.Length; node++)
        {
            var root = Root(parent, node);
            component[node] = root == node ? count++ : component[root];
        }

        return component;
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

    private static string Describe(ResponseMatrix data, int[] component, int count)
    {
        var parts = new List<string>();
        for (var c = 0; c < Math.Min(count, ComponentsShown); c++)
        {
            var persons = Members(data.Persons, component.AsSpan(0, data.Persons.Count), c);
            var items = Members(data.Items, component.AsSpan(data.Persons.Count), c);
            parts.Add($"({c + 1}) persons {persons}; items {items}");
        }

        if (count > ComponentsShown)
        {
            parts.Add($"and {count - ComponentsShown} more");
        }

        return $"The design falls into {count} components that share no person and no item, so their abilities do not compare: "
            + $"{string.Join(" | ", parts)}. A response of a person of one component to an item of another would connect them; "
            + "or calibrate each component alone.";
    }

    private static string Members(IReadOnlyList<string> names, ReadOnlySpan<int> component, int wanted)
    {
        var members = new List<string>();
        for (var k = 0; k < names.Count; k++)
        {
            if (component[k] == wanted)
            {
                members.Add(names[k]);
            }
        }

        return NameList.Of(members, MembersShown);
    }
}
