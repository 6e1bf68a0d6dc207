namespace Tare.Runner.Toml;

/// <summary>A date, a time, or both.</summary>
/// <param name="Place">File, line and column.</param>
/// <param name="Source">The text as it stands in the file.</param>
/// <param name="Value">Date and time of day as written; the day is 0001-01-01 where only a time stands. Digits beyond 100 ns are cut off.</param>
/// <param name="Offset">Difference from UTC, or <see langword="null"/> for a local one.</param>
/// <param name="HasDate">Whether a date was written.</param>
/// <param name="HasTime">Whether a time was written.</param>
internal sealed record TomlMoment(string Place, string Source, DateTime Value, TimeSpan? Offset, bool HasDate, bool HasTime)
    : TomlValue(Place, Source)
{
    internal override string Kind => "a date or time";
}
