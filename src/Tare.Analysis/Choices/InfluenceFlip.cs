namespace Tare.Analysis;

/// <summary>The fewest benchmarks whose removal turns a statement over.</summary>
/// <param name="Conclusion">The statement.</param>
/// <param name="HoldsNow">Whether it holds on all benchmarks.</param>
/// <param name="Removed">Identifiers of the benchmarks removed; empty where none was found.</param>
/// <param name="Value">The answer without them; <see langword="null"/> where none was found.</param>
/// <param name="ExactSize">Every set of up to so many benchmarks was tried.</param>
/// <param name="GreedySize">Beyond that, the benchmark that moves the answer most was removed again and again, up to so many in all.</param>
/// <param name="Tried">Sets tried.</param>
public sealed record InfluenceFlip(
    Conclusion Conclusion,
    bool HoldsNow,
    IReadOnlyList<string> Removed,
    double? Value,
    int ExactSize,
    int GreedySize,
    int Tried
)
{
    /// <summary>Whether no smaller set exists: the set is within the exact search.</summary>
    public bool IsSmallest => Removed.Count > 0 && Removed.Count <= ExactSize;
}
