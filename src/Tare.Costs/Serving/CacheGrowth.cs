using System.Diagnostics;
using Tare.Records;

namespace Tare.Costs;

/// <summary>Bytes that a cache takes per token.</summary>
public static class CacheGrowth
{
    /// <summary>Bytes that one more token adds once every window is full, averaged over a block where tokens are compressed.</summary>
    /// <remarks>Sum over owning layers of the bits per token / 8; windows, states and convolutions add nothing.</remarks>
    /// <param name="architecture">The layer list.</param>
    /// <param name="options">How it is counted; default BF16, windows and sharing applied.</param>
    public static double BytesPerToken(Architecture architecture, ServingOptions? options = null)
    {
        options ??= new ServingOptions();
        ServedLayers.Require(architecture, 1);
        return architecture
                .Layers.Where(g => g.CacheOwner is null || options.Sharing == SharingRule.Ignored)
                .Sum(g => g.Count * (EntryBits(ServedLayers.Counted(g.Layer, options), options.Cache) + IndexBits(g.Layer, options.Cache)))
            / 8;
    }

    /// <summary>
    /// The figure that tables of architectures print: every layer at full length, windows and sharing ignored, index keys and
    /// the raw windows of compressed attention left out. It is not what a sequence costs.
    /// </summary>
    /// <remarks>Raschka (2026), LLM Architecture Gallery, column "KV cache per token".</remarks>
    /// <param name="architecture">The layer list.</param>
    /// <param name="format">Bits per element; default BF16.</param>
    public static double TableBytesPerToken(Architecture architecture, CacheFormat? format = null)
    {
        ServedLayers.Require(architecture, 1);
        ServingOptions options = new() { Windows = WindowRule.Ignored };
        return architecture.Layers.Sum(g => g.Count * EntryBits(ServedLayers.Counted(g.Layer, options), format ?? CacheFormat.BFloat16))
            / 8;
    }

    private static double EntryBits(LayerKind layer, CacheFormat format) =>
        layer switch
        {
            FullAttention full => CacheFormulas.GroupedTokenBits(full, format),
            LatentAttention latent => CacheFormulas.LatentTokenBits(latent, format),
            CompressedAttention compressed => CacheFormulas.CompressedEntryBits(compressed, format) / (double)compressed.Rate,
            ConvolutionalAttention convolutional => CacheFormulas.ConvolutionalTokenBits(convolutional, format),
            WindowAttention or LinearAttention or ShortConvolution => 0,
            _ => throw new UnreachableException(),
        };

    private static double IndexBits(LayerKind layer, CacheFormat format) =>
        layer switch
        {
            LatentAttention { Indexer: { } indexer } => CacheFormulas.IndexKeyBits(indexer, format),
            CompressedAttention { Indexer: { } indexer } compressed => CacheFormulas.IndexKeyBits(indexer, format)
                / (double)compressed.Rate,
            _ => 0,
        };
}
