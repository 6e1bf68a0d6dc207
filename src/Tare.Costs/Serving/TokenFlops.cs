using Tare.Records;

namespace Tare.Costs;

/// <summary>Operations of one generated token, by part; a multiply-add counts 2.</summary>
/// <param name="ParameterFlops">With parameters, or <see langword="null"/> where the active parameters are not known.</param>
/// <param name="AttentionCoreFlops">Scores and weighted sums of attention.</param>
/// <param name="IndexerFlops">Scores of the indexers.</param>
/// <param name="LinearStateFlops">Updates and reads of the states of linear attention.</param>
public sealed record TokenFlops(long? ParameterFlops, long AttentionCoreFlops, long IndexerFlops, long LinearStateFlops)
{
    /// <summary>All parts together, or <see langword="null"/> where one is not known.</summary>
    public long? TotalFlops => ParameterFlops + AttentionCoreFlops + IndexerFlops + LinearStateFlops;

    /// <summary>Equivalent FP8 operations: each part times its weight, states counted like the attention core. Unknown where a part is.</summary>
    /// <param name="weights">Weight of each part.</param>
    public double? Weighted(FlopWeights weights)
    {
        ArgumentNullException.ThrowIfNull(weights);
        return (ParameterFlops * weights.Parameters)
            + (weights.AttentionCore * (AttentionCoreFlops + LinearStateFlops))
            + (weights.Indexer * IndexerFlops);
    }
}
