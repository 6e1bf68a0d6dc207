namespace Tare.Records;

/// <summary>What a language model keeps and computes along the sequence: the layer list that a serving cost is worked from.</summary>
/// <remarks>An unknown fact is <see langword="null"/>, never zero. Only the text stack is described: no vision tower, no draft layers.</remarks>
public sealed record Architecture
{
    /// <summary>Stable identifier, lower case, for example <c>kimi-k2.6</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Name as its developer writes it.</summary>
    public required string Name { get; init; }

    /// <summary>The decoder layers, as groups of equal ones. The order counts only where a group reads the cache of an earlier one.</summary>
    public required IReadOnlyList<LayerGroup> Layers { get; init; }

    /// <summary>Parameters that take part in one token, shared experts included; <see langword="null"/> where no source says.</summary>
    public long? ActiveParameters { get; init; }

    /// <summary>All parameters, embeddings included; <see langword="null"/> where no source says.</summary>
    public long? TotalParameters { get; init; }

    /// <summary>Longest context that the developer states, in tokens; <see langword="null"/> where no source says.</summary>
    public int? ContextTokens { get; init; }

    /// <summary>The cache format that the developer's report states, or <see langword="null"/> where it states none.</summary>
    public CacheFormat? NativeCache { get; init; }

    /// <summary>How the developer's report weighs operations of different precision, or <see langword="null"/> where it does not.</summary>
    public FlopWeights? NativeFlopWeights { get; init; }

    /// <summary>Where the figures come from, in words a reader can follow.</summary>
    public IReadOnlyList<string> Sources { get; init; } = [];

    /// <summary>What a reader must know: conflicts between sources, fields nobody states.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Number of decoder layers, those that share a cache included.</summary>
    public int LayerCount => Layers.Sum(g => g.Count);

    /// <summary>Number of decoder layers that keep something of their own.</summary>
    public int OwningLayerCount => Layers.Where(g => g.CacheOwner is null).Sum(g => g.Count);
}
