using System.Diagnostics;
using Tare.Records;

namespace Tare.Costs;

/// <summary>Operations to read a prompt of S tokens, by part; a multiply-add counts 2.</summary>
/// <param name="ArchitectureId">Identifier of the architecture.</param>
/// <param name="PromptTokens">Tokens of the prompt (S).</param>
/// <param name="ParameterFlops">2 P_active S, or <see langword="null"/> where the active parameters are not known.</param>
/// <param name="AttentionCoreFlops">Sum over t = 1..S of the attention core with t tokens in reach.</param>
/// <param name="IndexerFlops">Sum over t of the indexers' scores.</param>
/// <param name="LinearStateFlops">S times the operations on the states of linear attention.</param>
public sealed record PrefillFlops(
    string ArchitectureId,
    long PromptTokens,
    double? ParameterFlops,
    double AttentionCoreFlops,
    double IndexerFlops,
    double LinearStateFlops
)
{
    /// <summary>All parts together, or <see langword="null"/> where one is not known.</summary>
    public double? TotalFlops => ParameterFlops + AttentionCoreFlops + IndexerFlops + LinearStateFlops;

    /// <summary>The cost of a prompt. The sums over positions are in closed form: S (S + 1) / 2 for full attention, exact for the others too.</summary>
    /// <param name="architecture">The layer list.</param>
    /// <param name="promptTokens">Tokens of the prompt, from 1 to 2^32.</param>
    public static PrefillFlops Of(Architecture architecture, long promptTokens)
    {
        ServedLayers.Require(architecture, promptTokens);
        return ServedLayers.Exact(architecture, () => Sum(architecture, promptTokens));
    }

    private static PrefillFlops Sum(Architecture architecture, long promptTokens)
    {
        double core = 0;
        double indexer = 0;
        double state = 0;
        foreach (LayerGroup group in architecture.Layers)
        {
            core += group.Count * (double)LayerFlops.OfCore(group.Layer, 1) * (double)CoreEntries(group.Layer, promptTokens);
            indexer += group.Count * (double)LayerFlops.OfIndexer(group.Layer, 1) * (double)IndexedEntries(group.Layer, promptTokens);
            state += group.Count * (double)LayerFlops.OfState(group.Layer) * promptTokens;
        }

        double? parameters = architecture.ActiveParameters is { } active ? 2.0 * active * promptTokens : null;
        return new(architecture.Id, promptTokens, parameters, core, indexer, state);
    }

    /// <summary>Sum over t = 1..S of the attended entries of <see cref="AttendedEntries.Core"/>.</summary>
    internal static Int128 CoreEntries(LayerKind layer, long tokens) =>
        layer switch
        {
            FullAttention or ConvolutionalAttention => SumOfMin(tokens, tokens),
            WindowAttention window => SumOfMin(tokens, window.WindowTokens),
            LatentAttention latent => SumOfMin(tokens, latent.Indexer?.TopEntries ?? tokens),
            CompressedAttention compressed => SumOfBlocks(tokens, compressed.Rate, compressed.Indexer?.TopEntries ?? tokens)
                + SumOfMin(tokens, compressed.WindowTokens),
            LinearAttention or ShortConvolution => 0,
            _ => throw new UnreachableException(),
        };

    /// <summary>Sum over t = 1..S of the scored entries of <see cref="AttendedEntries.Indexed"/>.</summary>
    internal static Int128 IndexedEntries(LayerKind layer, long tokens) =>
        layer switch
        {
            LatentAttention { Indexer: not null } => SumOfMin(tokens, tokens),
            CompressedAttention { Indexer: not null } compressed => SumOfBlocks(tokens, compressed.Rate, tokens),
            _ => 0,
        };

    /// <summary>Sum over t = 1..S of min(t, w).</summary>
    private static Int128 SumOfMin(long tokens, long most)
    {
        Int128 rising = Math.Min(tokens, most);
        return (rising * (rising + 1) / 2) + ((tokens - rising) * most);
    }

    /// <summary>Sum over t = 1..S of min(floor(t / m), top): each value q below the top lasts m tokens.</summary>
    private static Int128 SumOfBlocks(long tokens, int rate, long top)
    {
        Int128 highest = Math.Min(tokens / rate, top);
        Int128 rising = rate * (highest * (highest - 1) / 2);
        Int128 afterwards = tokens - (highest * rate) + 1;
        return rising + (afterwards * highest);
    }
}
