using System.Globalization;
using Tare.Records;

namespace Tare.Costs;

/// <summary>Upper bound on the tokens per second of one sequence where memory bandwidth is the limit.</summary>
/// <param name="ArchitectureId">Identifier of the architecture.</param>
/// <param name="ContextTokens">Tokens in the cache.</param>
/// <param name="WeightBytesRead">Active parameters x bits / 8, read for every token.</param>
/// <param name="CacheBytesRead">Attended entries, scored index keys and states, read for every token. Layers that share a cache each read it.</param>
/// <param name="BandwidthBytesPerSecond">Memory bandwidth.</param>
public sealed record DecodeSpeed(
    string ArchitectureId,
    long ContextTokens,
    double WeightBytesRead,
    double CacheBytesRead,
    double BandwidthBytesPerSecond
)
{
    /// <summary>Bandwidth / (weight bytes + cache bytes). Computation, batching and communication are left out.</summary>
    public double TokensPerSecond => BandwidthBytesPerSecond / (WeightBytesRead + CacheBytesRead);

    /// <summary>The bound for one sequence.</summary>
    /// <param name="architecture">The layer list; its active parameters must be known.</param>
    /// <param name="contextTokens">Tokens in the cache, from 1 to 2^32.</param>
    /// <param name="bandwidthBytesPerSecond">Memory bandwidth, above 0.</param>
    /// <param name="bitsPerParameter">Bits of a stored parameter, above 0 and at most 64.</param>
    /// <param name="options">How the cache is counted; default BF16, windows and sharing applied.</param>
    public static DecodeSpeed Of(
        Architecture architecture,
        long contextTokens,
        double bandwidthBytesPerSecond,
        double bitsPerParameter,
        ServingOptions? options = null
    )
    {
        options ??= new ServingOptions();
        ServedLayers.Require(architecture, contextTokens);
        RequirePositive(bandwidthBytesPerSecond, double.MaxValue, "bandwidth", "Give bytes per second, for example 3.35e12.");
        RequirePositive(bitsPerParameter, 64, "bits per parameter", "Give 16 for BF16, 8 for FP8.");
        long active =
            architecture.ActiveParameters
            ?? throw InputException.At(
                $"architecture '{architecture.Id}', activeParameters",
                "not known",
                "a number of parameters",
                "A configuration file does not state it: give the active parameters as well."
            );
        double cacheBits = ServedLayers.Exact(
            architecture,
            () => architecture.Layers.Sum(g => g.Count * ReadBits(ServedLayers.Counted(g.Layer, options), contextTokens, options))
        );
        return new(architecture.Id, contextTokens, active * bitsPerParameter / 8, cacheBits / 8, bandwidthBytesPerSecond);
    }

    private static double ReadBits(LayerKind layer, long contextTokens, ServingOptions options)
    {
        CacheFormat format = options.Cache;
        double entries = AttendedEntries.Core(layer, contextTokens);
        double indexed = AttendedEntries.Indexed(layer, contextTokens);
        return layer switch
        {
            GroupedAttention grouped => entries * CacheFormulas.GroupedTokenBits(grouped, format),
            ConvolutionalAttention convolutional => entries * CacheFormulas.ConvolutionalTokenBits(convolutional, format),
            LatentAttention latent => (entries * CacheFormulas.LatentTokenBits(latent, format))
                + (indexed * KeyBits(latent.Indexer, format)),
            CompressedAttention compressed => (entries * CacheFormulas.CompressedEntryBits(compressed, format))
                + (indexed * KeyBits(compressed.Indexer, format)),
            _ => StateBits(layer, contextTokens, options),
        };
    }

    private static double KeyBits(SparseIndexer? indexer, CacheFormat format) =>
        indexer is null ? 0 : CacheFormulas.IndexKeyBits(indexer, format);

    private static double StateBits(LayerKind layer, long contextTokens, ServingOptions options)
    {
        LayerCache kept = LayerCache.Of(layer, contextTokens, options);
        return (double)kept.State + kept.Convolution;
    }

    private static void RequirePositive(double value, double maximum, string name, string nextStep)
    {
        if (!(value > 0 && value <= maximum))
        {
            throw InputException.At(name, value.ToString(CultureInfo.InvariantCulture), "a finite number above 0", nextStep);
        }
    }
}
