using Tare.Records;

namespace Tare.Dossier;

/// <summary>What a lint needs beside the dossier.</summary>
public sealed record LintOptions
{
    /// <summary>The instant from which a date counts as future, UTC.</summary>
    public required DateTimeOffset AsOf { get; init; }

    /// <summary>Where records stand in their file. The default knows no place.</summary>
    public SourceMap Positions { get; init; } = SourceMap.Empty;

    /// <summary>Facts beside the dossier's own, for example from the catalogue of models. None by default.</summary>
    public IReadOnlyList<ReferenceFact> Facts { get; init; } = [];

    /// <summary>Texts of publications by identifier, to check quotations and attributions. None by default.</summary>
    public IReadOnlyDictionary<string, string> Texts { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
}
