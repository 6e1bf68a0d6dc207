using Tare.Records;

namespace Tare.Catalogue;

/// <summary>A release while its sources are being joined.</summary>
internal sealed class ReleaseDraft(string id, string name)
{
    private readonly Dictionary<CatalogueField, List<FactStatement>> _facts = [];
    private readonly List<PlatformSupport> _platforms = [];
    private readonly SortedSet<string> _otherNames = new(StringComparer.OrdinalIgnoreCase);

    public string Id { get; } = id;

    public string Name { get; } = name;

    public string? Category { get; set; }

    public string? Confidence { get; set; }

    public string? Note { get; set; }

    public string? ArchitectureId { get; set; }

    /// <summary>Whether a catalogue of releases has it, and Epoch's list.</summary>
    public bool InCatalogue { get; set; }

    public bool InEpoch { get; set; }

    public void AddName(string name)
    {
        if (!string.Equals(name, Id, StringComparison.OrdinalIgnoreCase) && !string.Equals(name, Name, StringComparison.OrdinalIgnoreCase))
        {
            _otherNames.Add(name);
        }
    }

    /// <summary>Adds what a source states; nothing where it states nothing.</summary>
    public void Add(CatalogueField field, string? value, SourceStanding standing, params IReadOnlyList<string> sources) =>
        Add(field, value is null ? null : new FactStatement(value, standing, sources));

    public void Add(CatalogueField field, FactStatement? statement)
    {
        if (statement is null)
        {
            return;
        }

        if (!_facts.TryGetValue(field, out var list))
        {
            _facts[field] = list = [];
        }

        list.Add(statement);
    }

    public void Add(PlatformSupport support) => _platforms.Add(support);

    public IReadOnlyList<FactStatement> Stated(CatalogueField field) => _facts.GetValueOrDefault(field, []);

    public ModelRelease Build(IReadOnlyDictionary<string, Licence> licences)
    {
        var facts = _facts.OrderBy(f => f.Key).Select(f => JoinedFact.Of(f.Key, f.Value)).ToArray();
        var licence = facts.FirstOrDefault(f => f.Field == CatalogueField.Licence)?.InForce.Value;
        return new ModelRelease
        {
            Id = Id,
            Name = Name,
            OtherNames = [.. _otherNames],
            Facts = facts,
            Licence = licence is null ? null : licences.GetValueOrDefault(licence),
            Category = Category,
            Confidence = Confidence,
            Note = Note,
            ArchitectureId = ArchitectureId,
            Platforms = _platforms,
        };
    }
}
