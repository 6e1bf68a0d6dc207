using Tare.App.Cli;
using Tare.Records;

namespace Tare.App.Reporting;

/// <summary>The evidence behind a study of several methodologies: each read once, its files and warnings kept.</summary>
internal sealed class StudyInputs(Inputs inputs, string? evidence)
{
    private readonly Dictionary<string, Evidence> _evidences = new(StringComparer.Ordinal);
    private readonly List<(string Path, string Sha256)> _files = [];
    private readonly List<string> _warnings = [];

    /// <summary>What reading could not keep.</summary>
    public IReadOnlyList<string> Warnings => _warnings;

    /// <summary>The methodology with the evidence of the command line in place of its own.</summary>
    public Methodology Applied(Methodology m) => evidence is null ? m : m with { Evidence = evidence, LagEvidence = null };

    /// <summary>The evidences by the name under which methodologies ask for them.</summary>
    public IReadOnlyDictionary<string, Evidence> Load(IEnumerable<string> names)
    {
        foreach (var name in names.Where(n => !_evidences.ContainsKey(n)))
        {
            var read = inputs.Evidence(name);
            _evidences[name] = read.Evidence;
            _files.AddRange(read.Inputs.Files.Where(f => !_files.Contains(f)));
            _warnings.AddRange(read.Warnings);
        }

        return _evidences;
    }

    /// <summary>Digest of the evidence, of several joined by a plus sign, and the files behind them.</summary>
    public InputDigest Digest() =>
        new(string.Join('+', _evidences.OrderBy(e => e.Key, StringComparer.Ordinal).Select(e => e.Value.Digest)), _files);
}
