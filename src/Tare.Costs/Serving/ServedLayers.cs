using System.Globalization;
using Tare.Records;

namespace Tare.Costs;

/// <summary>Sums over a layer list, and the checks that every public question shares.</summary>
internal static class ServedLayers
{
    /// <summary>Longest context that is worked out: far beyond any model, short enough for whole-number arithmetic.</summary>
    public const long LongestContextTokens = 1L << 32;

    /// <summary>Refuses a layer list that cannot be and a context that is not a positive number of tokens.</summary>
    public static Architecture Require(Architecture architecture, long contextTokens)
    {
        ArgumentNullException.ThrowIfNull(architecture);
        ArchitectureCheck.Require(architecture, $"architecture '{architecture.Id}'");
        if (contextTokens is < 1 or > LongestContextTokens)
        {
            throw InputException.At(
                "context",
                string.Create(CultureInfo.InvariantCulture, $"{contextTokens} tokens"),
                string.Create(CultureInfo.InvariantCulture, $"a whole number of tokens from 1 to {LongestContextTokens}"),
                "Give the context length in tokens, for example 131072 for 128K."
            );
        }

        return architecture;
    }

    /// <summary>Runs whole-number arithmetic and turns an overflow into an answer for the person who gave the sizes.</summary>
    public static T Exact<T>(Architecture architecture, Func<T> compute)
    {
        try
        {
            return compute();
        }
        catch (OverflowException overflow)
        {
            throw new InputException(
                $"architecture '{architecture.Id}': its sizes give more than 9.2e18 bits or operations.\n"
                    + "  expected: sizes of a model that exists\n  next:     Check the sizes of the layer list for a misplaced digit.",
                overflow
            );
        }
    }

    /// <summary>Bits that one sequence keeps, over the layers that own a cache.</summary>
    public static LayerCache Cache(Architecture architecture, long contextTokens, ServingOptions options) =>
        architecture
            .Layers.Where(g => g.CacheOwner is null || options.Sharing == SharingRule.Ignored)
            .Aggregate(default(LayerCache), (sum, g) => sum.Plus(LayerCache.Of(g.Layer, contextTokens, options).Times(g.Count)));

    /// <summary>Operations of one token, over all layers.</summary>
    public static TokenFlops Flops(Architecture architecture, long contextTokens, ServingOptions options)
    {
        long core = 0;
        long indexer = 0;
        long state = 0;
        foreach (LayerGroup group in architecture.Layers)
        {
            LayerFlops layer = LayerFlops.Of(Counted(group.Layer, options), contextTokens);
            core += layer.Core * group.Count;
            indexer += layer.Indexer * group.Count;
            state += layer.State * group.Count;
        }

        long? parameters = architecture.ActiveParameters is { } active ? FlopFormulas.Parameters(active) : null;
        return new(parameters, core, indexer, state);
    }

    /// <summary>The layer as the options count it: a window layer becomes a full one where windows are ignored.</summary>
    public static LayerKind Counted(LayerKind layer, ServingOptions options) =>
        layer is WindowAttention window && options.Windows == WindowRule.Ignored
            ? new FullAttention
            {
                QueryHeads = window.QueryHeads,
                KeyValueHeads = window.KeyValueHeads,
                KeyDimension = window.KeyDimension,
                ValueDimension = window.ValueDimension,
                Values = window.Values,
                PositionDimension = window.PositionDimension,
            }
            : layer;
}
