using Tare.Records;

namespace Tare.Analysis;

/// <summary>Two sides on the same items: how they differ, how sure that is, and what so many items could have shown.</summary>
/// <param name="First">The first side.</param>
/// <param name="Second">The second side.</param>
/// <param name="Items">Items that either side tried.</param>
/// <param name="Paired">Items that both sides have a score on: the denominator of all below.</param>
/// <param name="Difference">Second minus first, in [-1, 1]; <see langword="null"/> where no item is paired.</param>
/// <param name="Interval">Interval of the difference; <see langword="null"/> where fewer than two items are paired.</param>
/// <param name="MinimumDetectable">
/// The smallest true difference that an equal comparison would show, at the interval's level, with the stated power; <see langword="null"/> where
/// fewer than two items are paired.
/// </param>
/// <param name="Power">The probability that <paramref name="MinimumDetectable"/> refers to.</param>
/// <param name="Bounds">
/// The difference over all items if every item without a score on a side counted against the second side, and if all counted for it; equal to the
/// difference where nothing is missing.
/// </param>
/// <param name="Rows">Every item, the largest differences first, then by identifier; items that are not paired last.</param>
public sealed record PairedFinding(
    PairedSide First,
    PairedSide Second,
    int Items,
    int Paired,
    double? Difference,
    Interval? Interval,
    double? MinimumDetectable,
    double Power,
    (double Lower, double Upper) Bounds,
    IReadOnlyList<PairedRow> Rows
)
{
    /// <summary>Paired items on which the second side is better.</summary>
    public int Gained => Rows.Count(r => r.Difference > 0);

    /// <summary>Paired items on which the first side is better.</summary>
    public int Lost => Rows.Count(r => r.Difference < 0);
}
