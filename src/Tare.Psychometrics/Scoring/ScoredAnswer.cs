namespace Tare.Psychometrics;

/// <summary>One answer to a known item: right answers and trials, both times importance.</summary>
internal readonly record struct ScoredAnswer(ItemParameters Item, double Right, double Trials)
{
    /// <summary>Place of the item in the <see cref="ScanTable"/> that goes with the answers; not read where there is none.</summary>
    internal int Place { get; init; }
}
