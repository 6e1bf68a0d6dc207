namespace Tare.Records;

/// <summary>A snapshot of scores with everything that is needed to read them. It never changes; its digest names it.</summary>
/// <remarks>At most one score for each pair of model and benchmark; every identifier in a score resolves. Readers check both.</remarks>
public sealed record Evidence
{
    /// <summary>Short name, for example <c>curated</c> or <c>epoch-2026-08</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The models that are scored, ordered by identifier.</summary>
    public required IReadOnlyList<LanguageModel> Models { get; init; }

    /// <summary>The benchmarks that are used, ordered by identifier.</summary>
    public required IReadOnlyList<Benchmark> Benchmarks { get; init; }

    /// <summary>The scores, ordered by model, then benchmark.</summary>
    public required IReadOnlyList<Score> Scores { get; init; }

    /// <summary>Where the scores come from.</summary>
    public IReadOnlyList<Source> Sources { get; init; } = [];

    /// <summary>What a reader must know before using the numbers, one sentence each.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>SHA-256 over the canonical text of models, benchmarks and scores, 64 lower-case hexadecimal digits.</summary>
    public string Digest => EvidenceDigest.Of(this);
}
