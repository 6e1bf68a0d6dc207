namespace Tare.Runner.Toml;

/// <summary>A number of double precision; may be infinite or not a number.</summary>
internal sealed record TomlFloat(string Place, string Source, double Value) : TomlValue(Place, Source)
{
    internal override string Kind => "a float";
}
