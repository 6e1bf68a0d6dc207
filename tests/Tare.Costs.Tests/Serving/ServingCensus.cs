using Tare.Records;

namespace Tare.Costs.Tests;

/// <summary>The second form of the serving formulas: it walks over tokens, heads and elements and counts, knowing no product.</summary>
internal sealed record ServingCensus(CacheBytes Cache, TokenFlops Flops)
{
    public static ServingCensus Of(Architecture architecture, int context, ServingOptions options)
    {
        Tally tally = new(options.Cache);
        foreach (LayerGroup group in architecture.Layers)
        {
            for (int copy = 0; copy < group.Count; copy++)
            {
                Walk(group.Layer, context, options, tally, keeps: group.CacheOwner is null);
            }
        }

        return new(
            new(Bytes(tally.Attention), Bytes(tally.Window), Bytes(tally.Index), Bytes(tally.State), Bytes(tally.Convolution)),
            new(2 * architecture.ActiveParameters, tally.Core, tally.Scores, tally.StateFlops)
        );
    }

    private static long Bytes(long bits) => (bits / 8) + (bits % 8 == 0 ? 0 : 1);

    private static void Walk(LayerKind layer, int context, ServingOptions options, Tally tally, bool keeps)
    {
        switch (layer)
        {
            case GroupedAttention grouped:
                WalkGrouped(grouped, context, options, tally, keeps);
                break;
            case ConvolutionalAttention cca:
                for (int token = 0; token < context; token++)
                {
                    for (int vector = 0; keeps && vector < cca.KeyValueHeads + cca.KeyValueHeads; vector++)
                    {
                        tally.Attention += tally.Vector(cca.Dimension, 0);
                    }

                    tally.Attend(cca.QueryHeads, cca.Dimension, cca.Dimension);
                }

                break;
            case LatentAttention latent:
                WalkLatent(latent, context, tally, keeps);
                break;
            case CompressedAttention compressed:
                WalkCompressed(compressed, context, tally, keeps);
                break;
            case LinearAttention linear:
                WalkLinear(linear, tally, keeps);
                break;
            case ShortConvolution conv:
                for (int kept = 1; keeps && kept < conv.Kernel; kept++)
                {
                    tally.Convolution += conv.Channels * tally.Format.ConvolutionBits;
                }

                break;
            default:
                throw new InvalidOperationException(layer.Word);
        }
    }

    private static void WalkGrouped(GroupedAttention grouped, int context, ServingOptions options, Tally tally, bool keeps)
    {
        bool windowed = grouped is WindowAttention && options.Windows == WindowRule.Applied;
        int oldest = windowed ? context - ((WindowAttention)grouped).WindowTokens : 0;
        for (int token = 0; token < context; token++)
        {
            if (token < oldest)
            {
                continue;
            }

            long bits = 0;
            for (int head = 0; head < grouped.KeyValueHeads; head++)
            {
                bits += tally.Vector(grouped.KeyDimension, grouped.PositionDimension);
                bits += grouped.Values == ValueStorage.Separate ? tally.Vector(grouped.ValueDimension, 0) : 0;
            }

            tally.Window += keeps && windowed ? bits : 0;
            tally.Attention += keeps && !windowed ? bits : 0;
            tally.Attend(grouped.QueryHeads, grouped.KeyDimension, grouped.ValueDimension);
        }
    }

    private static void WalkLatent(LatentAttention latent, int context, Tally tally, bool keeps)
    {
        int attended = 0;
        for (int token = 0; token < context; token++)
        {
            tally.Attention += keeps ? tally.Vector(latent.LatentRank + latent.PositionDimension, latent.PositionDimension) : 0;
            tally.Score(latent.Indexer, keeps);
            if (latent.Indexer is null || attended < latent.Indexer.TopEntries)
            {
                attended++;
                tally.Attend(latent.QueryHeads, latent.LatentRank + latent.PositionDimension, latent.LatentRank);
            }
        }
    }

    private static void WalkCompressed(CompressedAttention layer, int context, Tally tally, bool keeps)
    {
        int waiting = 0;
        int attended = 0;
        for (int token = 1; token <= context; token++)
        {
            if (token > context - layer.WindowTokens)
            {
                tally.Window += keeps ? tally.Vector(layer.Dimension, layer.PositionDimension) : 0;
                tally.Attend(layer.QueryHeads, layer.Dimension, layer.Dimension);
            }

            if (++waiting < layer.Rate)
            {
                continue;
            }

            waiting = 0;
            tally.Attention += keeps ? tally.Vector(layer.Dimension, layer.PositionDimension) : 0;
            tally.Score(layer.Indexer, keeps);
            if (layer.Indexer is null || attended < layer.Indexer.TopEntries)
            {
                attended++;
                tally.Attend(layer.QueryHeads, layer.Dimension, layer.Dimension);
            }
        }
    }

    private static void WalkLinear(LinearAttention linear, Tally tally, bool keeps)
    {
        int channels = linear.KeyHeads * linear.KeyDimension * 2;
        for (int head = 0; head < linear.ValueHeads; head++)
        {
            channels += linear.ValueDimension;
            for (int row = 0; row < linear.KeyDimension; row++)
            {
                for (int column = 0; column < linear.ValueDimension; column++)
                {
                    tally.State += keeps ? tally.Format.StateBits : 0;
                    // Three multiply-adds an element: what is stored for the key, the update, the read.
                    tally.StateFlops += 2 + 2 + 2;
                }
            }
        }

        for (int kept = 1; keeps && linear.Kernel is { } kernel && kept < kernel; kept++)
        {
            tally.Convolution += channels * tally.Format.ConvolutionBits;
        }
    }

    private sealed class Tally(CacheFormat format)
    {
        public CacheFormat Format { get; } = format;
        public long Attention { get; set; }
        public long Window { get; set; }
        public long Index { get; set; }
        public long State { get; set; }
        public long Convolution { get; set; }
        public long Core { get; private set; }
        public long Scores { get; private set; }
        public long StateFlops { get; set; }

        public long Vector(int dimension, int position)
        {
            long bits = Format.ScaleBits;
            for (int element = 0; element < dimension; element++)
            {
                bits += element < position ? Format.PositionBits : Format.ContentBits;
            }

            return bits;
        }

        public void Attend(int heads, int keyDimension, int valueDimension)
        {
            for (int head = 0; head < heads; head++)
            {
                Core += keyDimension + keyDimension;
                Core += valueDimension + valueDimension;
            }
        }

        public void Score(SparseIndexer? indexer, bool keeps)
        {
            if (indexer is null)
            {
                return;
            }

            Index += keeps ? Format.IndexScaleBits : 0;
            for (int element = 0; element < indexer.Dimension; element++)
            {
                Index += keeps ? Format.IndexBits : 0;
                Scores += indexer.Heads + indexer.Heads;
            }
        }
    }
}
