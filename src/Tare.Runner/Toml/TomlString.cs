namespace Tare.Runner.Toml;

/// <summary>Text of any of the four kinds of strings.</summary>
internal sealed record TomlString(string Place, string Source, string Value) : TomlValue(Place, Source)
{
    internal override string Kind => "a string";
}
