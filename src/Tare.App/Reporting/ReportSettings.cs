namespace Tare.App.Reporting;

/// <summary>What besides the inputs decides a report.</summary>
/// <param name="Draws">Bootstrap draws.</param>
/// <param name="Level">Level of the intervals, in (0, 1).</param>
/// <param name="Studies">Whether the pages of the studies belong to it.</param>
internal readonly record struct ReportSettings(int Draws, double Level, bool Studies);
