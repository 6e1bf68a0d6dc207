using Tare.Records;

namespace Tare.Dossier;

/// <summary>How a claim stands, computed from its links and from what reviewers decided.</summary>
/// <param name="Claim">The claim.</param>
/// <param name="Status">The status.</param>
/// <param name="Reason">Why, in a sentence.</param>
/// <param name="Support">What stands behind it.</param>
/// <param name="OpposedCount">How many claims of other holders stand against it.</param>
/// <param name="OpposedBy">The first of these, by identifier.</param>
/// <param name="Decision">The reviewer's decision in force, or <see langword="null"/>.</param>
public sealed record ClaimStanding(
    Claim Claim,
    ClaimStatus Status,
    string Reason,
    ClaimSupport Support,
    int OpposedCount,
    ValueList<string> OpposedBy,
    StatusEvent? Decision
)
{
    /// <summary>The standing of a claim, as of everything in the index; take the index of an earlier state for an earlier standing.</summary>
    /// <remarks>
    /// The first that applies: a reviewer's decision; replaced; primary evidence against; a second independent root; an opposite stance of
    /// another holder (a side that nobody in particular holds is not contested itself); no primary source opened; reported.
    /// </remarks>
    /// <param name="index">The dossier.</param>
    /// <param name="claim">One of its claims.</param>
    public static ClaimStanding Of(DossierIndex index, Claim claim)
    {
        ArgumentNullException.ThrowIfNull(index);
        ArgumentNullException.ThrowIfNull(claim);
        var support = ClaimSupport.Of(index, claim);
        var (count, first) = index.Against(claim);
        var decision = index.Decision(claim.Id);
        var (status, reason) = Judge(index, claim, support, (count, first), decision);
        return new ClaimStanding(claim, status, reason, support, count, first, decision);
    }

    /// <summary>The standings of every claim, in the order of the dossier.</summary>
    /// <param name="index">The dossier.</param>
    public static IReadOnlyList<ClaimStanding> All(DossierIndex index)
    {
        ArgumentNullException.ThrowIfNull(index);
        return [.. index.Dossier.Claims.Select(c => Of(index, c))];
    }

    private static (ClaimStatus Status, string Reason) Judge(
        DossierIndex index,
        Claim claim,
        ClaimSupport support,
        (int Count, ValueList<string> First) opposedBy,
        StatusEvent? decision
    )
    {
        if (decision is not null)
        {
            return (decision.Status, decision.Reason);
        }

        if (index.Replacement(claim.Id) is { } newer)
        {
            return (ClaimStatus.Superseded, $"Replaced by a claim of {RecordName.Claim(index, newer.Id)}.");
        }

        var primary = claim.EvidenceAgainst.FirstOrDefault(id => index.Source(index.Evidence(id)?.Source)?.Tier == SourceTier.Primary);
        if (primary is not null)
        {
            return (ClaimStatus.Contradicted, $"Primary evidence speaks against it: {RecordName.Evidence(index, [primary])}.");
        }

        if (support.Roots.Count >= 2)
        {
            return (ClaimStatus.Corroborated, $"{support.Roots.Count} independent roots: {RecordName.Sources(index, support.Roots)}.");
        }

        if (opposedBy.Count > 0 && index.Holder(claim.Holder)?.Kind != HolderKind.Implied)
        {
            return (ClaimStatus.Contested, $"Opposed by {RecordName.Claims(index, opposedBy.First, opposedBy.Count)}.");
        }

        return claim.PrimaryOpened == Answered.No
            ? (ClaimStatus.Unverified, "No primary source of it was opened.")
            : (ClaimStatus.Reported, $"Stated; its one root is {RecordName.Sources(index, support.Roots)}.");
    }
}
