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
        var reports = new Lazy<Reports>(() => new Reports(pass.Dossier.Claims));
        foreach (var claim in pass.Dossier.Claims)
        {
            if (claim.Proposition is null || claim.Stance is null)
            {
                continue;
            }

            foreach (var source in claim.Cites.AsSpan())
            {
                var isOther = !string.Equals(source, claim.Reporter, StringComparison.Ordinal);
                if (isOther && reports.Value.Opposite(source, claim) is { } other && reports.Value.Opposite(claim.Reporter, claim) is null)
                {
                    Report(pass, claim, source, other);
                }
            }
        }
    }

    private void Report(LintPass pass, Claim claim, string source, Claim other) =>
        pass.Warning(
            Rule.Id,
            $"claims/{claim.Id}/text",
            $"{claim.Reporter} gives {claim.Holder}'s stance on {claim.Proposition} as {claim.Stance}",
            $"both sides of {source}: {other.Id} is {other.Stance}{(other.Mechanism is null ? "" : $" by {other.Mechanism}")}",
            "report both, split by mechanism"
        );

    /// <summary>What each publication says that a holder thinks of a proposition: the first claim of each stance.</summary>
    private sealed class Reports
    {
        private readonly Dictionary<(string Reporter, string Holder, string Proposition), List<Claim>> _stances = [];

        public Reports(ValueList<Claim> claims)
        {
            foreach (var claim in claims)
            {
                if (claim is not { Proposition: { } proposition, Stance: not null })
                {
                    continue;
                }

                var key = (claim.Reporter, claim.Holder, proposition);
                if (!_stances.TryGetValue(key, out var stances))
                {
                    _stances[key] = stances = [];
                }

                if (!stances.Exists(c => c.Stance == claim.Stance))
                {
                    stances.Add(claim);
                }
            }
        }

        /// <summary>The first claim of the same holder, told by a publication, that takes the opposite stance; or <see langword="null"/>.</summary>
        public Claim? Opposite(string reporter, Claim claim) =>
            _stances.GetValueOrDefault((reporter, claim.Holder, claim.Proposition!))?.Find(c => c.Stance!.Opposes(claim.Stance!));
    }
}
