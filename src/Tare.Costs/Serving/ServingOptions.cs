using Tare.Records;

namespace Tare.Costs;

/// <summary>How a serving cost is counted.</summary>
public sealed record ServingOptions
{
    /// <summary>Bits of each part of the cache. Default: 16 everywhere (BF16), the format published tables compare in.</summary>
    public CacheFormat Cache { get; init; } = CacheFormat.BFloat16;

    /// <summary>Weight of operations by part. Default: every operation counts 1.</summary>
    public FlopWeights FlopWeights { get; init; } = FlopWeights.Unweighted;

    /// <summary>Whether sliding windows count. Default: they do.</summary>
    public WindowRule Windows { get; init; } = WindowRule.Applied;

    /// <summary>Whether sharing between layers counts. Default: it does.</summary>
    public SharingRule Sharing { get; init; } = SharingRule.Applied;

    /// <summary>The formats and weights that the developer's report states, each BF16 and unweighted where it states none.</summary>
    /// <param name="architecture">The architecture to be served.</param>
    public static ServingOptions NativeTo(Architecture architecture)
    {
        ArgumentNullException.ThrowIfNull(architecture);
        return new()
        {
            Cache = architecture.NativeCache ?? CacheFormat.BFloat16,
            FlopWeights = architecture.NativeFlopWeights ?? FlopWeights.Unweighted,
        };
    }
}
