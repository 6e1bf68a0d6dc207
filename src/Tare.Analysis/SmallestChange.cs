namespace Tare.Analysis;

/// <summary>The smallest change that flips a headline, found by trying every one.</summary>
public sealed record SmallestChange
{
    /// <summary>What "flip" means here, in words.</summary>
    public required string Meaning { get; init; }

    /// <summary>How many changes of each kind were tried, by exact refit.</summary>
    public required IReadOnlyDictionary<ChangeKind, int> Tried { get; init; }

    /// <summary>How many of each kind flip the headline.</summary>
    public required IReadOnlyDictionary<ChangeKind, int> Flipping { get; init; }

    /// <summary>The smallest flipping change of each kind that has one, in the order of <see cref="ChangeKind"/>.</summary>
    public required IReadOnlyList<HeadlineChange> Smallest { get; init; }

    /// <summary>The changes that move the months most, largest first, whether they flip the headline or not.</summary>
    public required IReadOnlyList<HeadlineChange> Strongest { get; init; }

    /// <summary>Changes that cannot be computed, each with the reason; they are neither tried nor flipping.</summary>
    public IReadOnlyList<string> NotComputable { get; init; } = [];
}
