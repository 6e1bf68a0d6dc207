namespace Tare.Runner.Toml;

/// <summary>Values in order. <see cref="IsOfTables"/> tells an array that <c>[[headers]]</c> made, which later ones extend.</summary>
internal sealed record TomlArray(string Place, string Source) : TomlValue(Place, Source)
{
    internal override string Kind => "an array";

    internal List<TomlValue> Values { get; } = [];

    internal bool IsOfTables { get; init; }
}
