using Tare.Records;

namespace Tare.Dossier;

/// <summary>Evidence that was measured under other circumstances than the claim is about.</summary>
internal sealed class ConditionsCheck : ILintCheck
{
    public LintRule Rule { get; } =
        new("L11", "conditions", "evidence for a claim whose stated circumstances differ from the claim's scope");

    public void Run(LintPass pass)
    {
        foreach (var claim in pass.Dossier.Claims)
        {
            if (claim.Scope.Count == 0)
            {
                continue;
            }

            foreach (var evidence in claim.EvidenceFor.Select(pass.Index.Evidence).OfType<ClaimEvidence>())
            {
                foreach (var (scope, measured) in Different(claim.Scope, evidence.Conditions))
                {
                    pass.Warning(
                        Rule.Id,
                        $"claims/{claim.Id}/evidence_for",
                        $"{evidence.Id} was measured with {measured.Factor} '{measured.Value}'",
                        $"{scope.Factor} '{scope.Value}', which the claim is about",
                        "narrow the claim, or take the evidence for what it measured"
                    );
                }
            }
        }
    }

    private static IEnumerable<(Condition Scope, Condition Measured)> Different(
        ValueList<Condition> scope,
        ValueList<Condition> measured
    ) =>
        from s in scope
        from m in measured
        where
            string.Equals(s.Factor, m.Factor, StringComparison.Ordinal)
            && !string.Equals(s.Value, m.Value, StringComparison.OrdinalIgnoreCase)
        select (s, m);
}
