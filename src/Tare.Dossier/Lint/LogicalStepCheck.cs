using Tare.Records;

namespace Tare.Dossier;

/// <summary>A difference credited to one factor while others differ too.</summary>
internal sealed class LogicalStepCheck : ILintCheck
{
    public LintRule Rule { get; } =
        new("L14", "logical steps", "a difference between pieces of evidence credited to one factor while they differ in others");

    public void Run(LintPass pass)
    {
        foreach (var claim in pass.Dossier.Claims)
        {
            if (claim.Inference is { } inference)
            {
                Check(pass, claim, inference);
            }
        }
    }

    private void Check(LintPass pass, Claim claim, Inference inference)
    {
        var at = $"claims/{claim.Id}/inference";
        var pieces = inference.From.Select(pass.Index.Evidence).OfType<ClaimEvidence>().ToList();
        var byFactor = pieces.SelectMany(p => p.Conditions).ToLookup(c => c.Factor, c => c.Value, StringComparer.Ordinal);
        var differing = byFactor
            .Where(f => f.Distinct(StringComparer.OrdinalIgnoreCase).Count() > 1)
            .Select(f => f.Key)
            .Order(StringComparer.Ordinal)
            .ToList();
        if (pieces.Count < 2)
        {
            pass.Warning(Rule.Id, at, $"{pieces.Count} piece(s) of evidence", "at least 2 that differ", "name what is compared");
            return;
        }

        var others = differing.Where(f => !string.Equals(f, inference.Attributes, StringComparison.Ordinal)).ToList();
        if (others.Count > 0)
        {
            pass.Warning(
                Rule.Id,
                at,
                $"the difference of {string.Join(" and ", inference.From)} is credited to {inference.Attributes} alone",
                $"evidence that differs in nothing else; these differ in {string.Join(", ", others)}",
                "vary one factor at a time, or give each its share"
            );
        }
        else if (!differing.Contains(inference.Attributes, StringComparer.Ordinal))
        {
            pass.Gaps.Add(
                new LintGap(Rule.Id, at, $"the evidence does not say how it differs in {inference.Attributes}: add the condition")
            );
        }
    }
}
