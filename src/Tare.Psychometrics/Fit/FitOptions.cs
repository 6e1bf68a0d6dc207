namespace Tare.Psychometrics;

/// <summary>How <see cref="CalibrationFit"/> looks at a calibration.</summary>
public sealed record FitOptions
{
    /// <summary>Ability groups of the residual curves, positive; fewer where the persons have fewer abilities.</summary>
    public int ResidualGroups { get; init; } = 6;

    /// <summary>Pairs of items that are listed, not negative.</summary>
    public int PairsListed { get; init; } = 20;

    /// <summary>
    /// Most products of residuals that pairs of items may cost. Beyond it evenly spaced persons are taken, and the result says how many.
    /// </summary>
    public long PairBudget { get; init; } = 200_000_000;

    /// <summary>With more items, pairs are not compared: the table of pairs would not fit.</summary>
    public int MostItemsForPairs { get; init; } = 2000;

    /// <summary>With more items, M2 is refused: its covariance has the square of items (items + 1) / 2 entries.</summary>
    public int MostItemsForM2 { get; init; } = 40;

    /// <summary>Points of the information curve, at least 2.</summary>
    public int InformationPoints { get; init; } = 33;

    /// <summary>Threads; 0 means one for each processor. The result does not depend on it.</summary>
    public int Threads { get; init; }
}
