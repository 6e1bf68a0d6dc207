namespace Tare.Psychometrics;

/// <summary>Turns a dense table of right, wrong and missing into a sparse matrix.</summary>
internal static class DenseTable
{
    internal static ResponseMatrix Of(string[] persons, string[] items, ReadOnlySpan<sbyte> responses)
    {
        var count = 0;
        var hasPerson = new bool[persons.Length];
        var hasItem = new bool[items.Length];
        for (var k = 0; k < responses.Length; k++)
        {
            if (responses[k] >= 0)
            {
                count++;
                hasPerson[k / items.Length] = true;
                hasItem[k % items.Length] = true;
            }
        }

        var kept = items.Where((_, i) => hasItem[i]).ToArray();
        var (position, next) = (new int[items.Length], 0);
        for (var i = 0; i < items.Length; i++)
        {
            position[i] = hasItem[i] ? next++ : -1;
        }

        return Fill(persons, items, responses, count, [.. persons.Where((_, p) => hasPerson[p])], kept, position);
    }

    private static ResponseMatrix Fill(
        string[] persons,
        string[] items,
        ReadOnlySpan<sbyte> responses,
        int count,
        string[] keptPersons,
        string[] keptItems,
        int[] position
    )
    {
        var row = 0;
        var start = new int[keptPersons.Length + 1];
        var item = new int[count];
        var right = new byte[count];
        var k = 0;
        for (var p = 0; p < persons.Length; p++)
        {
            var answers = responses.Slice(p * items.Length, items.Length);
            for (var i = 0; i < answers.Length; i++)
            {
                if (answers[i] > 1)
                {
                    throw new ArgumentException(
                        $"Person '{persons[p]}', item '{items[i]}': {answers[i]}; expected 1, 0 or a negative number. Use From for counts and shares.",
                        nameof(responses)
                    );
                }

                if (answers[i] >= 0)
                {
                    item[k] = position[i];
                    right[k++] = (byte)answers[i];
                }
            }

            if (k > start[row])
            {
                start[++row] = k;
            }
        }

        return new ResponseMatrix(
            keptPersons,
            keptItems,
            start,
            item,
            value: null,
            right,
            trials: null,
            frequency: null,
            importance: null,
            [],
            []
        );
    }
}
