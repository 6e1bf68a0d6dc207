namespace Tare.App.Reporting;

/// <summary>What the studies of a report are computed from, besides what the report itself is.</summary>
/// <param name="Grid">The grid of specifications, as its file has it.</param>
/// <param name="ItemCounts">Number of tasks by benchmark identifier, where a source states it.</param>
internal sealed record StudyPins(string Grid, IReadOnlyDictionary<string, int> ItemCounts);
