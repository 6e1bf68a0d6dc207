namespace Tare.Records;

/// <summary>What a person may have meant: the known names that differ least from what was written.</summary>
public static class NearestNames
{
    /// <summary>The nearest names, best first, by edit distance without regard to case, in which two letters that changed places are one edit; a name that contains the text counts as near.</summary>
    /// <param name="written">What the person wrote.</param>
    /// <param name="known">What exists.</param>
    /// <param name="count">At most so many, at least 1.</param>
    /// <returns>Empty where nothing is near: a distance over half the length of the longer text.</returns>
    public static IReadOnlyList<string> Of(string written, IEnumerable<string> known, int count = 3)
    {
        ArgumentNullException.ThrowIfNull(written);
        ArgumentNullException.ThrowIfNull(known);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        if (written.Length is 0 or > 200)
        {
            return [];
        }

        return
        [
            .. known
                .Distinct(StringComparer.Ordinal)
                .Where(k => k.Length is > 0 and <= 200)
                .Select(k => (Name: k, Distance: Rank(written, k)))
                .Where(k => k.Distance * 2 <= Math.Max(written.Length, k.Name.Length))
                .OrderBy(k => k.Distance)
                .ThenBy(k => k.Name, StringComparer.Ordinal)
                .Take(count)
                .Select(k => k.Name),
        ];
    }

    /// <summary>The next step of an error at a name that nothing has: the nearest name as a question, or what else there is to do.</summary>
    /// <param name="written">What the person wrote.</param>
    /// <param name="known">What exists.</param>
    /// <param name="otherwise">The next step where nothing is near.</param>
    public static string NextStep(string written, IEnumerable<string> known, string otherwise) =>
        Of(written, known, 1) is [var near] ? $"did you mean '{near}'?" : otherwise;

    private static int Rank(string written, string name)
    {
        var contained = written.Length >= 3 && name.Contains(written, StringComparison.OrdinalIgnoreCase);
        return contained ? 1 : Distance(written, name);
    }

    /// <summary>Optimal string alignment: insertions, deletions, substitutions, and neighbours that changed places.</summary>
    private static int Distance(string left, string right)
    {
        var (before, above, row) = (new int[right.Length + 1], new int[right.Length + 1], new int[right.Length + 1]);
        for (var j = 0; j <= right.Length; j++)
        {
            above[j] = j;
        }

        for (var i = 1; i <= left.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                row[j] = Math.Min(Math.Min(above[j], row[j - 1]) + 1, above[j - 1] + (Same(left[i - 1], right[j - 1]) ? 0 : 1));
                if (i > 1 && j > 1 && Same(left[i - 1], right[j - 2]) && Same(left[i - 2], right[j - 1]))
                {
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
                }
            }

            (before, above, row) = (above, row, before);
        }

        return above[right.Length];
    }

    private static bool Same(char left, char right) => char.ToLowerInvariant(left) == char.ToLowerInvariant(right);
}
