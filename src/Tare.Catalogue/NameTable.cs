using System.Collections.Frozen;

namespace Tare.Catalogue;

/// <summary>What sources call a model or a benchmark, and which curated one they mean. What it does not know stays unknown.</summary>
/// <remarks>Upper and lower case do not differ; nothing else is ignored.</remarks>
public sealed class NameTable
{
    private readonly FrozenDictionary<string, string> _models;
    private readonly FrozenDictionary<string, string> _benchmarks;

    internal NameTable(IReadOnlyDictionary<string, string> models, IReadOnlyDictionary<string, string> benchmarks)
    {
        _models = models.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
        _benchmarks = benchmarks.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Every name, alias and identifier of a model.</summary>
    public IEnumerable<string> ModelNames => _models.Keys;

    /// <summary>Every name, alias and identifier of a benchmark.</summary>
    public IEnumerable<string> BenchmarkNames => _benchmarks.Keys;

    /// <summary>The curated model with a name, alias or identifier, or <see langword="null"/>.</summary>
    public string? Model(string name) => _models.GetValueOrDefault(name);

    /// <summary>The curated benchmark with a name, alias or identifier, or <see langword="null"/>.</summary>
    public string? Benchmark(string name) => _benchmarks.GetValueOrDefault(name);
}
