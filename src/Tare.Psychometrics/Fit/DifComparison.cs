namespace Tare.Psychometrics;

/// <summary>All comparisons of one column, in two rounds: the second matches without the items that the first classed C.</summary>
internal sealed class DifComparison
{
    private const double DeltaPerLogit = 2.35;
    private readonly DifTakers _takers;
    private readonly Facet _facet;
    private readonly DifOptions _options;
    private readonly int[] _itemStart;
    private readonly int[] _rowOfItem;
    private readonly int[] _takerOfRow;

    internal DifComparison(FitInput input, Facet facet, DifOptions options)
    {
        _facet = facet;
        _options = options;
        _takers = DifTakers.Of(input, facet);
        var data = _takers.Input.Data;
        _takerOfRow = data.PersonOf.ToArray();
        _itemStart = new int[data.Items.Count + 1];
        foreach (var item in data.ItemOf)
        {
            _itemStart[item + 1]++;
        }

        for (var j = 0; j < data.Items.Count; j++)
        {
            _itemStart[j + 1] += _itemStart[j];
        }

        _rowOfItem = new int[data.Count];
        var next = _itemStart[..^1];
        for (var k = 0; k < data.Count; k++)
        {
            _rowOfItem[next[data.ItemOf[k]]++] = k;
        }
    }

    internal DifReport Run(CancellationToken cancel)
    {
        var scores = FitResiduals.Score(_takers.Input, _options.Threads, cancel);
        var groups = Groups(scores);
        var focal = Focal(groups);
        var strata = Strata(scores);
        var first = Round(_ => strata, focal, cancel);
        var index = _takers.Input.Data.Items.Select((id, j) => (id, j)).ToDictionary(x => x.id, x => x.j, StringComparer.Ordinal);
        int[] purified =
        [
            .. first.Where(d => d is { Class: DifClass.C } && d.AdjustedP < _options.Level).Select(d => index[d.Item]).Distinct().Order(),
        ];

        // An item left out of the matching is still matched with itself in: without it even a fair item would seem to differ.
        var result = first;
        if (purified.Length > 0 && purified.Length < _takers.Input.IsKnown.Count(k => k) / 2)
        {
            var without = Strata(FitResiduals.Score(Leaving(purified, null), _options.Threads, cancel));
            var own = purified.ToDictionary(j => j, j => Strata(FitResiduals.Score(Leaving(purified, j), _options.Threads, cancel)));
            result = Round(j => own.GetValueOrDefault(j, without), focal, cancel);
        }
        else
        {
            purified = [];
        }

        var items = _takers.Input.Data.Items;
        return new DifReport(
            _facet.Name,
            strata.Count,
            groups,
            result,
            [.. purified.Select(j => items[j])],
            (items.Count * focal.Count) - result.Count,
            _options.Level
        );
    }

    private FitInput Leaving(int[] left, int? kept)
    {
        var input = _takers.Input;
        var items = Enumerable
            .Range(0, input.Items)
            .Select(j =>
                input.IsKnown[j] && (j == kept || Array.BinarySearch(left, j) < 0)
                    ? new ItemParameters(input.Slope[j], input.Intercept[j], input.Guessing[j])
                    : (ItemParameters?)null
            );
        return new FitInput(input.Data, [.. items], input.Starts);
    }

    private List<DifGroup> Groups(PersonScore[] scores)
    {
        var groups = new List<DifGroup>();
        for (var level = 0; level < _facet.Levels.Count; level++)
        {
            var (takers, mass, sum) = (0.0, 0.0, 0.0);
            for (var t = 0; t < scores.Length; t++)
            {
                if (_takers.LevelOf[t] != level)
                {
                    continue;
                }

                var frequency = _takers.Input.Frequency(t);
                takers += frequency;
                if (scores[t].Kind is PersonScoreKind.Scored or PersonScoreKind.Extreme)
                {
                    mass += frequency;
                    sum += frequency * scores[t].Theta;
                }
            }

            var reason =
                mass < _options.FewestTakers
                    ? $"{mass:0} test taker(s) with an ability; a comparison needs at least {_options.FewestTakers}. They count among the others."
                    : null;
            groups.Add(new DifGroup(_facet.Levels[level], takers, mass > 0 ? sum / mass : null, reason));
        }

        return groups;
    }

