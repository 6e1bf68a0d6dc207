using Tare.Records;

namespace Tare.Catalogue.Dossiers;

/// <summary>Finds where records and fields of a document stand, by the addresses that messages use; lists are indexed when first asked for.</summary>
internal sealed class NodePositions(YamlNode root, string file)
{
    // Records of a list are named by their identifier, versions of a topic by their number.
    private static readonly string[] s_names = ["id", "n"];

    private readonly Dictionary<YamlSequence, Dictionary<string, YamlTable>> _entries = new(ReferenceEqualityComparer.Instance);

    /// <summary>The place of an address, or of the nearest part that contains it; <see langword="null"/> where nothing is known of it.</summary>
    public SourcePosition? Find(string address)
    {
        var node = root;
        YamlNode? nearest = null;
        for (var rest = address.AsSpan(); rest.Length > 0 && Step(node, ref rest) is { } next; node = next)
        {
            nearest = next;
        }

        return nearest is null ? null : new SourcePosition(file, nearest.Line, nearest.Column);
    }

    private YamlNode? Step(YamlNode node, ref ReadOnlySpan<char> rest)
    {
        // An identifier may hold the sign that divides an address.
        for (var end = 0; end < rest.Length; )
        {
            var next = rest[end..].IndexOf('/');
            end = next < 0 ? rest.Length : end + next;
            if (Inside(node, rest[..end].ToString()) is { } found)
            {
                rest = end == rest.Length ? [] : rest[(end + 1)..];
                return found;
            }

            end++;
        }

        return null;
    }

    private YamlNode? Inside(YamlNode node, string name) =>
        node switch
        {
            YamlTable table => table.Find(name),
            YamlSequence list => Entries(list).GetValueOrDefault(name),
            _ => null,
        };

    private Dictionary<string, YamlTable> Entries(YamlSequence list)
    {
        if (_entries.TryGetValue(list, out var known))
        {
            return known;
        }

        var entries = new Dictionary<string, YamlTable>(StringComparer.Ordinal);
        foreach (var entry in list.Entries.OfType<YamlTable>())
        {
            if (s_names.Select(entry.Find).OfType<YamlText>().FirstOrDefault() is { } name)
            {
                entries.TryAdd(name.Value, entry);
            }
        }

        return _entries[list] = entries;
    }
}
