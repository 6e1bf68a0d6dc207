namespace Tare.Runner.Toml;

/// <summary>A value of a TOML document with the place where it stands.</summary>
/// <param name="Place">File, line and column.</param>
/// <param name="Source">The text of the value as it stands in the file; empty for a table that headers made.</param>
internal abstract record TomlValue(string Place, string Source)
{
    /// <summary>The kind in words, as an error message names it.</summary>
    internal abstract string Kind { get; }
}
