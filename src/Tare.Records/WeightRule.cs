namespace Tare.Records;

/// <summary>How scores are weighted in the objective.</summary>
public enum WeightRule
{
    /// <summary>Every score weighs 1.</summary>
    EachScore,

    /// <summary>Domains weigh the same, and benchmarks the same inside a domain: a score weighs 1 / (benchmarks in its domain).</summary>
    EqualDomains,

    /// <summary>Benchmarks weigh the same: a score weighs 1 / (scores of its benchmark).</summary>
    EqualBenchmarks,
}
