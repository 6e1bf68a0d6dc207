namespace Tare.Runner.Toml;

/// <summary>Keys and values, in the order of the document.</summary>
internal sealed record TomlTable(string Place, string Source) : TomlValue(Place, Source)
{
    private readonly Dictionary<string, TomlValue> _values = new(StringComparer.Ordinal);
    private readonly List<string> _keys = [];

    internal override string Kind => "a table";

    /// <summary>The keys, in the order in which they first appear.</summary>
    internal IReadOnlyList<string> Keys => _keys;

    /// <summary>Inline tables are complete where they stand: nothing may be added.</summary>
    internal bool IsInline { get; init; }

    /// <summary>A header of its own has defined it; a second one may not.</summary>
    internal bool HasHeader { get; set; }

    /// <summary>Number of the section whose dotted keys made it; only that section may add to it by dotted keys. -1: none did.</summary>
    internal int DottedSection { get; set; } = -1;

    /// <summary>The value of a key, or <see langword="null"/>.</summary>
    internal TomlValue? Get(string key) => _values.GetValueOrDefault(key);

    internal void Add(string key, TomlValue value)
    {
        _values.Add(key, value);
        _keys.Add(key);
    }
}
