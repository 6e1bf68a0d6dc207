namespace Tare.Psychometrics;

/// <summary>Takes each distinct text of a column apart once, and notes those that do not match.</summary>
internal sealed class SplitCache(ColumnSplit split)
{
    private readonly Dictionary<string, string[]?> _parts = new(StringComparer.Ordinal);

    internal List<string> LeftOut { get; } = [];

    internal int IndexOf(string column)
    {
        for (var g = 0; g < split.Groups.Count; g++)
        {
            if (string.Equals(split.Groups[g], column, StringComparison.Ordinal))
            {
                return g;
            }
        }

        return -1;
    }

    /// <summary>The parts, or <see langword="null"/> where the text does not match.</summary>
    internal string[]? Parts(ReadOnlySpan<char> text)
    {
        var lookup = _parts.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!lookup.TryGetValue(text, out var parts))
        {
            lookup[text] = parts = split.Parts(text.ToString());
            if (parts is null)
            {
                LeftOut.Add(text.ToString());
            }
        }

        return parts;
    }
}
