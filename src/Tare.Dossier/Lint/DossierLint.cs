using Tare.Records;

namespace Tare.Dossier;

/// <summary>The rules over a dossier.</summary>
public static class DossierLint
{
    private static readonly ILintCheck[] s_checks =
    [
        new IdentityCheck(),
        new ReferenceCheck(),
        new FutureDateCheck(),
        new VersionCheck(),
        new CitationCheck(),
        new PredictionCheck(),
        new DerivationCheck(),
        new QuoteCheck(),
        new AnswerCheck(),
        new StanceCheck(),
        new EvolutionCheck(),
        new TensionCheck(),
        new IndependentRootsCheck(),
        new DateWordsCheck(),
        new StatedFactCheck("L3", "licence", StatedField.Licence),
        new StatedFactCheck("L4", "entity names", StatedField.Members),
        new CountWordsCheck(),
        new StatedFactCheck("L6", "terms and numbers", StatedField.Term, StatedField.Baseline, StatedField.Number),
        new AttributionCheck(),
        new MagnitudeCheck(),
        new StatedFactCheck("L9", "vendors", StatedField.Vendor),
        new SuperlativeCheck(),
        new ConditionsCheck(),
        new EffectSizeCheck(),
        new SummaryCheck(),
        new LogicalStepCheck(),
        new FalsifierCheck(),
        new UnsupportedCheck(),
        new ProvenanceCheck(),
    ];

    /// <summary>Every rule, structure first.</summary>
    public static IReadOnlyList<LintRule> Rules { get; } = [.. s_checks.Select(c => c.Rule)];

    /// <summary>Everything that the rules find in a dossier.</summary>
    /// <param name="index">The dossier.</param>
    /// <param name="options">What the rules need beside it.</param>
    public static LintReport Of(DossierIndex index, LintOptions options)
    {
        ArgumentNullException.ThrowIfNull(index);
        ArgumentNullException.ThrowIfNull(options);
        var pass = new LintPass(index, options);
        foreach (var check in s_checks)
        {
            check.Run(pass);
        }

        var order = Rules.Select((r, i) => (r.Id, i)).ToDictionary(r => r.Id, r => r.i, StringComparer.Ordinal);
        var findings = pass
            .Findings.OrderByDescending(f => f.Severity)
            .ThenBy(f => order[f.Rule])
            .ThenBy(f => f.Position?.Line ?? 0)
            .ThenBy(f => f.Address, StringComparer.Ordinal);
        return new LintReport([.. findings], [.. pass.Gaps]);
    }

    /// <summary>Stops at the first thing that makes a dossier unusable.</summary>
    /// <param name="index">The dossier.</param>
    /// <param name="options">What the rules need beside it.</param>
    /// <exception cref="InputException">The dossier contradicts itself or its own past; the message names every such place.</exception>
    public static void Require(DossierIndex index, LintOptions options)
    {
        var errors = Of(index, options).Findings.Where(f => f.Severity == LintSeverity.Error).ToList();
        if (errors.Count > 0)
        {
            const int Shown = 20;
            var rest =
                errors.Count > Shown
                    ? $"\n... and {errors.Count - Shown} more of {errors.Count}; 'tare dossier lint' lists all."
                    : string.Empty;
            throw new InputException(string.Join('\n', errors.Take(Shown)) + rest);
        }
    }
}
