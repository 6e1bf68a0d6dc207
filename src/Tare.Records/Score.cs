namespace Tare.Records;

/// <summary>An aggregate that somebody published: one model's share right on one benchmark.</summary>
/// <param name="ModelId">Identifier of the <see cref="LanguageModel"/>.</param>
/// <param name="BenchmarkId">Identifier of the <see cref="Benchmark"/>.</param>
/// <param name="Value">Share right after chance correction, in [0, 1] unless the source printed a value outside.</param>
public sealed record Score(string ModelId, string BenchmarkId, double Value)
{
    /// <summary>Standard error that the publisher states, same unit as the value; <see langword="null"/> where none is stated.</summary>
    public double? StandardError { get; init; }

    /// <summary>Identifier of the harness, or <c>unknown</c> where the source does not name it. Never assumed to be the reference harness.</summary>
    public string HarnessId { get; init; } = "unknown";

    /// <summary>The source's own remark on this score, or <see langword="null"/>.</summary>
    public string? Note { get; init; }
}
