namespace Tare.Psychometrics;

/// <summary>Which items and persons carry conditional information, and the likelihood of the items' difficulties.</summary>
internal sealed class ConditionalProblem
{
    /// <summary>A Newton step costs about the cube of the trials of each group: a few minutes at this bound.</summary>
    private const double MostWork = 2e11;

    private readonly ResponseMatrix _data;
    private readonly bool[] _itemTakesPart;
    private readonly bool[] _personTakesPart;
    private readonly double[] _right;
    private readonly List<ConditionalGroup> _groups = [];

    internal ConditionalProblem(ResponseMatrix data)
    {
        _data = data;
        _itemTakesPart = new bool[data.Items.Count];
        _personTakesPart = new bool[data.Persons.Count];
        Array.Fill(_itemTakesPart, true);
        Array.Fill(_personTakesPart, true);
        SetExtremesAside();
        Items = [.. Enumerable.Range(0, data.Items.Count).Where(i => _itemTakesPart[i])];
        if (Items.Length < 2)
        {
            throw new NotIdentifiedException(
                $"{Items.Length} item(s) are left when all-right and all-wrong persons and items are set aside; a conditional likelihood compares at least 2. "
                    + "Add persons or items on which answers differ."
            );
        }

        RequireComparable();
        _right = new double[Items.Length];
        Group();
    }

    /// <summary>Items that take part, by their index in the data.</summary>
    internal int[] Items { get; }

    internal int Persons => _personTakesPart.Count(takesPart => takesPart);

    internal bool TakesPart(int item) => _itemTakesPart[item];

    internal double Evaluate(ReadOnlySpan<double> difficulty, Span<double> gradient, SymmetricMatrix? information)
    {
        var sum = 0.0;
        for (var i = 0; i < difficulty.Length; i++)
        {
            sum -= difficulty[i] * _right[i];
            gradient[i] = -_right[i];
        }

        foreach (var group in _groups)
        {
            sum += group.Evaluate(difficulty, gradient, information);
        }

        return sum;
    }

    private double Frequency(int person) => _data.HasFrequency ? _data.PersonFrequency[person] : 1;

    private (int Right, int Trials) Counts(int response) =>
        ((int)Math.Round(_data.Value[response] * _data.Trials[response]), _data.Trials[response]);

    private void SetExtremesAside()
    {
        for (var changed = true; changed; )
        {
            changed = false;
            var (right, trials) = (new double[_data.Items.Count], new double[_data.Items.Count]);
            for (var p = 0; p < _data.Persons.Count; p++)
            {
                if (!_personTakesPart[p])
                {
                    continue;
                }

                var (own, all) = (0, 0);
                for (var k = _data.PersonStart[p]; k < _data.PersonStart[p + 1]; k++)
                {
                    if (_itemTakesPart[_data.ItemOf[k]])
                    {
                        var (r, n) = Counts(k);
                        own += r;
                        all += n;
                        right[_data.ItemOf[k]] += r;
                        trials[_data.ItemOf[k]] += n;
                    }
                }

                _personTakesPart[p] = own > 0 && own < all;
                changed |= !_personTakesPart[p];
            }

            for (var i = 0; i < right.Length; i++)
            {
                var takesPart = _itemTakesPart[i] && right[i] > 0 && right[i] < trials[i];
                changed |= takesPart != _itemTakesPart[i];
                _itemTakesPart[i] = takesPart;
            }
        }
    }

    /// <summary>
    /// The estimate is finite only if the items do not divide into two sets of which one was always right when the other was wrong (Fischer
    /// 1981): every item must lead to every other through persons who had one right and another wrong.
    /// </summary>
    private void RequireComparable()
    {
        foreach (var forward in new[] { true, false })
        {
            var reached = Reached(forward);
            var not = Items.Where(i => !reached[i]).Select(i => _data.Items[i]).ToArray();
            if (not.Length > 0)
            {
                throw new NotIdentifiedException(
                    $"Nobody had {(forward ? "an item of the others right and one of these wrong" : "one of these right and an item of the others wrong")}: "
                        + $"{NameList.Of(not, 4)} of {Items.Length} items. The two sets do not compare by conditional likelihood, and their distance "
                        + "has no finite estimate. Add persons who tried both sets, calibrate each alone, or use marginal likelihood."
                );
            }
        }
    }

    private bool[] Reached(bool forward)
    {
        var byItem = new List<(int Person, bool Any)>[_data.Items.Count];
        var itemSeen = new bool[_data.Items.Count];
        var personSeen = new bool[_data.Persons.Count];
        foreach (var i in Items)
        {
            byItem[i] = [];
        }

        for (var p = 0; p < _data.Persons.Count; p++)
        {
            for (var k = _data.PersonStart[p]; _personTakesPart[p] && k < _data.PersonStart[p + 1]; k++)
            {
                var (right, trials) = Counts(k);
                if (_itemTakesPart[_data.ItemOf[k]] && (forward ? right > 0 : right < trials))
                {
                    byItem[_data.ItemOf[k]].Add((p, true));
                }
            }
        }

        var waiting = new Stack<int>([Items[0]]);
        itemSeen[Items[0]] = true;
        while (waiting.TryPop(out var item))
        {
            foreach (var (person, _) in byItem[item])
            {
                if (personSeen[person])
                {
                    continue;
                }

                personSeen[person] = true;
                for (var k = _data.PersonStart[person]; k < _data.PersonStart[person + 1]; k++)
                {
                    var (right, trials) = Counts(k);
                    var to = _data.ItemOf[k];
                    if (_itemTakesPart[to] && !itemSeen[to] && (forward ? right < trials : right > 0))
                    {
                        itemSeen[to] = true;
                        waiting.Push(to);
                    }
                }
            }
        }

        return itemSeen;
    }

    private void Group()
    {
        var position = new int[_data.Items.Count];
        for (var k = 0; k < Items.Length; k++)
        {
            position[Items[k]] = k;
        }

        var groups = new Dictionary<string, ConditionalGroup>(StringComparer.Ordinal);
        var steps = new List<int>();
        for (var p = 0; p < _data.Persons.Count; p++)
        {
            if (!_personTakesPart[p])
            {
                continue;
            }

            steps.Clear();
            var score = 0;
            for (var k = _data.PersonStart[p]; k < _data.PersonStart[p + 1]; k++)
            {
                var (right, trials) = Counts(k);
                if (_itemTakesPart[_data.ItemOf[k]])
                {
                    steps.AddRange(Enumerable.Repeat(position[_data.ItemOf[k]], trials));
                    _right[position[_data.ItemOf[k]]] += Frequency(p) * right;
                    score += right;
                }
            }

            var key = string.Join(',', steps);
            if (!groups.TryGetValue(key, out var group))
            {
                groups[key] = group = new ConditionalGroup([.. steps]);
                _groups.Add(group);
            }

            group.Add(score, Frequency(p));
        }

        var work = _groups.Sum(g => Math.Pow(g.Steps, 3));
        if (work > MostWork)
        {
            throw new NotIdentifiedException(
                $"{_groups.Count} different sets of items were tried, of up to {_groups.Max(g => g.Steps)} trials each: conditional likelihood needs its own symmetric "
                    + "functions for each set, too much work here. Marginal likelihood (mml) takes any pattern of missing responses."
            );
        }
    }
}
