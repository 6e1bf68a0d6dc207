using Tare.Records;

namespace Tare.Dossier;

/// <summary>Statements about the market that name no source.</summary>
internal sealed class UnsupportedCheck : ILintCheck
{
    private const string Market = "market";

    public LintRule Rule { get; } =
        new(
            "L16",
            "unsupported facts",
            "a finding or description about the market, about somebody other than its holder, without a source or evidence"
        );

    public void Run(LintPass pass)
    {
        foreach (var claim in pass.Dossier.Claims)
        {
            var isFact =
                claim.Kind is ClaimKind.Finding or ClaimKind.Description && string.Equals(claim.Domain, Market, StringComparison.Ordinal);
            if (isFact && claim.Cites.Count == 0 && claim.EvidenceFor.Count == 0 && claim.Query is null && IsAboutOthers(claim))
            {
                pass.Warning(
                    Rule.Id,
                    $"claims/{claim.Id}/cites",
                    $"{claim.Holder} states a fact about {string.Join(", ", claim.About)} without a source",
                    "a publication that says so",
                    "find it, or leave the status unverified"
                );
            }
        }
    }

    private static bool IsAboutOthers(Claim claim) => claim.About.Any(a => !string.Equals(a, claim.Holder, StringComparison.Ordinal));
}
