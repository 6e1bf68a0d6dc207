namespace Tare.Analysis;

/// <summary>Abilities on one scale, with draws where there are any: all that a gap needs.</summary>
public sealed record AbilityTable
{
    /// <summary>What a point is called: <c>ECI</c>, <c>Elo</c>, ...</summary>
    public required string Unit { get; init; }

    /// <summary>The models, ordered by identifier.</summary>
    public required IReadOnlyList<AbilityRow> Rows { get; init; }

    /// <summary>Draws as rows: <c>Draws[draw][row]</c>, points, each draw on the scale by its own anchors. Empty where none were made.</summary>
    public double[][] Draws { get; init; } = [];

    /// <summary>Nominal level of the bounds, in (0, 1).</summary>
    public required double Level { get; init; }

    /// <summary>What the bounds contain, in words; for draws made from published bounds it says that they are split-normal.</summary>
    public required string Contains { get; init; }
}
