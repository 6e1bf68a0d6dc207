using Tare.Records;

namespace Tare.Costs;

/// <summary>What one layer keeps, in bits. Every function is one formula; counts are whole and exact.</summary>
/// <remarks>d = elements of a vector, k = key-value heads, r = latent rank, m = tokens per compressed entry, L = cached tokens, w = window.</remarks>
public static class CacheFormulas
{
    /// <summary>Bits of one kept vector: (d - p) content + p position + scales.</summary>
    /// <param name="dimension">Elements of the vector (d), at least 0.</param>
    /// <param name="positionDimension">Those that carry the position (p), from 0 to d.</param>
    /// <param name="format">Bits per element.</param>
    public static long VectorBits(int dimension, int positionDimension, CacheFormat format) =>
        ((long)(dimension - positionDimension) * format.ContentBits) + ((long)positionDimension * format.PositionBits) + format.ScaleBits;

    /// <summary>Bits of one index key: d index elements + scales.</summary>
    /// <param name="indexer">The indexer; its heads share one key.</param>
    /// <param name="format">Bits per element.</param>
    public static long IndexKeyBits(SparseIndexer indexer, CacheFormat format) =>
        ((long)indexer.Dimension * format.IndexBits) + format.IndexScaleBits;

    /// <summary>Bits per token of grouped attention: k (d_qk + d_v) elements, or k d where the key is the value.</summary>
    /// <remarks>Ainslie et al. (2023), section 2; with k = h it is multi-head attention, with k = 1 multi-query.</remarks>
    /// <param name="layer">The layer.</param>
    /// <param name="format">Bits per element.</param>
    public static long GroupedTokenBits(GroupedAttention layer, CacheFormat format)
    {
        long key = VectorBits(layer.KeyDimension, layer.PositionDimension, format);
        long value = layer.Values == ValueStorage.KeyIsValue ? 0 : VectorBits(layer.ValueDimension, 0, format);
        return layer.KeyValueHeads * (key + value);
    }

    /// <summary>Bits per token of latent attention: r_kv + d_rope elements, whatever the number of heads.</summary>
    /// <remarks>DeepSeek-AI (2024), DeepSeek-V2, table 1.</remarks>
    /// <param name="layer">The layer.</param>
    /// <param name="format">Bits per element.</param>
    public static long LatentTokenBits(LatentAttention layer, CacheFormat format) =>
        VectorBits(layer.LatentRank + layer.PositionDimension, layer.PositionDimension, format);

    /// <summary>Bits of one compressed entry of V4's attention: one head, key = value.</summary>
    /// <remarks>DeepSeek-AI (2026), DeepSeek-V4, section 2.3.</remarks>
    /// <param name="layer">The layer.</param>
    /// <param name="format">Bits per element.</param>
    public static long CompressedEntryBits(CompressedAttention layer, CacheFormat format) =>
        VectorBits(layer.Dimension, layer.PositionDimension, format);

    /// <summary>Compressed entries of L tokens: floor(L / m). A block becomes an entry when it is complete; until then the raw window holds it.</summary>
    /// <param name="contextTokens">Cached tokens (L).</param>
    /// <param name="rate">Tokens per entry (m).</param>
    public static long CompressedEntries(long contextTokens, int rate) => contextTokens / rate;

    /// <summary>Bits per token of compressed convolutional attention: 2 k d elements of the latent space.</summary>
    /// <remarks>Zyphra (2025), Compressed Convolutional Attention, section 3.</remarks>
    /// <param name="layer">The layer.</param>
    /// <param name="format">Bits per element.</param>
    public static long ConvolutionalTokenBits(ConvolutionalAttention layer, CacheFormat format) =>
        2L * layer.KeyValueHeads * VectorBits(layer.Dimension, 0, format);

    /// <summary>Bits of the state of linear attention, once per sequence: h_v d_k d_v elements.</summary>
    /// <remarks>Yang, Kautz, Hatamizadeh (2024), section 3.</remarks>
    /// <param name="layer">The layer.</param>
    /// <param name="format">Bits per element.</param>
    public static long LinearStateBits(LinearAttention layer, CacheFormat format) =>
        (long)layer.ValueHeads * layer.KeyDimension * layer.ValueDimension * format.StateBits;

    /// <summary>Channels that the convolution before a linear state runs over: 2 h_k d_k + h_v d_v (queries, keys, values).</summary>
    /// <param name="layer">The layer.</param>
    public static long LinearConvolutionChannels(LinearAttention layer) =>
        (2L * layer.KeyHeads * layer.KeyDimension) + ((long)layer.ValueHeads * layer.ValueDimension);

    /// <summary>Bits of a convolution's kept inputs, once per sequence: channels (kernel - 1) elements.</summary>
    /// <param name="channels">Channels.</param>
    /// <param name="kernel">Length of the kernel, at least 1.</param>
    /// <param name="format">Bits per element.</param>
    public static long ConvolutionStateBits(long channels, int kernel, CacheFormat format) =>
        channels * (kernel - 1) * format.ConvolutionBits;
}
