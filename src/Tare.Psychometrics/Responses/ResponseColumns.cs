using System.Runtime.InteropServices;

namespace Tare.Psychometrics;

/// <summary>Collects responses column by column and orders them by person, item and facet levels into a <see cref="ResponseMatrix"/>.</summary>
internal sealed class ResponseColumns
{
    private readonly NamePool _persons = new();
    private readonly NamePool _items = new();
    private readonly string[] _facetNames;
    private readonly NamePool[] _levels;
    private readonly List<int>[] _levelOf;
    private readonly List<int> _person = [];
    private readonly List<int> _item = [];
    private readonly List<double> _value = [];
    private readonly List<double> _frequency = [];
    private readonly List<MissingResponse> _missing = [];
    private List<int>? _trials;
    private List<double>? _importance;

    internal ResponseColumns(IReadOnlyList<string> facetNames)
    {
        _facetNames = [.. facetNames];
        _levels = [.. _facetNames.Select(_ => new NamePool())];
        _levelOf = [.. _facetNames.Select(_ => new List<int>())];
    }

    internal int Count => _value.Count;

    internal int FacetCount => _facetNames.Length;

    internal int PersonIndex(ReadOnlySpan<char> name) => _persons.IndexOf(name);

    internal int ItemIndex(ReadOnlySpan<char> name) => _items.IndexOf(name);

    internal string PersonName(int person) => _persons[person];

    internal string ItemName(int item) => _items[item];

    /// <summary>Adds a response; its facet levels follow by <see cref="AddLevel"/>. Trials 0: one, not stated.</summary>
    internal void Add(int person, int item, double value, int trials, double importance)
    {
        if (trials != 0 && _trials is null)
        {
            _trials = [];
            CollectionsMarshal.SetCount(_trials, Count);
        }

        if (importance != 1 && _importance is null)
        {
            _importance = [];
            CollectionsMarshal.SetCount(_importance, Count);
            CollectionsMarshal.AsSpan(_importance).Fill(1);
        }

        _person.Add(person);
        _item.Add(item);
        _value.Add(value);
        _trials?.Add(trials);
        _importance?.Add(importance);
    }

    internal void AddLevel(int facet, ReadOnlySpan<char> level) => _levelOf[facet].Add(_levels[facet].IndexOf(level));

    internal void AddMissing(int person, int item, int line) => _missing.Add(new MissingResponse(_persons[person], _items[item], line));

    /// <summary>Notes a person's frequency; false if another one was noted before.</summary>
    internal bool TryFrequency(int person, double frequency)
    {
        while (_frequency.Count <= person)
        {
            _frequency.Add(0);
        }

        if (_frequency[person] == 0)
        {
            _frequency[person] = frequency;
        }

        return _frequency[person] == frequency;
    }

    /// <summary>Orders and checks. Throws <see cref="ResponseFormatException"/> for a named source, <see cref="ArgumentException"/> else.</summary>
    internal ResponseMatrix Build(string? source)
    {
        var person = CollectionsMarshal.AsSpan(_person);
        var item = CollectionsMarshal.AsSpan(_item);
        var persons = _persons.Ordered(person, out var personRank);
        var items = _items.Ordered(item, out var itemRank);
        var order = Identity(Count);
        var facets = new (string[] Levels, int[] Rank)[_facetNames.Length];
        for (var f = facets.Length - 1; f >= 0; f--)
        {
            var levels = _levels[f].Ordered(CollectionsMarshal.AsSpan(_levelOf[f]), out var rank);
            facets[f] = (levels, rank);
            order = Stable(order, CollectionsMarshal.AsSpan(_levelOf[f]), rank, levels.Length);
        }

        order = Stable(order, item, itemRank, items.Length);
        order = Stable(order, person, personRank, persons.Length);
        OrderRepeats(order, source);
        var frequency = _frequency.Count == 0 ? null : new double[persons.Length];
        for (var p = 0; frequency is not null && p < personRank.Length; p++)
        {
            if (personRank[p] >= 0)
            {
                frequency[personRank[p]] = p < _frequency.Count && _frequency[p] > 0 ? _frequency[p] : 1;
            }
        }

        var isBinary = CollectionsMarshal.AsSpan(_value).IndexOfAnyExcept(0.0, 1.0) < 0;
        return new ResponseMatrix(
            persons,
            items,
            Starts(person, personRank, persons.Length),
            Ranked(order, item, itemRank),
            isBinary ? null : Gathered(order, _value),
            isBinary ? Rights(order, CollectionsMarshal.AsSpan(_value)) : null,
            _trials is null ? null : Stated(Gathered(order, _trials)),
            frequency,
            _importance is null ? null : Gathered(order, _importance),
            [
                .. _facetNames.Select(
                    (name, f) => new Facet(name, facets[f].Levels, Ranked(order, CollectionsMarshal.AsSpan(_levelOf[f]), facets[f].Rank))
                ),
            ],
            _missing
        );
    }

