using System.Diagnostics;
using Tare.Records;

namespace Tare.Costs;

/// <summary>Bits that layers keep, by part; the unit in which layers are summed, so that bytes are rounded up once per part.</summary>
internal readonly record struct LayerCache(long Attention, long Window, long Index, long State, long Convolution)
{
    /// <summary>What one layer keeps with L tokens in the context.</summary>
    public static LayerCache Of(LayerKind layer, long contextTokens, ServingOptions options)
    {
        CacheFormat format = options.Cache;
        return layer switch
        {
            FullAttention full => new(CacheFormulas.GroupedTokenBits(full, format) * contextTokens, 0, 0, 0, 0),
            WindowAttention window => OfWindow(window, contextTokens, options),
            LatentAttention latent => new(
                CacheFormulas.LatentTokenBits(latent, format) * contextTokens,
                0,
                IndexBits(latent.Indexer, contextTokens, format),
                0,
                0
            ),
            CompressedAttention compressed => OfCompressed(compressed, contextTokens, format),
            ConvolutionalAttention convolutional => new(
                CacheFormulas.ConvolutionalTokenBits(convolutional, format) * contextTokens,
                0,
                0,
                0,
                0
            ),
            LinearAttention linear => new(0, 0, 0, CacheFormulas.LinearStateBits(linear, format), OfKernel(linear, format)),
            ShortConvolution conv => new(0, 0, 0, 0, CacheFormulas.ConvolutionStateBits(conv.Channels, conv.Kernel, format)),
            _ => throw new UnreachableException(),
        };
    }

    /// <summary>The same for a number of equal layers.</summary>
    public LayerCache Times(int count) => new(Attention * count, Window * count, Index * count, State * count, Convolution * count);

    /// <summary>Sum by part.</summary>
    public LayerCache Plus(LayerCache other) =>
        new(Attention + other.Attention, Window + other.Window, Index + other.Index, State + other.State, Convolution + other.Convolution);

    /// <summary>The parts in bytes, each rounded up.</summary>
    public CacheBytes ToBytes() => new(Bytes(Attention), Bytes(Window), Bytes(Index), Bytes(State), Bytes(Convolution));

    private static long Bytes(long bits) => (bits + 7) / 8;

    private static LayerCache OfWindow(WindowAttention window, long contextTokens, ServingOptions options)
    {
        long tokenBits = CacheFormulas.GroupedTokenBits(window, options.Cache);
        return options.Windows == WindowRule.Applied
            ? new(0, tokenBits * Math.Min(contextTokens, window.WindowTokens), 0, 0, 0)
            : new(tokenBits * contextTokens, 0, 0, 0, 0);
    }

    private static LayerCache OfCompressed(CompressedAttention layer, long contextTokens, CacheFormat format)
    {
        long entryBits = CacheFormulas.CompressedEntryBits(layer, format);
        long entries = CacheFormulas.CompressedEntries(contextTokens, layer.Rate);
        return new(
            entryBits * entries,
            entryBits * Math.Min(contextTokens, layer.WindowTokens),
            IndexBits(layer.Indexer, entries, format),
            0,
            0
        );
    }

    private static long IndexBits(SparseIndexer? indexer, long entries, CacheFormat format) =>
        indexer is null ? 0 : CacheFormulas.IndexKeyBits(indexer, format) * entries;

    private static long OfKernel(LinearAttention layer, CacheFormat format) =>
        layer.Kernel is { } kernel ? CacheFormulas.ConvolutionStateBits(CacheFormulas.LinearConvolutionChannels(layer), kernel, format) : 0;
}
