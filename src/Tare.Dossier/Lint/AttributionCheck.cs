using Tare.Records;

namespace Tare.Dossier;

/// <summary>Words put into a holder's mouth that the holder's own text does not contain.</summary>
internal sealed class AttributionCheck : ILintCheck
{
    public LintRule Rule { get; } =
        new("L7", "attribution", "a key term of a claim that the holder's own text, as read or as given, does not contain");

    public void Run(LintPass pass)
    {
        var readings = pass.Dossier.Readings.ToLookup(r => r.Holder, StringComparer.Ordinal);
        var own = pass
            .Dossier.Sources.Where(s => pass.Options.Texts.ContainsKey(s.Id))
            .SelectMany(s => s.Makers.Select(m => (Holder: m, Source: s.Id)))
            .ToLookup(s => s.Holder, s => s.Source, StringComparer.Ordinal);
        foreach (var claim in pass.Dossier.Claims)
        {
            if (
                claim.KeyTerms.Count == 0
                || pass.Index.Source(claim.Reporter)?.Makers.Contains(claim.Holder, StringComparer.Ordinal) == true
            )
            {
                continue;
            }

            foreach (var term in claim.KeyTerms)
            {
                Check(pass, claim, term, [.. readings[claim.Holder]], [.. own[claim.Holder]]);
            }
        }
    }

    private void Check(LintPass pass, Claim claim, string term, IReadOnlyList<Reading> readings, IReadOnlyList<string> texts)
    {
        var at = $"claims/{claim.Id}/key_terms";
        var found =
            readings.Any(r => r.Present.Contains(term, StringComparer.OrdinalIgnoreCase))
            || texts.Any(t => pass.Options.Texts[t].Contains(term, StringComparison.OrdinalIgnoreCase));
        if (found)
        {
            return;
        }

        var without = readings
            .Where(r => r.Absent.Contains(term, StringComparer.OrdinalIgnoreCase))
            .Select(r => r.Source)
            .Concat(texts)
            .Distinct(StringComparer.Ordinal)
            .ToList();
        if (without.Count == 0)
        {
            pass.Gaps.Add(new LintGap(Rule.Id, at, $"no reading of {claim.Holder}'s own text covers '{term}'"));
            return;
        }

        pass.Warning(
            Rule.Id,
            at,
            $"'{term}' is put into the mouth of {claim.Holder} by {claim.Reporter}",
            $"a text of {claim.Holder} that says so; {string.Join(", ", without)} does not",
            $"attribute it to {claim.Reporter}"
        );
    }
}
