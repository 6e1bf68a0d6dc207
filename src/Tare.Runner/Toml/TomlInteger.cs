namespace Tare.Runner.Toml;

/// <summary>A whole number of 64 bits.</summary>
internal sealed record TomlInteger(string Place, string Source, long Value) : TomlValue(Place, Source)
{
    internal override string Kind => "an integer";
}
