using Tare.Records;

namespace Tare.Dossier;

/// <summary>Summaries that give one side of what their source says.</summary>
internal sealed class SummaryCheck : ILintCheck
{
    public LintRule Rule { get; } =
        new(
            "L13",
            "summaries",
            "a stance reported from a source in which the same holder also takes the opposite one, left out by the reporter"
        );

    public void Run(LintPass pass)
    {
        foreach (var claim in pass.Dossier.Claims)
        {
            if (claim is not { Proposition: { } proposition, Stance: { } stance } || claim.Cites.Count == 0)
            {
                continue;
            }

            foreach (var source in claim.Cites)
            {
                if (string.Equals(source, claim.Reporter, StringComparison.Ordinal))
                {
                    continue;
                }

                var other = pass
                    .Index.ClaimsIn(source)
                    .FirstOrDefault(c => IsOf(c, claim.Holder, proposition) && c.Stance!.Opposes(stance));
                var told =
                    other is not null
                    && pass.Index.ClaimsIn(claim.Reporter).Any(c => IsOf(c, claim.Holder, proposition) && c.Stance!.Opposes(stance));
                if (other is not null && !told)
                {
                    pass.Warning(
                        Rule.Id,
                        $"claims/{claim.Id}/text",
                        $"{claim.Reporter} gives {claim.Holder}'s stance on {proposition} as {stance}",
                        $"both sides of {source}: {other.Id} is {other.Stance}{(other.Mechanism is null ? "" : $" by {other.Mechanism}")}",
                        "report both, split by mechanism"
                    );
                }
            }
        }
    }

    private static bool IsOf(Claim claim, string holder, string proposition) =>
        claim.Stance is not null
        && string.Equals(claim.Holder, holder, StringComparison.Ordinal)
        && string.Equals(claim.Proposition, proposition, StringComparison.Ordinal);
}