    private static int[] Identity(int count)
    {
        var order = new int[count];
        for (var k = 0; k < count; k++)
        {
            order[k] = k;
        }

        return order;
    }

    /// <summary>Counting sort of an order by the ranks of its keys, stable.</summary>
    private static int[] Stable(int[] order, ReadOnlySpan<int> key, int[] rank, int ranks)
    {
        var next = new int[ranks + 1];
        foreach (var k in key)
        {
            next[rank[k] + 1]++;
        }

        for (var r = 0; r < ranks; r++)
        {
            next[r + 1] += next[r];
        }

        var sorted = new int[order.Length];
        foreach (var k in order)
        {
            sorted[next[rank[key[k]]]++] = k;
        }

        return sorted;
    }

    /// <summary>Refuses repeats without stated trials, and puts the others into an order that does not depend on the rows' order.</summary>
    private void OrderRepeats(int[] order, string? source)
    {
        for (var first = 0; first < order.Length; )
        {
            var end = first + 1;
            while (end < order.Length && IsSameCell(order[first], order[end]))
            {
                end++;
            }

            if (end > first + 1)
            {
                RequireTrials(order.AsSpan(first, end - first), source);
                order.AsSpan(first, end - first).Sort((a, b) => Repeat(a).CompareTo(Repeat(b)));
            }

            first = end;
        }
    }

    private (double Value, int Trials, double Importance) Repeat(int k) => (_value[k], _trials?[k] ?? 0, _importance?[k] ?? 1);

    private bool IsSameCell(int a, int b)
    {
        if (_person[a] != _person[b] || _item[a] != _item[b])
        {
            return false;
        }

        foreach (var levels in _levelOf)
        {
            if (levels[a] != levels[b])
            {
                return false;
            }
        }

        return true;
    }

    private void RequireTrials(ReadOnlySpan<int> repeats, string? source)
    {
        foreach (var k in repeats)
        {
            if (_trials is null || _trials[k] == 0)
            {
                var facets = _facetNames.Length == 0 ? string.Empty : " under the same facet levels";
                var found = $"Person '{_persons[_person[k]]}' has two responses to item '{_items[_item[k]]}'{facets}";
                throw source is null
                    ? new ArgumentException($"{found}; expected one. Aggregate them before calibrating, or state their trials.")
                    : ResponseFormatException.At(
                        $"{source}, responses {repeats[0] + 1} and {repeats[1] + 1} of those present",
                        found,
                        "one response for each person, item and facet level, or repeated trials that say so",
                        "state trials (1 for a single attempt) if these are repeated attempts; else remove one"
                    );
            }
        }
    }

    private static int[] Starts(ReadOnlySpan<int> person, int[] rank, int persons)
    {
        var start = new int[persons + 1];
        foreach (var p in person)
        {
            start[rank[p] + 1]++;
        }

        for (var p = 0; p < persons; p++)
        {
            start[p + 1] += start[p];
        }

        return start;
    }

    private static byte[] Rights(int[] order, ReadOnlySpan<double> values)
    {
        var right = new byte[order.Length];
        for (var k = 0; k < order.Length; k++)
        {
            right[k] = values[order[k]] == 1 ? (byte)1 : (byte)0;
        }

        return right;
    }

    private static int[] Ranked(int[] order, ReadOnlySpan<int> key, int[] rank)
    {
        var ranked = new int[order.Length];
        for (var k = 0; k < order.Length; k++)
        {
            ranked[k] = rank[key[order[k]]];
        }

        return ranked;
    }

    private static T[] Gathered<T>(int[] order, List<T> list)
    {
        var values = CollectionsMarshal.AsSpan(list);
        var gathered = new T[order.Length];
        for (var k = 0; k < order.Length; k++)
        {
            gathered[k] = values[order[k]];
        }

        return gathered;
    }

    /// <summary>Trials that were not stated are one; <see langword="null"/> if all are one.</summary>
    private static int[]? Stated(int[] trials)
    {
        var most = 1;
        for (var k = 0; k < trials.Length; k++)
        {
            trials[k] = Math.Max(trials[k], 1);
            most = Math.Max(most, trials[k]);
        }

        return most == 1 ? null : trials;
    }
}
