using System.Runtime.InteropServices;

namespace Tare.Psychometrics;

/// <summary>Numbers names in the order of their first appearance, without making a string for a name it knows.</summary>
internal sealed class NamePool
{
    private readonly Dictionary<string, int> _index = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly List<string> _names = [];
    private int _last = -1;

    internal NamePool() => _lookup = _index.GetAlternateLookup<ReadOnlySpan<char>>();

    internal int Count => _names.Count;

    internal string this[int index] => _names[index];

    internal int IndexOf(ReadOnlySpan<char> name)
    {
        // Files are mostly grouped, so the name is often the one just seen.
        if (_last >= 0 && name.SequenceEqual(_names[_last]))
        {
            return _last;
        }

        if (!_lookup.TryGetValue(name, out var index))
        {
            index = _names.Count;
            var text = name.ToString();
            _index.Add(text, index);
            _names.Add(text);
        }

        _last = index;
        return index;
    }

    /// <summary>The names in ordinal order, leaving out those that are not used, and the rank of each number (-1 if not used).</summary>
    internal string[] Ordered(ReadOnlySpan<int> uses, out int[] rank)
    {
        var isUsed = new bool[_names.Count];
        foreach (var use in uses)
        {
            isUsed[use] = true;
        }

        var numbers = Enumerable.Range(0, _names.Count).Where(k => isUsed[k]).ToArray();
        var names = numbers.Select(k => _names[k]).ToArray();
        MemoryExtensions.Sort(names.AsSpan(), numbers.AsSpan(), StringComparer.Ordinal);
        rank = new int[_names.Count];
        Array.Fill(rank, -1);
        for (var k = 0; k < numbers.Length; k++)
        {
            rank[numbers[k]] = k;
        }

        return names;
    }

    internal ReadOnlySpan<string> Names => CollectionsMarshal.AsSpan(_names);
}
