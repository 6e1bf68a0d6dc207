namespace Tare.Records;

/// <summary>The lightning indexer: small heads that score every cached entry and keep the best.</summary>
/// <remarks>DeepSeek-AI (2025), DeepSeek-V3.2, section 2.1.</remarks>
public sealed record SparseIndexer
{
    /// <summary>Query heads of the indexer.</summary>
    public required int Heads { get; init; }

    /// <summary>Elements of an index key; one key is kept per cached entry, shared by the heads.</summary>
    public required int Dimension { get; init; }

    /// <summary>Entries that are attended to, at most.</summary>
    public required int TopEntries { get; init; }

    internal IEnumerable<LayerSize> Sizes => [new("indexHeads", Heads), new("indexDim", Dimension), new("indexTop", TopEntries)];
}
