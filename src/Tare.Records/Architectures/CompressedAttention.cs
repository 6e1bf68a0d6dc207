namespace Tare.Records;

/// <summary>
/// Attention over blocks of tokens that are compressed to one shared entry each (K = V, one head), beside a short window of raw tokens.
/// With an indexer it is compressed sparse attention, without one heavily compressed attention.
/// </summary>
/// <remarks>DeepSeek-AI (2026), DeepSeek-V4, sections 2.3.1 and 2.3.2.</remarks>
public sealed record CompressedAttention : LayerKind
{
    /// <summary>Query heads, at least 1.</summary>
    public required int QueryHeads { get; init; }

    /// <summary>Elements of an entry; key and value are the same vector.</summary>
    public required int Dimension { get; init; }

    /// <summary>Elements of an entry that carry the position and that a mixed format keeps at higher precision.</summary>
    public required int PositionDimension { get; init; }

    /// <summary>Tokens that become one entry (m), at least 1.</summary>
    public required int Rate { get; init; }

    /// <summary>Raw tokens that are kept and attended to besides.</summary>
    public required int WindowTokens { get; init; }

    /// <summary>Picks the compressed entries that are attended to; <see langword="null"/> where all are.</summary>
    public SparseIndexer? Indexer { get; init; }

    /// <inheritdoc/>
    public override string Word => Indexer is null ? "hca" : "csa";

    internal override IEnumerable<LayerSize> Sizes =>
        [
            new("heads", QueryHeads),
            new("dim", Dimension),
            new("positionDim", PositionDimension, 0),
            new("rate", Rate),
            new("window", WindowTokens, 0),
            .. Indexer?.Sizes ?? [],
        ];
}
