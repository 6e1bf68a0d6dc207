using Tare.Records;

namespace Tare.Catalogue;

/// <summary>Families with multi-head latent attention: DeepSeek V3, Kimi K2; with an indexer DeepSeek V3.2, GLM-5.</summary>
internal static class LatentFamilies
{
    /// <summary>Latent attention to everything.</summary>
    public static IReadOnlyList<PlacedLayer> Dense(JsonFields fields)
    {
        if (fields.Has("index_topk"))
        {
            throw fields.Wrong("index_topk", "no indexer in this family; a sparse model has another model_type");
        }

        return Repeat(fields, null);
    }

    /// <summary>Latent attention to the entries that an indexer picks.</summary>
    public static IReadOnlyList<PlacedLayer> Sparse(JsonFields fields)
    {
        if ((fields.OptionalInt("index_topk_freq") ?? 1) != 1)
        {
            throw fields.Wrong(
                "index_topk_freq",
                "1 or absent: an indexer in every layer. Indices shared between layers are not understood"
            );
        }

        if (fields.Has("indexer_types"))
        {
            throw fields.Wrong("indexer_types", "no such field: indices shared between layers are not understood");
        }

        return Repeat(fields, IndexerOf(fields));
    }

    /// <summary>The indexer of a configuration.</summary>
    public static SparseIndexer IndexerOf(JsonFields fields) =>
        new()
        {
            Heads = fields.Int("index_n_heads"),
            Dimension = fields.Int("index_head_dim"),
            TopEntries = fields.Int("index_topk"),
        };

    private static PlacedLayer[] Repeat(JsonFields fields, SparseIndexer? indexer)
    {
        LatentAttention layer = new()
        {
            QueryHeads = fields.Int("num_attention_heads"),
            LatentRank = fields.Int("kv_lora_rank"),
            PositionDimension = fields.Int("qk_rope_head_dim", 0),
            Indexer = indexer,
        };
        return [.. Enumerable.Repeat(new PlacedLayer(layer), LayerSchedule.Count(fields))];
    }
}
