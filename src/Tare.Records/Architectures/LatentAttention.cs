namespace Tare.Records;

/// <summary>Multi-head latent attention: one low-rank vector and one rotary key per token, whatever the number of heads.</summary>
/// <remarks>DeepSeek-AI (2024), DeepSeek-V2, section 2.1.</remarks>
public sealed record LatentAttention : LayerKind
{
    /// <summary>Query heads, at least 1.</summary>
    public required int QueryHeads { get; init; }

    /// <summary>Elements of the latent vector (r_kv).</summary>
    public required int LatentRank { get; init; }

    /// <summary>Elements of the rotary key that all heads share.</summary>
    public required int PositionDimension { get; init; }

    /// <summary>Picks the tokens that are attended to (DeepSeek sparse attention); <see langword="null"/> where all are.</summary>
    public SparseIndexer? Indexer { get; init; }

    /// <inheritdoc/>
    public override string Word => Indexer is null ? "mla" : "dsa";

    internal override IEnumerable<LayerSize> Sizes =>
        [new("heads", QueryHeads), new("latentRank", LatentRank), new("positionDim", PositionDimension, 0), .. Indexer?.Sizes ?? []];
}
