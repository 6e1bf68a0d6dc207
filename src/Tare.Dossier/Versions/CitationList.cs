using System.Globalization;
using System.Text;
using Tare.Records;

namespace Tare.Dossier;

/// <summary>The citations of one version: numbers that belong to it, drawn from the order of its sources.</summary>
public sealed class CitationList
{
    private const string Opening = "[@";
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);

    private CitationList(TopicVersion version)
    {
        foreach (var source in version.Sources)
        {
            _numbers.TryAdd(source, _numbers.Count + 1);
        }
    }

    /// <summary>The citations of a version.</summary>
    /// <param name="version">The version.</param>
    public static CitationList Of(TopicVersion version)
    {
        ArgumentNullException.ThrowIfNull(version);
        return new CitationList(version);
    }

    /// <summary>The number of a source in this version, or <see langword="null"/> where it does not list it.</summary>
    /// <param name="source">Identifier of the source.</param>
    public int? Number(string source) => _numbers.TryGetValue(source, out var number) ? number : null;

    /// <summary>A text with <c>[@source-id]</c> drawn as <c>[2]</c>; what is not listed stays as it is.</summary>
    /// <param name="text">A text of the version.</param>
    public string Render(string text)
    {
        var result = new StringBuilder(text.Length);
        var position = 0;
        foreach (var (start, length, source) in Markers(text))
        {
            result.Append(text, position, start - position);
            if (Number(source) is { } number)
            {
                result.Append(CultureInfo.InvariantCulture, $"[{number}]");
            }
            else
            {
                result.Append(text, start, length);
            }

            position = start + length;
        }

        return result.Append(text, position, text.Length - position).ToString();
    }

    /// <summary>The sources that a text cites, in the order of their marks.</summary>
    /// <param name="text">A text of a version.</param>
    public static IReadOnlyList<string> Cited(string? text) => text is null ? [] : [.. Markers(text).Select(m => m.Source)];

    private static IEnumerable<(int Start, int Length, string Source)> Markers(string text)
    {
        for (var start = text.IndexOf(Opening, StringComparison.Ordinal); start >= 0; )
        {
            var end = text.IndexOf(']', start);
            if (end < 0)
            {
                yield break;
            }

            yield return (start, end + 1 - start, text[(start + Opening.Length)..end]);
            start = text.IndexOf(Opening, end, StringComparison.Ordinal);
        }
    }
}
