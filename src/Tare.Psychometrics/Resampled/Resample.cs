using Tare.Numerics;

namespace Tare.Psychometrics;

/// <summary>Draws resamples of a matrix.</summary>
internal sealed class Resample
{
    private readonly ResponseMatrix _data;
    private readonly ResampledUnit _unit;
    private readonly int[][] _groups;

    internal Resample(ResponseMatrix data, ResampleOptions options)
    {
        _data = data;
        _unit = options.Unit;
        _groups = options.Unit switch
        {
            ResampledUnit.Persons => [.. Enumerable.Range(0, data.Persons.Count).Select(p => new[] { p })],
            ResampledUnit.Items => [.. Enumerable.Range(0, data.Items.Count).Select(i => new[] { i })],
            _ => Members(
                data,
                ItemGroups.Of(
                    data,
                    options.ItemGroups
                        ?? throw new ArgumentException("Groups of items are resampled, and none were given.", nameof(options))
                )
            ),
        };
        if (_groups.Length < 2)
        {
            throw new NotIdentifiedException(
                $"{_groups.Length} unit(s) to resample; a bootstrap needs at least 2. Resample another unit, or take other standard errors."
            );
        }
    }

    internal ResponseMatrix Draw(RandomSource random)
    {
        var times = new int[_groups.Length];
        for (var k = 0; k < times.Length; k++)
        {
            times[random.NextInt(times.Length)]++;
        }

        return _unit == ResampledUnit.Persons ? _data.WithPersons(times) : WithItems(times);
    }

    private static int[][] Members(ResponseMatrix data, ItemGroups groups) =>
        [
            .. Enumerable
                .Range(0, groups.Names.Count)
                .Select(g => Enumerable.Range(0, data.Items.Count).Where(i => groups[i] == g).ToArray()),
        ];

    /// <summary>Items drawn more than once are there more than once; the first copy keeps the name.</summary>
    private ResponseMatrix WithItems(int[] times)
    {
        var copies = new int[_data.Items.Count];
        for (var g = 0; g < times.Length; g++)
        {
            foreach (var item in _groups[g])
            {
                copies[item] = times[g];
            }
        }

        var columns = new ResponseColumns([]);
        for (var p = 0; p < _data.Persons.Count; p++)
        {
            for (var k = _data.PersonStart[p]; k < _data.PersonStart[p + 1]; k++)
            {
                for (var c = 0; c < copies[_data.ItemOf[k]]; c++)
                {
                    Add(columns, p, k, c);
                }
            }
        }

        return columns.Build(source: null);
    }

    private void Add(ResponseColumns columns, int person, int response, int copy)
    {
        var index = columns.PersonIndex(_data.Persons[person]);
        if (_data.HasFrequency)
        {
            columns.TryFrequency(index, _data.PersonFrequency[person]);
        }

        // A control character keeps the names of copies apart from all names of a file.
        var name = _data.Items[_data.ItemOf[response]];
        columns.Add(
            index,
            columns.ItemIndex(copy == 0 ? name : $"{name}\u0001{copy}"),
            _data.Value[response],
            _data.HasTrials ? _data.Trials[response] : 0,
            _data.HasImportance ? _data.Importance[response] : 1
        );
    }
}
