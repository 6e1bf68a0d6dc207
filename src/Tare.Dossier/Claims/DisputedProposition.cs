using Tare.Records;

namespace Tare.Dossier;

/// <summary>A proposition on which holders stand against each other, found from the claims alone.</summary>
/// <param name="Proposition">The proposition.</param>
/// <param name="Claims">The claims on it that another holder opposes, in the order of the dossier.</param>
/// <param name="Tensions">The described tensions that are about it.</param>
public sealed record DisputedProposition(Proposition Proposition, ValueList<string> Claims, ValueList<string> Tensions)
{
    /// <summary>Every disputed proposition, in the order of the dossier, whether or not somebody described the tension.</summary>
    /// <param name="index">The dossier.</param>
    public static IReadOnlyList<DisputedProposition> All(DossierIndex index)
    {
        ArgumentNullException.ThrowIfNull(index);
        var described = index
            .Dossier.Tensions.Select(t => TensionFinding.Of(index, t))
            .Where(t => t.IsValid)
            .SelectMany(t => t.Propositions.Select(p => (Proposition: p, t.Tension.Id)))
            .ToLookup(t => t.Proposition, t => t.Id, StringComparer.Ordinal);
        return
        [
            .. index
                .Dossier.Propositions.Select(p => new DisputedProposition(
                    p,
                    [.. index.ClaimsOn(p.Id).Where(c => index.OpposedByStance(c) > 0).Select(c => c.Id)],
                    [.. described[p.Id].Order(StringComparer.Ordinal)]
                ))
                .Where(d => d.Claims.Count > 0),
        ];
    }
}
