namespace Tare.Psychometrics;

/// <summary>A forced quadrature grid: equally spaced points, the same for everybody. Too coarse a grid gives a warning in the result.</summary>
/// <param name="Points">Number of points, 3 to 4,096.</param>
/// <param name="Limit">The points span -Limit ... Limit, in population standard deviations; positive, at most 20.</param>
public sealed record FixedGrid(int Points, double Limit = 6);
