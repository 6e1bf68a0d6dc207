using Tare.Records;

namespace Tare.Costs;

/// <summary>Operations of one generated token; a multiply-add counts 2. Every function is one formula.</summary>
/// <remarks>h = query heads, n = attended entries, d = elements of a head.</remarks>
public static class FlopFormulas
{
    /// <summary>Operations with parameters: 2 P_active. Looking up an embedding is free.</summary>
    /// <remarks>Kaplan et al. (2020), section 2.1.</remarks>
    /// <param name="activeParameters">Parameters that take part, shared experts included.</param>
    public static long Parameters(long activeParameters) => 2 * activeParameters;

    /// <summary>Attention core of one layer: 2 h n (d_qk + d_v), scores and weighted sum.</summary>
    /// <param name="queryHeads">Query heads (h).</param>
    /// <param name="entries">Attended entries (n).</param>
    /// <param name="keyDimension">Elements of a key (d_qk).</param>
    /// <param name="valueDimension">Elements of a value (d_v).</param>
    public static long AttentionCore(int queryHeads, long entries, int keyDimension, int valueDimension) =>
        2L * queryHeads * entries * ((long)keyDimension + valueDimension);

    /// <summary>Lightning indexer of one layer: 2 h_idx d_idx n_idx, a score for every cached entry.</summary>
    /// <remarks>DeepSeek-AI (2025), DeepSeek-V3.2, section 2.1.</remarks>
    /// <param name="indexer">The indexer.</param>
    /// <param name="entries">Entries that it scores (n_idx).</param>
    public static long Indexer(SparseIndexer indexer, long entries) => 2L * indexer.Heads * indexer.Dimension * entries;

    /// <summary>Linear attention of one layer: about 6 h_v d_k d_v (decay and update the state, read it), at any length.</summary>
    /// <remarks>Yang, Kautz, Hatamizadeh (2024), section 3; an approximation, as the gates are not counted.</remarks>
    /// <param name="layer">The layer.</param>
    public static long LinearState(LinearAttention layer) => 6L * layer.ValueHeads * layer.KeyDimension * layer.ValueDimension;
}
