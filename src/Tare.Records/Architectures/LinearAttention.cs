namespace Tare.Records;

/// <summary>Linear attention with a state of fixed size (Gated DeltaNet): nothing grows with the context.</summary>
/// <remarks>Yang, Kautz, Hatamizadeh (2024), Gated Delta Networks, section 3.</remarks>
public sealed record LinearAttention : LayerKind
{
    /// <summary>Value heads; each keeps one state matrix.</summary>
    public required int ValueHeads { get; init; }

    /// <summary>Query and key heads.</summary>
    public required int KeyHeads { get; init; }

    /// <summary>Elements of a key: rows of a state matrix.</summary>
    public required int KeyDimension { get; init; }

    /// <summary>Elements of a value: columns of a state matrix.</summary>
    public required int ValueDimension { get; init; }

    /// <summary>Length of the short convolution before the state, or <see langword="null"/> where no source says; its state is then not counted.</summary>
    public int? Kernel { get; init; }

    /// <inheritdoc/>
    public override string Word => "linear";

    internal override IEnumerable<LayerSize> Sizes =>
        [
            new("valueHeads", ValueHeads),
            new("keyHeads", KeyHeads),
            new("keyDim", KeyDimension),
            new("valueDim", ValueDimension),
            new("kernel", Kernel ?? 1),
        ];
}
