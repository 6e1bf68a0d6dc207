namespace Tare.Psychometrics;

/// <summary>Differential item functioning by the levels of one column.</summary>
/// <param name="Column">The column.</param>
/// <param name="Strata">Ability strata in which like was compared with like.</param>
/// <param name="Groups">The levels, in order.</param>
/// <param name="Items">Every comparison that has enough answers (Mantel and Fleiss 1980), strongest evidence first.</param>
/// <param name="Purified">Items left out of the matching abilities (but for their own comparison), since a first round classed them C.</param>
/// <param name="NotCompared">Pairs of item and level with too few right or wrong answers beside each other.</param>
/// <param name="Level">Level of the tests.</param>
public sealed record DifReport(
    string Column,
    int Strata,
    IReadOnlyList<DifGroup> Groups,
    IReadOnlyList<ItemDif> Items,
    IReadOnlyList<string> Purified,
    int NotCompared,
    double Level
)
{
    /// <summary>Whether a comparison counts: class B or C (or no finite ratio), and below the level after adjustment.</summary>
    /// <param name="item">One of the comparisons.</param>
    public bool IsFlagged(ItemDif item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return item.AdjustedP < Level && item.Class is not DifClass.A;
    }
}
