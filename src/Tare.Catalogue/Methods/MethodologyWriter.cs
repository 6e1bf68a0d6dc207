using System.Text;
using Tare.Records;

namespace Tare.Catalogue;

/// <summary>Writes a methodology for people and as a document that <see cref="MethodologyReader"/> reads back.</summary>
public static class MethodologyWriter
{
    /// <summary>Every field with its value, in the order of a document.</summary>
    /// <param name="methodology">The methodology.</param>
    public static IReadOnlyList<MethodologyField> Fields(Methodology methodology)
    {
        ArgumentNullException.ThrowIfNull(methodology);
        var entries = MethodologyFields.Write(methodology, methodology.Name);
        return
        [
            .. MethodologyFields
                .Keys.Where(k => entries.Find(k) is not null)
                .Select(k => new MethodologyField(k, entries.Find(k)!.Text is { Length: > 0 } text ? text : "none")),
        ];
    }

    /// <summary>The methodology as a YAML document, changes included.</summary>
    /// <param name="methodology">The methodology.</param>
    public static string Write(Methodology methodology)
    {
        ArgumentNullException.ThrowIfNull(methodology);
        var entries = MethodologyFields.Write(methodology, methodology.Name);
        var text = new StringBuilder();
        foreach (var key in MethodologyFields.Keys)
        {
            if (entries.Find(key) is not { } entry)
            {
                continue;
            }

            var below = key.StartsWith("scale.", StringComparison.Ordinal);
            if (key == "scale.kind")
            {
                text.Append("scale:\n");
            }

            text.Append(below ? $"  {key[6..]}:" : $"{key}:");
            if (entry.Items is null)
            {
                text.Append(' ').Append(QuotedScalar(entry.Text)).Append('\n');
            }
            else
            {
                text.Append(entry.Items.Count == 0 ? " []\n" : "\n");
                foreach (var item in entry.Items)
                {
                    text.Append("  - ").Append(QuotedScalar(item)).Append('\n');
                }
            }
        }

        return text.ToString();
    }

    private static string QuotedScalar(string value) =>
        $"\"{value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
