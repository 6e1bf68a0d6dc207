using System.Diagnostics;
using Tare.Records;

namespace Tare.Costs;

/// <summary>How many entries a token attends to, and how many an indexer scores, with L tokens in the cache. Both are clamped to what exists.</summary>
public static class AttendedEntries
{
    /// <summary>
    /// Entries in the attention core: L (full, latent, convolutional), min(L, w) (window), min(top, L) (sparse latent),
    /// min(top, floor(L / m)) + min(w, L) (compressed sparse), floor(L / m) + min(w, L) (heavily compressed), 0 (linear, convolution).
    /// </summary>
    /// <param name="layer">The layer.</param>
    /// <param name="contextTokens">Cached tokens (L), at least 0.</param>
    public static long Core(LayerKind layer, long contextTokens) =>
        layer switch
        {
            FullAttention or ConvolutionalAttention => contextTokens,
            WindowAttention window => Math.Min(contextTokens, window.WindowTokens),
            LatentAttention latent => Selected(latent.Indexer, contextTokens),
            CompressedAttention compressed => Selected(compressed.Indexer, CacheFormulas.CompressedEntries(contextTokens, compressed.Rate))
                + Math.Min(contextTokens, compressed.WindowTokens),
            LinearAttention or ShortConvolution => 0,
            _ => throw new UnreachableException(),
        };

    /// <summary>Entries that an indexer scores: L (sparse latent), floor(L / m) (compressed sparse), 0 where there is no indexer.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="contextTokens">Cached tokens (L), at least 0.</param>
    public static long Indexed(LayerKind layer, long contextTokens) =>
        layer switch
        {
            LatentAttention { Indexer: not null } => contextTokens,
            CompressedAttention { Indexer: not null } compressed => CacheFormulas.CompressedEntries(contextTokens, compressed.Rate),
            _ => 0,
        };

    private static long Selected(SparseIndexer? indexer, long entries) => indexer is null ? entries : Math.Min(indexer.TopEntries, entries);
}
