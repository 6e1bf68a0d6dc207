namespace Tare.Psychometrics;

/// <summary>The responses that inform, ordered by person and then by domain. Immutable.</summary>
internal sealed class DimensionData
{
    private DimensionData(ResponseMatrix data, DimensionStructure structure, int[] items, string[] domains, int[] domainOf)
    {
        Source = data;
        Structure = structure;
        Items = items;
        Domains = domains;
        DomainOf = domainOf;
        Start = new int[data.Persons.Count + 1];
        Right = new double[items.Length];
        Trials = new double[items.Length];
        var position = new int[data.Items.Count];
        Array.Fill(position, -1);
        for (var k = 0; k < items.Length; k++)
        {
            position[items[k]] = k;
        }

        var answers = new AnswerReader(data);
        var all = new List<(int Item, double Right, double Trials)>();
        for (var p = 0; p < data.Persons.Count; p++)
        {
            var own = new List<(int Item, double Right, double Trials)>();
            for (var k = data.PersonStart[p]; k < data.PersonStart[p + 1]; k++)
            {
                if (position[data.ItemOf[k]] is >= 0 and var item)
                {
                    var (right, trials) = answers[k];
                    own.Add((item, right, trials));
                    Right[item] += Frequency(p) * right;
                    Trials[item] += Frequency(p) * trials;
                }
            }

            all.AddRange(own.OrderBy(a => domainOf[a.Item]).ThenBy(a => a.Item));
            Start[p + 1] = all.Count;
            TotalFrequency += Frequency(p);
        }

        Answers = [.. all];
    }

    internal ResponseMatrix Source { get; }

    internal DimensionStructure Structure { get; }

    /// <summary>Items that take part, by their index in the data.</summary>
    internal int[] Items { get; }

    /// <summary>Names of the domains that have an ability of their own.</summary>
    internal string[] Domains { get; }

    /// <summary>Domain of each item that takes part; -1 where its domain has too few items for an ability of its own (bifactor).</summary>
    internal int[] DomainOf { get; }

    internal int[] Start { get; }

    internal (int Item, double Right, double Trials)[] Answers { get; }

    internal double[] Right { get; }

    internal double[] Trials { get; }

    internal double TotalFrequency { get; }

    internal bool IsBifactor => Structure == DimensionStructure.Bifactor;

    /// <summary>Number of abilities.</summary>
    internal int Dimensions => Domains.Length + (IsBifactor ? 1 : 0);

    internal double Frequency(int person) => Source.HasFrequency ? Source.PersonFrequency[person] : 1;

    internal static DimensionData Of(ResponseMatrix data, DimensionOptions options, int fewest, out IReadOnlyList<string> small)
    {
        var groups = ItemGroups.Of(data, options.Domains);
        var (right, trials) = (new double[data.Items.Count], new double[data.Items.Count]);
        var answers = new AnswerReader(data);
        for (var k = 0; k < data.Count; k++)
        {
            var (r, n) = answers[k];
            right[data.ItemOf[k]] += r;
            trials[data.ItemOf[k]] += n;
        }

        int[] items = [.. Enumerable.Range(0, data.Items.Count).Where(i => right[i] > 0 && right[i] < trials[i])];
        var size = items.CountBy(i => groups[i]).ToDictionary();
        small = [.. groups.Names.Where((_, g) => size.GetValueOrDefault(g) < fewest)];
        int[] kept = [.. Enumerable.Range(0, groups.Names.Count).Where(g => size.GetValueOrDefault(g) >= fewest)];
        return new DimensionData(
            data,
            options.Structure,
            items,
            [.. kept.Select(g => groups.Names[g])],
            [.. items.Select(i => Array.IndexOf(kept, groups[i]))]
        );
    }
}
