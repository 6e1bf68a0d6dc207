using Tare.Records;

namespace Tare.Catalogue.Dossiers;

/// <summary>Where each record and field of a document stands, by the addresses that messages use.</summary>
internal static class NodePositions
{
    // Records of a list are named by their identifier, versions of a topic by their number.
    private static readonly string[] s_names = ["id", "n"];

    public static IReadOnlyDictionary<string, SourcePosition> Of(YamlNode root, string file)
    {
        var positions = new Dictionary<string, SourcePosition>(StringComparer.Ordinal);
        if (root is YamlTable table)
        {
            Fields(table, string.Empty, file, positions);
        }

        return positions;
    }

    private static void Fields(YamlTable table, string address, string file, Dictionary<string, SourcePosition> positions)
    {
        foreach (var (name, (_, value)) in table.Fields)
        {
            var at = address.Length == 0 ? name : $"{address}/{name}";
            Remember(at, value, file, positions);
            if (value is YamlTable inner)
            {
                Fields(inner, at, file, positions);
            }
            else if (value is YamlSequence list)
            {
                foreach (var entry in list.Entries.OfType<YamlTable>())
                {
                    var of = Entry(at, entry);
                    Remember(of, entry, file, positions);
                    Fields(entry, of, file, positions);
                }
            }
        }
    }

    private static string Entry(string at, YamlTable entry)
    {
        foreach (var name in s_names)
        {
            if (entry.Fields.TryGetValue(name, out var field) && field.Value is YamlText text)
            {
                return $"{at}/{text.Value}";
            }
        }

        return at;
    }

    private static void Remember(string address, YamlNode node, string file, Dictionary<string, SourcePosition> positions) =>
        positions.TryAdd(address, new SourcePosition(file, node.Line, node.Column));
}
