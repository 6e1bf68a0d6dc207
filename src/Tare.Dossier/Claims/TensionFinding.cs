using Tare.Records;

namespace Tare.Dossier;

/// <summary>Whether a described tension is one.</summary>
/// <param name="Tension">The tension.</param>
/// <param name="Verdict">What it is.</param>
/// <param name="Implicit">Whether a side is held by nobody in particular.</param>
/// <param name="Propositions">The propositions on which its sides stand against each other; for a cross-proposition tension, all that they answer.</param>
/// <param name="Because">In a sentence.</param>
public sealed record TensionFinding(Tension Tension, TensionVerdict Verdict, bool Implicit, ValueList<string> Propositions, string Because)
{
    /// <summary>Whether at least two sides oppose each other on one proposition.</summary>
    public bool IsValid => Verdict == TensionVerdict.Opposed;

    /// <summary>The verdict on a tension, from the stances of its sides.</summary>
    /// <param name="index">The dossier.</param>
    /// <param name="tension">One of its tensions.</param>
    public static TensionFinding Of(DossierIndex index, Tension tension)
    {
        ArgumentNullException.ThrowIfNull(index);
        ArgumentNullException.ThrowIfNull(tension);
        var claims = tension.Sides.Select(s => index.Claim(s.Claim)).OfType<Claim>().ToList();
        var isImplicit = tension.Sides.Any(s => index.Holder(s.Holder)?.Kind == HolderKind.Implied);
        ValueList<string> answered = [.. claims.Select(c => c.Proposition).OfType<string>().Distinct(StringComparer.Ordinal)];
        if (claims.Select(c => c.Holder).Distinct(StringComparer.Ordinal).Count() < 2)
        {
            var left = claims.Count == 0 ? "No side is left." : $"Only {RecordName.Holder(index, claims[0].Holder)} is left.";
            return new TensionFinding(tension, TensionVerdict.OneSided, isImplicit, answered, left);
        }

        ValueList<string> opposed =
        [
            .. claims
                .SelectMany(left => claims.Where(right => Oppose(left, right)).Select(_ => left.Proposition!))
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal),
        ];
        if (opposed.Count > 0)
        {
            return new TensionFinding(
                tension,
                TensionVerdict.Opposed,
                isImplicit,
                opposed,
                $"Opposite stances on {RecordName.Propositions(index, opposed)}."
            );
        }

        return answered.Count > 1
            ? new TensionFinding(
                tension,
                TensionVerdict.CrossProposition,
                isImplicit,
                answered,
                $"The sides answer different questions: {RecordName.Propositions(index, answered)}."
            )
            : new TensionFinding(tension, TensionVerdict.NotOpposed, isImplicit, answered, "No two sides take opposite stances.");
    }

    private static bool Oppose(Claim left, Claim right) =>
        left is { Proposition: { } proposition, Stance: { } stance }
        && right.Stance is { } other
        && string.Equals(proposition, right.Proposition, StringComparison.Ordinal)
        && !string.Equals(left.Holder, right.Holder, StringComparison.Ordinal)
        && stance.Opposes(other);
}
