namespace Tare.Records;

/// <summary>A developer's own score beside that of somebody else on the same benchmark.</summary>
/// <param name="ModelId">Identifier of the model.</param>
/// <param name="BenchmarkId">Identifier of the benchmark.</param>
/// <param name="Developer">The developer's share, in [0, 1].</param>
/// <param name="Independent">The other's share, in [0, 1].</param>
/// <param name="Evaluator">Who the other is.</param>
public sealed record SelfReport(string ModelId, string BenchmarkId, double Developer, double Independent, string Evaluator)
{
    /// <summary>What differed between the two runs, or <see langword="null"/>.</summary>
    public string? Note { get; init; }
}
