namespace Tare.Records;

/// <summary>Compressed convolutional attention: grouped attention carried out inside a compressed latent space.</summary>
/// <remarks>Zyphra (2025), Compressed Convolutional Attention, section 3. Heads are those of the latent space.</remarks>
public sealed record ConvolutionalAttention : LayerKind
{
    /// <summary>Query heads in the latent space, at least 1.</summary>
    public required int QueryHeads { get; init; }

    /// <summary>Key-value heads in the latent space, at least 1.</summary>
    public required int KeyValueHeads { get; init; }

    /// <summary>Elements of a key, a value and a query of one head.</summary>
    public required int Dimension { get; init; }

    /// <inheritdoc/>
    public override string Word => "cca";

    internal override IEnumerable<LayerSize> Sizes => [new("heads", QueryHeads), new("kvHeads", KeyValueHeads), new("dim", Dimension)];
}
