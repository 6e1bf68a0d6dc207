namespace Tare.Records;

/// <summary>What a person may have meant: the known names that differ least from what was written.</summary>
public static class NearestNames
{
    /// <summary>The nearest names, best first, by edit distance without regard to case; a name that contains the text counts as near.</summary>
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

    private static int Rank(string written, string name)
    {
        var contained = written.Length >= 3 && name.Contains(written, StringComparison.OrdinalIgnoreCase);
        return contained ? 1 : Distance(written, name);
    }

    private static int Distance(string left, string right)
    {
        var row = new int[right.Length + 1];
        for (var j = 0; j <= right.Length; j++)
        {
            row[j] = j;
        }

        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var same = char.ToLowerInvariant(left[i - 1]) == char.ToLowerInvariant(right[j - 1]);
                var best = Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (same ? 0 : 1));
                diagonal = row[j];
                row[j] = best;
            }
        }

        return row[right.Length];
    }
}
