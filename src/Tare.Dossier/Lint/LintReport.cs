using Tare.Records;

namespace Tare.Dossier;

/// <summary>Everything that the rules found, worst first, then by rule and address.</summary>
/// <param name="Findings">The findings.</param>
/// <param name="Unchecked">Addresses that a rule could not judge, with the reason: silence is not approval.</param>
public sealed record LintReport(ValueList<LintFinding> Findings, ValueList<LintGap> Unchecked)
{
    /// <summary>Whether the dossier contradicts itself or its own past.</summary>
    public bool HasErrors => Findings.Any(f => f.Severity == LintSeverity.Error);

    /// <summary>The findings of one rule.</summary>
    /// <param name="rule">Identifier of the rule.</param>
    public IReadOnlyList<LintFinding> Of(string rule) => [.. Findings.Where(f => string.Equals(f.Rule, rule, StringComparison.Ordinal))];
}
