namespace Tare.Records;

/// <summary>Attention with heads that share keys and values in groups: multi-head (as many key-value heads as query heads), grouped, multi-query (one).</summary>
/// <remarks>Ainslie et al. (2023), section 2. Sizes are counts of heads and of elements.</remarks>
public abstract record GroupedAttention : LayerKind
{
    private protected GroupedAttention() { }

    /// <summary>Query heads, at least 1.</summary>
    public required int QueryHeads { get; init; }

    /// <summary>Key-value heads, at least 1 and at most the query heads.</summary>
    public required int KeyValueHeads { get; init; }

    /// <summary>Elements of a key (and of a query) of one head.</summary>
    public required int KeyDimension { get; init; }

    /// <summary>Elements of a value of one head.</summary>
    public required int ValueDimension { get; init; }

    /// <summary>Whether values are kept beside the keys.</summary>
    public ValueStorage Values { get; init; } = ValueStorage.Separate;

    /// <summary>Elements of a kept vector that carry the position and that a mixed format keeps at higher precision; 0 where there are none.</summary>
    public int PositionDimension { get; init; }

    internal override IEnumerable<LayerSize> Sizes =>
        [
            new("heads", QueryHeads),
            new("kvHeads", KeyValueHeads),
            new("keyDim", KeyDimension),
            new("valueDim", ValueDimension),
            new("positionDim", PositionDimension, 0),
        ];
}
