namespace Tare.Psychometrics;

/// <summary>Turns a dense table of right, wrong and missing into a sparse matrix.</summary>
internal static class DenseTable
{
    internal static ResponseMatrix Of(string[] persons, string[] items, ReadOnlySpan<sbyte> responses)
    {
        var count = 0;
        foreach (var response in responses)
        {
            count += response >= 0 ? 1 : 0;
        }

        var start = new int[persons.Length + 1];
        var item = new int[count];
        var right = new byte[count];
        var k = 0;
        for (var p = 0; p < persons.Length; p++)
        {
            var row = responses.Slice(p * items.Length, items.Length);
            for (var i = 0; i < row.Length; i++)
            {
                if (row[i] > 1)
                {
                    throw new ArgumentException(
                        $"Person '{persons[p]}', item '{items[i]}': {row[i]}; expected 1, 0 or a negative number. Use From for counts and shares.",
                        nameof(responses)
                    );
                }

                if (row[i] >= 0)
                {
                    item[k] = i;
                    right[k++] = (byte)row[i];
                }
            }

            start[p + 1] = k;
        }

        return new ResponseMatrix(persons, items, start, item, value: null, right, trials: null, frequency: null, importance: null, [], []);
    }
}
