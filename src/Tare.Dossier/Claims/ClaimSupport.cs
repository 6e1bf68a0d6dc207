using System.Runtime.InteropServices;
using Tare.Records;

namespace Tare.Dossier;

/// <summary>What stands behind a claim, counted by root: documents that copy one another count once.</summary>
/// <param name="Documents">How many documents carry it, its reporter included.</param>
/// <param name="TestimonyRoots">The roots of those who say it.</param>
/// <param name="EvidenceRoots">The roots of the evidence for it.</param>
public sealed record ClaimSupport(int Documents, ValueList<string> TestimonyRoots, ValueList<string> EvidenceRoots)
{
    /// <summary>Every root once, by identifier.</summary>
    public ValueList<string> Roots => [.. TestimonyRoots.Union(EvidenceRoots, StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>The support of a claim.</summary>
    /// <remarks>
    /// A claim comes from the publications it cites, or else from its reporter. A document that was made from one of these, or from the
    /// reporter, adds nothing. A holder who speaks in a publication of its own, without citing, is a root.
    /// </remarks>
    /// <param name="index">The dossier.</param>
    /// <param name="claim">One of its claims.</param>
    public static ClaimSupport Of(DossierIndex index, Claim claim)
    {
        ArgumentNullException.ThrowIfNull(index);
        ArgumentNullException.ThrowIfNull(claim);
        var ownVoice =
            claim.Cites.Count == 0 && index.Source(claim.Reporter)?.Makers.Contains(claim.Holder, StringComparer.Ordinal) == true;
        ValueList<string> origins = claim.Cites.Count > 0 ? claim.Cites : [claim.Reporter];
        var testimony = new List<string>();
        foreach (var origin in origins.AsSpan())
        {
            testimony.AddRange(ownVoice ? [origin] : index.Roots.Of(origin).AsSpan());
        }

        foreach (var carrier in claim.CarriedIn.AsSpan())
        {
            if (!index.Roots.Reaches(carrier, claim.Reporter) && !ReachesAny(index, carrier, origins))
            {
                testimony.AddRange(index.Roots.Of(carrier).AsSpan());
            }
        }

        var evidence = new List<string>();
        foreach (var id in claim.EvidenceFor.AsSpan())
        {
            if (index.Evidence(id) is { } piece)
            {
                evidence.AddRange(index.Roots.Of(piece.Source).AsSpan());
            }
        }

        var documents = claim.CarriedIn.Count == 0 ? 1 : claim.CarriedIn.Count;
        return new ClaimSupport(documents, Ordered(testimony), Ordered(evidence));
    }

    private static bool ReachesAny(DossierIndex index, string source, ValueList<string> origins)
    {
        foreach (var origin in origins.AsSpan())
        {
            if (index.Roots.Reaches(source, origin))
            {
                return true;
            }
        }

        return false;
    }

    private static ValueList<string> Ordered(List<string> roots)
    {
        var ordered = CollectionsMarshal.AsSpan(roots);
        ordered.Sort(StringComparer.Ordinal);
        var kept = 0;
        foreach (var root in ordered)
        {
            if (kept == 0 || !string.Equals(ordered[kept - 1], root, StringComparison.Ordinal))
            {
                ordered[kept++] = root;
            }
        }

        return [.. ordered[..kept]];
    }
}
