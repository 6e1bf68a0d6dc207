using Tare.Records;

namespace Tare.Dossier;

/// <summary>One run of the rules: what they look at and what they have found so far.</summary>
internal sealed class LintPass
{
    private readonly Dictionary<(string Subject, StatedField Field), List<ReferenceFact>> _facts = [];

    public LintPass(DossierIndex index, LintOptions options)
    {
        Index = index;
        Options = options;
        foreach (var fact in index.Dossier.Facts.Concat(options.Facts))
        {
            if (!_facts.TryGetValue((fact.Subject, fact.Field), out var known))
            {
                _facts[(fact.Subject, fact.Field)] = known = [];
            }

            known.Add(fact);
        }
    }

    public DossierIndex Index { get; }

    public LintOptions Options { get; }

    public DossierRecord Dossier => Index.Dossier;

    public List<LintFinding> Findings { get; } = [];

    public List<LintGap> Gaps { get; } = [];

    public IReadOnlyList<ReferenceFact> Facts(string subject, StatedField field) => _facts.GetValueOrDefault((subject, field)) ?? [];

    public void Error(string rule, string address, string found, string expected, string suggestion) =>
        Add(rule, LintSeverity.Error, address, found, expected, suggestion);

    public void Warning(string rule, string address, string found, string expected, string suggestion) =>
        Add(rule, LintSeverity.Warning, address, found, expected, suggestion);

    public void Note(string rule, string address, string found, string expected, string suggestion) =>
        Add(rule, LintSeverity.Note, address, found, expected, suggestion);

    private void Add(string rule, LintSeverity severity, string address, string found, string expected, string suggestion) =>
        Findings.Add(new LintFinding(rule, severity, address, Options.Positions.Find(address), found, expected, suggestion));
}