    /// <summary>The levels that are compared with all others; of two, the second alone, since the first would say the same again.</summary>
    private List<int> Focal(List<DifGroup> groups)
    {
        var able = Enumerable.Range(0, groups.Count).Where(k => groups[k].Reason is null).ToList();
        if (able.Count == 0 || groups.Count < 2 || groups.Sum(g => g.Takers) - groups[able[0]].Takers < _options.FewestTakers)
        {
            throw new NotIdentifiedException(
                $"Column '{_facet.Name}' has {groups.Count} level(s), {able.Count} of them with at least {_options.FewestTakers} test takers; "
                    + "a comparison needs two groups. Merge levels, or take another column."
            );
        }

        return groups.Count == 2 ? [able.Count == 2 ? 1 : able[0]] : able;
    }

    private AbilityGroups Strata(PersonScore[] scores)
    {
        var takers = scores.Count(s => s.Kind is PersonScoreKind.Scored or PersonScoreKind.Extreme);
        var mass = Enumerable.Range(0, scores.Length).Sum(t => _takers.Input.Frequency(t));
        var wanted = _options.Strata ?? (int)Math.Clamp(Math.Max(mass, takers) / 20, 5, 20);
        return AbilityGroups.Of(
            scores.Length,
            t => scores[t].Kind is PersonScoreKind.Scored or PersonScoreKind.Extreme ? scores[t].Theta : null,
            _takers.Input.Frequency,
            wanted
        );
    }

    private List<ItemDif> Round(Func<int, AbilityGroups> strataOf, List<int> focal, CancellationToken cancel)
    {
        var items = _takers.Input.Items;
        var found = new ItemDif?[items * focal.Count];
        Blocks.Run(
            items,
            _options.Threads,
            item =>
            {
                var strata = strataOf(item);
                var table = new MantelHaenszel(strata.Count);
                for (var f = 0; f < focal.Count; f++)
                {
                    found[(item * focal.Count) + f] = Compare(table, item, focal[f], strata);
                }
            },
            cancel
        );
        return Adjusted([.. found.OfType<ItemDif>()]);
    }

    private ItemDif? Compare(MantelHaenszel table, int item, int level, AbilityGroups strata)
    {
        table.Clear();
        var read = new FitAnswers(_takers.Input.Data);
        for (var k = _itemStart[item]; k < _itemStart[item + 1]; k++)
        {
            var row = _rowOfItem[k];
            var taker = _takerOfRow[row];
            if (strata.Of(taker) >= 0)
            {
                var (right, trials) = read[row];
                table.Add(strata.Of(taker), _takers.LevelOf[taker] == level, right, trials, _takers.Input.Frequency(taker));
            }
        }

        return table.Result(_takers.Input.Data.Items[item], _facet.Levels[level]);
    }

    /// <summary>Benjamini and Hochberg's (1995) adjusted probabilities, and the classes.</summary>
    private List<ItemDif> Adjusted(ItemDif[] found)
    {
        var order = found
            .OrderBy(d => d.P)
            .ThenBy(d => d.Item, StringComparer.Ordinal)
            .ThenBy(d => d.Level, StringComparer.Ordinal)
            .ToArray();
        var least = 1.0;
        for (var k = order.Length - 1; k >= 0; k--)
        {
            least = Math.Min(least, order[k].P * order.Length / (k + 1));
            order[k] = order[k] with { AdjustedP = least, Class = ClassOf(order[k]) };
        }

        return [.. order];
    }

    private DifClass? ClassOf(ItemDif item)
    {
        if (item.LogOdds is not Estimate.Known { StandardError: { } error } known)
        {
            return null;
        }

        var delta = DeltaPerLogit * Math.Abs(known.Value);
        return delta < 1 || item.P >= _options.Level ? DifClass.A
            : delta >= 1.5 && delta - (1.645 * DeltaPerLogit * error) > 1 ? DifClass.C
            : DifClass.B;
    }
}
