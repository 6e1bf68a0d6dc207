namespace Tare.Analysis;

/// <summary>Least-squares line through one group's record setters, with its Working-Hotelling band.</summary>
/// <param name="Group">The group.</param>
/// <param name="PointsPerYear">Slope of the line through this group alone.</param>
/// <param name="Records">How many record setters it goes through.</param>
/// <param name="Band">Points along the line, ordered by date; the band's bounds are <see langword="null"/> with fewer than 3 records.</param>
public sealed record TrendLine(string Group, double PointsPerYear, int Records, IReadOnlyList<TrendPoint> Band);
