using Tare.Records;

namespace Tare.Dossier;

/// <summary>Superlatives without a measure.</summary>
internal sealed class SuperlativeCheck : ILintCheck
{
    public LintRule Rule { get; } =
        new(
            "L10",
            "superlatives",
            "a superlative without a measured figure behind it, or one case put forward as the example of its kind on fewer than two roots"
        );

    public void Run(LintPass pass)
    {
        foreach (var claim in pass.Dossier.Claims)
        {
            if (TextWords.Superlative(claim.Text) is { } superlative && !IsMeasured(pass.Index, claim))
            {
                Report(
                    pass,
                    claim,
                    superlative,
                    "a measure and its figure in the evidence",
                    "name the measure, or leave the status unverified"
                );
            }
            else if (TextWords.Exemplary(claim.Text) is { } exemplary && ClaimSupport.Of(pass.Index, claim).EvidenceRoots.Count < 2)
            {
                Report(pass, claim, exemplary, "evidence from at least 2 roots", "say one example, or show others");
            }
        }
    }

    private void Report(LintPass pass, Claim claim, string found, string expected, string next) =>
        pass.Warning(Rule.Id, $"claims/{claim.Id}/text", $"'{found}' without a measure", expected, next);

    private static bool IsMeasured(DossierIndex index, Claim claim) =>
        claim.Query is not null
        || claim.EvidenceFor.Any(e => index.Evidence(e) is { } piece && (piece.Value is not null || piece.Rows.Count > 0));
}
