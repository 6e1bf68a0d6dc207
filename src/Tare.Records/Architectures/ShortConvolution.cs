namespace Tare.Records;

/// <summary>A gated convolution over the last few tokens: it keeps kernel - 1 inputs per channel.</summary>
/// <remarks>Liquid AI (2025), LFM2, section 2.</remarks>
public sealed record ShortConvolution : LayerKind
{
    /// <summary>Channels, at least 1.</summary>
    public required int Channels { get; init; }

    /// <summary>Length of the kernel in tokens, at least 1.</summary>
    public required int Kernel { get; init; }

    /// <inheritdoc/>
    public override string Word => "conv";

    internal override IEnumerable<LayerSize> Sizes => [new("channels", Channels), new("kernel", Kernel)];
}
