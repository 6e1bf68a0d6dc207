using System.Diagnostics;
using Tare.Records;

namespace Tare.Costs;

/// <summary>Operations of one layer for one token, by part.</summary>
internal readonly record struct LayerFlops(long Core, long Indexer, long State)
{
    /// <summary>What one layer computes with L tokens in the cache. A layer that shares a cache computes as much as one that owns it.</summary>
    public static LayerFlops Of(LayerKind layer, long contextTokens) =>
        new(
            OfCore(layer, AttendedEntries.Core(layer, contextTokens)),
            OfIndexer(layer, AttendedEntries.Indexed(layer, contextTokens)),
            OfState(layer)
        );

    /// <summary>Operations of the attention core for a number of attended entries.</summary>
    public static long OfCore(LayerKind layer, long entries) =>
        layer switch
        {
            GroupedAttention grouped => FlopFormulas.AttentionCore(
                grouped.QueryHeads,
                entries,
                grouped.KeyDimension,
                grouped.ValueDimension
            ),
            // Absorbed form: scores against latent and rotary key, sums of the latent (DeepSeek-AI, 2024, section 2.1.2).
            LatentAttention latent => FlopFormulas.AttentionCore(
                latent.QueryHeads,
                entries,
                latent.LatentRank + latent.PositionDimension,
                latent.LatentRank
            ),
            CompressedAttention compressed => FlopFormulas.AttentionCore(
                compressed.QueryHeads,
                entries,
                compressed.Dimension,
                compressed.Dimension
            ),
            ConvolutionalAttention convolutional => FlopFormulas.AttentionCore(
                convolutional.QueryHeads,
                entries,
                convolutional.Dimension,
                convolutional.Dimension
            ),
            LinearAttention or ShortConvolution => 0,
            _ => throw new UnreachableException(),
        };

    /// <summary>Operations of the indexer for a number of scored entries.</summary>
    public static long OfIndexer(LayerKind layer, long entries) =>
        layer switch
        {
            LatentAttention { Indexer: { } indexer } => FlopFormulas.Indexer(indexer, entries),
            CompressedAttention { Indexer: { } indexer } => FlopFormulas.Indexer(indexer, entries),
            _ => 0,
        };

    /// <summary>Operations on a recurrent state.</summary>
    public static long OfState(LayerKind layer) => layer is LinearAttention linear ? FlopFormulas.LinearState(linear) : 0;
}
