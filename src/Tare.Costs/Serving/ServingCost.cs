using Tare.Records;

namespace Tare.Costs;

/// <summary>What serving one sequence of one model costs at one context length: memory and operations, by part.</summary>
/// <remarks>Worked from sizes alone: no measurement, no engine, no batch. Memory of activations and of the allocator is not counted.</remarks>
public sealed record ServingCost
{
    private ServingCost() { }

    /// <summary>Identifier of the architecture.</summary>
    public required string ArchitectureId { get; init; }

    /// <summary>Tokens in the cache.</summary>
    public required long ContextTokens { get; init; }

    /// <summary>How it was counted.</summary>
    public required ServingOptions Options { get; init; }

    /// <summary>Whether the context is longer than the developer states; <see langword="null"/> where no length is stated.</summary>
    public required bool? BeyondStatedContext { get; init; }

    /// <summary>What one sequence keeps in memory.</summary>
    public required CacheBytes Cache { get; init; }

    /// <summary>Bytes that one more token adds once every window is full.</summary>
    public required double GrowthBytesPerToken { get; init; }

    /// <summary>Operations of the next token.</summary>
    public required TokenFlops FlopsPerToken { get; init; }

    /// <summary>Equivalent FP8 operations under the options' weights, or <see langword="null"/> where the active parameters are not known.</summary>
    public double? WeightedFlopsPerToken => FlopsPerToken.Weighted(Options.FlopWeights);

    /// <summary>The cost of one sequence.</summary>
    /// <param name="architecture">The layer list.</param>
    /// <param name="contextTokens">Tokens in the cache, from 1 to 2^32.</param>
    /// <param name="options">How it is counted; default BF16, unweighted, windows and sharing applied.</param>
    /// <exception cref="InputException">The layer list or the context length cannot be.</exception>
    public static ServingCost Of(Architecture architecture, long contextTokens, ServingOptions? options = null)
    {
        options ??= new ServingOptions();
        ServedLayers.Require(architecture, contextTokens);
        return ServedLayers.Exact(
            architecture,
            () =>
                new ServingCost
                {
                    ArchitectureId = architecture.Id,
                    ContextTokens = contextTokens,
                    Options = options,
                    BeyondStatedContext = architecture.ContextTokens is { } stated ? contextTokens > stated : null,
                    Cache = ServedLayers.Cache(architecture, contextTokens, options).ToBytes(),
                    GrowthBytesPerToken = CacheGrowth.BytesPerToken(architecture, options),
                    FlopsPerToken = ServedLayers.Flops(architecture, contextTokens, options),
                }
        );
    }
}
