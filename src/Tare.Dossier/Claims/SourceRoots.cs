using Tare.Records;

namespace Tare.Dossier;

/// <summary>What publications were made from: two documents with one root are one piece of evidence.</summary>
public sealed class SourceRoots
{
    private readonly IReadOnlyDictionary<string, Publication> _sources;
    private readonly Dictionary<string, ValueList<string>> _roots = new(StringComparer.Ordinal);

    internal SourceRoots(IReadOnlyDictionary<string, Publication> sources) => _sources = sources;

    /// <summary>The publications at the start of every chain that leads to this one, by identifier; itself where it was made from nothing known.</summary>
    /// <param name="source">Identifier of a publication.</param>
    public ValueList<string> Of(string source)
    {
        if (_roots.TryGetValue(source, out var known))
        {
            return known;
        }

        var roots = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var id in Ancestors(source))
        {
            if (Parents(id).Count == 0)
            {
                roots.Add(id);
            }
        }

        if (roots.Count == 0)
        {
            roots.Add(source);
        }

        ValueList<string> found = [.. roots];
        _roots[source] = found;
        return found;
    }

    /// <summary>Whether a publication was made, directly or not, from another one, or is that one.</summary>
    /// <param name="source">Identifier of the publication.</param>
    /// <param name="origin">Identifier of what it may come from.</param>
    public bool Reaches(string source, string origin) =>
        string.Equals(source, origin, StringComparison.Ordinal)
        || Parents(source).Count > 0 && Ancestors(source).Any(a => string.Equals(a, origin, StringComparison.Ordinal));

    /// <summary>Whether the chain from a publication leads back to it.</summary>
    /// <param name="source">Identifier of the publication.</param>
    internal bool IsCircular(string source) => Parents(source).Any(parent => Reaches(parent, source));

    private IEnumerable<string> Ancestors(string source)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal) { source };
        var open = new Queue<string>([source]);
        while (open.TryDequeue(out var id))
        {
            yield return id;
            foreach (var parent in Parents(id))
            {
                if (seen.Add(parent))
                {
                    open.Enqueue(parent);
                }
            }
        }
    }

    private ValueList<string> Parents(string id) => _sources.TryGetValue(id, out var source) ? source.DerivedFrom : [];
}
