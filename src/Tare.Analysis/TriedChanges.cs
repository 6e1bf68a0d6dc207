namespace Tare.Analysis;

/// <summary>Every change of one kind that was tried.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="All">The changes, in a fixed order.</param>
/// <param name="Smallest">The smallest that flips, or <see langword="null"/>.</param>
/// <param name="NotComputable">What could not be computed, with the reason.</param>
internal sealed record TriedChanges(
    ChangeKind Kind,
    IReadOnlyList<HeadlineChange> All,
    HeadlineChange? Smallest,
    IReadOnlyList<string> NotComputable
)
{
    /// <summary>The changes, of which the smallest flipping one is the smallest by size, then by description.</summary>
    internal static TriedChanges From(ChangeKind kind, IReadOnlyList<HeadlineChange> all, IReadOnlyList<string> notComputable) =>
        new(
            kind,
            all,
            all.Where(c => c.Flips.Count > 0).OrderBy(c => c.Size).ThenBy(c => c.Description, StringComparer.Ordinal).FirstOrDefault(),
            notComputable
        );
}
