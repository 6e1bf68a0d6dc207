namespace Tare.Psychometrics;

/// <summary>Groups of items whose answers may depend on each other: domains, benchmarks, repositories.</summary>
internal sealed class ItemGroups
{
    private readonly int[] _groupOf;
    private readonly int _persons;

    private ItemGroups(int[] groupOf, string[] names, int persons)
    {
        _groupOf = groupOf;
        Names = names;
        _persons = persons;
    }

    /// <summary>Names of the groups, ordered (ordinal).</summary>
    internal IReadOnlyList<string> Names { get; }

    /// <summary>Index into <see cref="Names"/> of an item.</summary>
    internal int this[int item] => _groupOf[item];

    /// <exception cref="ArgumentException">An item of the data has no group.</exception>
    internal static ItemGroups Of(ResponseMatrix data, IReadOnlyDictionary<string, string> map)
    {
        var without = data.Items.Where(item => !map.ContainsKey(item)).ToArray();
        if (without.Length > 0)
        {
            throw new ArgumentException(
                $"{without.Length} of {data.Items.Count} items have no group: {NameList.Of(without, 4)}. Give every item of the responses a group."
            );
        }

        var names = data.Items.Select(item => map[item]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
        return new ItemGroups(
            [.. data.Items.Select(item => Array.BinarySearch(names, map[item], StringComparer.Ordinal))],
            names,
            data.Persons.Count
        );
    }

    internal ClusterSums Sums() => new(this);

    /// <summary>Sums of a person's contributions within each group; persons come one after the other.</summary>
    internal sealed class ClusterSums(ItemGroups groups)
    {
        private readonly double[] _sum = new double[groups.Names.Count];
        private readonly int[] _count = new int[groups.Names.Count];
        private readonly double[] _square = new double[groups._persons];
        private int _person = -1;

        internal void Add(int person, int item, double contribution)
        {
            if (person != _person)
            {
                Close();
                _person = person;
            }

            _sum[groups[item]] += contribution;
            _count[groups[item]]++;
        }

        /// <summary>Writes the sums of squares, with the factor G / (G - 1) for G groups met; one group gives no variance (NaN).</summary>
        internal void Into(Span<double> squares)
        {
            Close();
            _square.CopyTo(squares);
        }

        private void Close()
        {
            if (_person < 0)
            {
                return;
            }

            var met = _count.Count(n => n > 0);
            _square[_person] = met < 2 ? double.NaN : _sum.Sum(s => s * s) * met / (met - 1);
            Array.Clear(_sum);
            Array.Clear(_count);
        }
    }
}
