using Tare.Records;

namespace Tare.Analysis;

/// <summary>One number of a study.</summary>
/// <param name="Label">What it is.</param>
/// <param name="Value">The number; <see langword="null"/> where there is none.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Interval">Its interval, or <see langword="null"/>.</param>
public sealed record StudyRow(string Label, double? Value, string Unit, Interval? Interval = null);
