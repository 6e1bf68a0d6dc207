using System.Text;

namespace Tare.App.Reporting;

/// <summary>Finds where two versions of a report's file part.</summary>
internal static class FileComparison
{
    private const int Context = 24;
    private const string SectionStart = "<section ";
    private const string IdStart = " id=\"";

    /// <summary>The first difference, or <see langword="null"/> where the bytes are equal.</summary>
    /// <param name="path">Path inside the folder.</param>
    /// <param name="found">What is on disk.</param>
    /// <param name="expected">What was computed.</param>
    public static Difference? First(string path, ReadOnlySpan<byte> found, ReadOnlySpan<byte> expected)
    {
        var at = found.CommonPrefixLength(expected);
        if (at == found.Length && at == expected.Length)
        {
            return null;
        }

        var before = Encoding.UTF8.GetString(expected[..at]);
        var line = before.Count(c => c == '\n') + 1;
        var column = before.Length - (before.LastIndexOf('\n') + 1) + 1;
        return new Difference(What(path, before), $"{path} line {line} column {column}", Around(found, at), Around(expected, at));
    }

    private static string What(string path, string before)
    {
        if (path.StartsWith("figures/", StringComparison.Ordinal))
        {
            return $"figure '{path["figures/".Length..].Split('.')[0]}'";
        }

        var section = before.LastIndexOf(SectionStart, StringComparison.Ordinal);
        if (section < 0)
        {
            return $"file '{path}'";
        }

        var start = before.IndexOf(IdStart, section, StringComparison.Ordinal) + IdStart.Length;
        var end = before.IndexOf('"', start);
        return start < IdStart.Length || end < 0 ? $"file '{path}'" : $"figure '{before[start..end]}' on the page";
    }

    // The words around the place, so that a changed digit is seen inside its number.
    private static string Around(ReadOnlySpan<byte> bytes, int at)
    {
        var from = Math.Max(0, at - Context);
        var to = Math.Min(bytes.Length, at + Context);
        var text = Encoding.UTF8.GetString(bytes[from..to]).ReplaceLineEndings(" ");
        return to == bytes.Length && at >= bytes.Length ? text + "(end)" : text;
    }
}
