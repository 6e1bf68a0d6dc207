namespace Tare.Psychometrics;

/// <summary>Chooses items and layout.</summary>
internal static class MarginalDataBuilder
{
    /// <summary>Prepares a matrix; items that everybody or nobody solved do not take part.</summary>
    internal static MarginalData Of(ResponseMatrix data, bool hasGuessing)
    {
        var frequency = data.HasFrequency ? data.PersonFrequency.ToArray() : null;
        var (right, trials) = Totals(data, frequency);
        var items = Enumerable.Range(0, data.Items.Count).Where(j => right[j] > 0 && right[j] < trials[j]).ToArray();
        var position = new int[data.Items.Count];
        Array.Fill(position, -1);
        for (var k = 0; k < items.Length; k++)
        {
            position[items[k]] = k;
        }

        var isBinary = !data.Right.IsEmpty && !data.HasTrials && !data.HasImportance;
        var rows =
            isBinary && !hasGuessing && MostlyComplete(data, items.Length)
                ? (PersonRows)Bits(data, position, items.Length)
                : List(data, position, items.Length, isBinary, hasGuessing);
        return new MarginalData(
            data.Persons.Count,
            items,
            frequency,
            rows,
            [.. items.Select(j => right[j])],
            [.. items.Select(j => trials[j])],
            frequency is null ? data.Persons.Count : frequency.Sum()
        );
    }

    private static (double[] Right, double[] Trials) Totals(ResponseMatrix data, double[]? frequency)
    {
        var right = new double[data.Items.Count];
        var trials = new double[data.Items.Count];
        var answers = new AnswerReader(data);
        for (var p = 0; p < data.Persons.Count; p++)
        {
            var weight = frequency is null ? 1 : frequency[p];
            for (var k = data.PersonStart[p]; k < data.PersonStart[p + 1]; k++)
            {
                var (r, n) = answers[k];
                right[data.ItemOf[k]] += weight * r;
                trials[data.ItemOf[k]] += weight * n;
            }
        }

        return (right, trials);
    }

    /// <summary>Whether bits pay: no pair occurs twice, and at least half of the pairs are there.</summary>
    private static bool MostlyComplete(ResponseMatrix data, int items)
    {
        if (2L * data.Count < (long)data.Persons.Count * items)
        {
            return false;
        }

        for (var p = 0; p < data.Persons.Count; p++)
        {
            for (var k = data.PersonStart[p] + 1; k < data.PersonStart[p + 1]; k++)
            {
                if (data.ItemOf[k] == data.ItemOf[k - 1])
                {
                    return false;
                }
            }
        }

        return true;
    }

    private static BitRows Bits(ResponseMatrix data, int[] position, int items)
    {
        var words = BitRows.Words(items);
        var groups = (data.Persons.Count + BitKernels.Together - 1) / BitKernels.Together;
        var bits = new ulong[groups * BitKernels.Together * words];
        var missing = new List<int>();
        var missingStart = new int[data.Persons.Count + 1];
        for (var p = 0; p < data.Persons.Count; p++)
        {
            var next = 0;
            for (var k = data.PersonStart[p]; k < data.PersonStart[p + 1]; k++)
            {
                var item = position[data.ItemOf[k]];
                if (item < 0)
                {
                    continue;
                }

                while (next < item)
                {
                    missing.Add(next++);
                }

                next = item + 1;
                bits[(p * words) + (item / BitKernels.WordBits)] |= (ulong)data.Right[k] << (item % BitKernels.WordBits);
            }

            while (next < items)
            {
                missing.Add(next++);
            }

            missingStart[p + 1] = missing.Count;
        }

        return new BitRows(data.Persons.Count, items, bits, words, missingStart, [.. missing]);
    }

    private static ListRows List(ResponseMatrix data, int[] position, int items, bool isBinary, bool hasGuessing)
    {
        var count = 0;
        foreach (var item in data.ItemOf)
        {
            count += position[item] >= 0 ? 1 : 0;
        }

        var start = new int[data.Persons.Count + 1];
        var itemOf = new int[count];
        var right = isBinary ? new byte[count] : null;
        var rightWeight = isBinary ? null : new double[count];
        var trialWeight = isBinary ? null : new double[count];
        var answers = new AnswerReader(data);
        var next = 0;
        for (var p = 0; p < data.Persons.Count; p++)
        {
            for (var k = data.PersonStart[p]; k < data.PersonStart[p + 1]; k++)
            {
                var item = position[data.ItemOf[k]];
                if (item < 0)
                {
                    continue;
                }

                itemOf[next] = item;
                if (right is not null)
                {
                    right[next] = data.Right[k];
                }
                else
                {
                    (rightWeight![next], trialWeight![next]) = answers[k];
                }

                next++;
            }

            start[p + 1] = next;
        }

        return new ListRows(items, start, itemOf, right, rightWeight, trialWeight, hasGuessing, data.HasTrials);
    }
}
