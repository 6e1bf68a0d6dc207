namespace Tare.Psychometrics;

/// <summary>The responses again, persons split by the levels of a column: each test taker is a person of its own.</summary>
internal sealed class DifTakers
{
    private DifTakers(FitInput input, int[] personOf, int[] levelOf)
    {
        Input = input;
        PersonOf = personOf;
        LevelOf = levelOf;
    }

    /// <summary>The takers' responses.</summary>
    internal FitInput Input { get; }

    /// <summary>Person of each taker, in the original data.</summary>
    internal int[] PersonOf { get; }

    /// <summary>Level of each taker.</summary>
    internal int[] LevelOf { get; }

    internal int Count => PersonOf.Length;

    internal static DifTakers Of(FitInput input, Facet facet)
    {
        var data = input.Data;
        var (persons, levels) = (new List<int>(), new List<int>());
        var rows = new List<int>(data.Count);
        var starts = new List<int>();
        var buckets = new SortedDictionary<int, List<int>>();
        for (var p = 0; p < data.Persons.Count; p++)
        {
            buckets.Clear();
            for (var k = data.PersonStart[p]; k < data.PersonStart[p + 1]; k++)
            {
                var level = facet.LevelOf[k];
                if (!buckets.TryGetValue(level, out var bucket))
                {
                    buckets[level] = bucket = [];
                }

                bucket.Add(k);
            }

            foreach (var (level, bucket) in buckets)
            {
                persons.Add(p);
                levels.Add(level);
                starts.Add(rows.Count);
                rows.AddRange(bucket);
            }
        }

        starts.Add(rows.Count);
        var table = Rearranged(data, persons, rows, [.. starts]);
        var items = Enumerable
            .Range(0, input.Items)
            .Select(j =>
                input.IsKnown[j] ? new ItemParameters(input.Slope[j], input.Intercept[j], input.Guessing[j]) : (ItemParameters?)null
            );
        return new DifTakers(new FitInput(table, [.. items], [.. persons.Select(p => input.Starts[p])]), [.. persons], [.. levels]);
    }

    private static ResponseMatrix Rearranged(ResponseMatrix data, List<int> persons, List<int> rows, int[] starts)
    {
        var right = data.Right.IsEmpty ? null : new byte[rows.Count];
        var value = data.Right.IsEmpty ? new double[rows.Count] : null;
        var trials = data.HasTrials ? new int[rows.Count] : null;
        var item = new int[rows.Count];
        for (var k = 0; k < item.Length; k++)
        {
            item[k] = data.ItemOf[rows[k]];
            if (right is not null)
            {
                right[k] = data.Right[rows[k]];
            }
            else
            {
                value![k] = data.Value[rows[k]];
            }

            if (trials is not null)
            {
                trials[k] = data.Trials[rows[k]];
            }
        }

        return new ResponseMatrix(
            [.. persons.Select(p => data.Persons[p])],
            [.. data.Items],
            starts,
            item,
            value,
            right,
            trials,
            data.HasFrequency ? [.. persons.Select(p => data.PersonFrequency[p])] : null,
            null,
            [],
            []
        );
    }
}
