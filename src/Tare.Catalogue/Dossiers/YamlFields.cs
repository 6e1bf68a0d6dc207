using System.Runtime.InteropServices;
using Tare.Records;

namespace Tare.Catalogue.Dossiers;

/// <summary>Collects the fields of the mappings of a document, inner ones within outer ones; a name that stands twice in one is refused.</summary>
internal sealed class YamlFields(string file)
{
    // Above this, a table is somebody's list of thousands of fields: hashing then keeps the check linear.
    private const int FewFields = 48;

    private readonly List<YamlField> _open = [];
    private readonly Dictionary<int, HashSet<string>> _names = [];

    /// <summary>Begins a mapping.</summary>
    /// <returns>What <see cref="Add"/> and <see cref="End"/> take.</returns>
    public int Begin() => _open.Count;

    /// <summary>Ends a mapping, the last one begun.</summary>
    /// <returns>Its fields in the order of the file.</returns>
    public YamlField[] End(int mapping)
    {
        var fields = CollectionsMarshal.AsSpan(_open)[mapping..].ToArray();
        CollectionsMarshal.SetCount(_open, mapping);
        _names.Remove(mapping);
        return fields;
    }

    /// <exception cref="InputException">The name stands twice.</exception>
    public void Add(int mapping, YamlField field)
    {
        var fields = CollectionsMarshal.AsSpan(_open)[mapping..];
        if (fields.Length < FewFields)
        {
            foreach (ref readonly var other in fields)
            {
                if (string.Equals(other.Name, field.Name, StringComparison.Ordinal))
                {
                    throw Twice(other, field);
                }
            }
        }
        else
        {
            AddHashed(mapping, field);
        }

        _open.Add(field);
    }

    private void AddHashed(int mapping, YamlField field)
    {
        if (!_names.TryGetValue(mapping, out var names))
        {
            _names[mapping] = names = _open.Skip(mapping).Select(f => f.Name).ToHashSet(StringComparer.Ordinal);
        }

        if (!names.Add(field.Name))
        {
            throw Twice(_open.Skip(mapping).First(f => string.Equals(f.Name, field.Name, StringComparison.Ordinal)), field);
        }
    }

    private InputException Twice(YamlField first, YamlField second) =>
        InputException.At(
            StrictYaml.Place(file, second.Line, second.Column),
            $"'{second.Name}' stands twice",
            "each field once",
            $"keep one of the two; the first is on line {first.Line}"
        );
}
