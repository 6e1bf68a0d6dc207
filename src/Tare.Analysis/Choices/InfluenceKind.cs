namespace Tare.Analysis;

/// <summary>What is left out.</summary>
public enum InfluenceKind
{
    /// <summary>One benchmark.</summary>
    Benchmark,

    /// <summary>All benchmarks of one domain.</summary>
    Domain,

    /// <summary>One model.</summary>
    Model,
}
