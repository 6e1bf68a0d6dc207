namespace Tare.Runner.Toml;

/// <summary>True or false.</summary>
internal sealed record TomlBoolean(string Place, string Source, bool Value) : TomlValue(Place, Source)
{
    internal override string Kind => "a boolean";
}
