namespace Tare.Analysis;

/// <summary>The gap day by day, as it would have been computed then.</summary>
/// <param name="Points">The days that could be computed, ascending.</param>
/// <param name="Skipped">The days that could not, each with the reason.</param>
public sealed record GapHistoryFinding(IReadOnlyList<GapHistoryPoint> Points, IReadOnlyList<(DateOnly Date, string Reason)> Skipped);
