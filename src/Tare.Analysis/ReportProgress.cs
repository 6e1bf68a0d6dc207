namespace Tare.Analysis;

/// <summary>How far a report is.</summary>
/// <param name="Step">What is being computed, in words.</param>
/// <param name="Done">Finished units of this step.</param>
/// <param name="Total">Units of this step.</param>
public readonly record struct ReportProgress(string Step, int Done, int Total);
