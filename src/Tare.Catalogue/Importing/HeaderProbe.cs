using System.Text;

namespace Tare.Catalogue;

/// <summary>A look at the first line of a file, without judging it.</summary>
internal static class HeaderProbe
{
    private const int Length = 1 << 13;

    /// <summary>The first line, or <see langword="null"/> where the file is no text.</summary>
    public static string? FirstLine(ImportSource source)
    {
        var head = source.Head(Length);
        if (head.Length == 0 || head.Contains((byte)0))
        {
            return null;
        }

        var text = Encoding.UTF8.GetString(head).TrimStart('\ufeff');
        var line = text.Split('\n', 2)[0].TrimEnd('\r');
        return line.Contains('\ufffd', StringComparison.Ordinal) ? null : line;
    }

    /// <summary>Whether the first line has all of these columns, as a plain header.</summary>
    public static bool HasColumns(ImportSource source, params ReadOnlySpan<string> columns)
    {
        if (FirstLine(source) is not { } line)
        {
            return false;
        }

        var found = line.Split(',').Select(c => c.Trim().Trim('"')).ToHashSet(StringComparer.Ordinal);
        foreach (var column in columns)
        {
            if (!found.Contains(column))
            {
                return false;
            }
        }

        return true;
    }
}
