using Tare.Records;

namespace Tare.Dossier;

/// <summary>Documents that agree because they copy one another.</summary>
internal sealed class IndependentRootsCheck : ILintCheck
{
    public LintRule Rule { get; } =
        new("L1", "independent roots", "more documents behind a claim than roots; a claim called corroborated with one root");

    public void Run(LintPass pass)
    {
        foreach (var claim in pass.Dossier.Claims)
        {
            if (claim.CarriedIn.Count < 2 && pass.Index.Decision(claim.Id) is null)
            {
                continue;
            }

            var support = ClaimSupport.Of(pass.Index, claim);
            if (pass.Index.Decision(claim.Id) is { Status: ClaimStatus.Corroborated } decision && support.Roots.Count < 2)
            {
                pass.Warning(
                    Rule.Id,
                    $"status_events/{decision.Id}",
                    $"'{claim.Id}' is called corroborated on {Count(support.Roots.Count)}: {string.Join(", ", support.Roots)}",
                    "at least 2 independent roots",
                    "add the evidence that the decision rests on"
                );
            }
            else if (support.Documents > support.TestimonyRoots.Count)
            {
                var roots = string.Join(", ", support.TestimonyRoots);
                pass.Note(
                    Rule.Id,
                    $"claims/{claim.Id}/carried_in",
                    $"{support.Documents} documents, {Count(support.TestimonyRoots.Count)}: {roots}",
                    "one root for each document",
                    $"count it as {Count(support.TestimonyRoots.Count)}; look for a source that does not come from {roots}"
                );
            }
        }
    }

    private static string Count(int roots) => roots == 1 ? "1 root" : FormattableString.Invariant($"{roots} roots");
}
