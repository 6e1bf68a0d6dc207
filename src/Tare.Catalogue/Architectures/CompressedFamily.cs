using System.Globalization;
using Tare.Records;

namespace Tare.Catalogue;

/// <summary>DeepSeek V4: compressed sparse, heavily compressed and window layers, all with one head whose key is its value.</summary>
internal static class CompressedFamily
{
    private const string Sparse = "compressed_sparse_attention";
    private const string Heavy = "heavily_compressed_attention";

    /// <summary>Reads <c>layer_types</c> with <c>compress_rates</c>, or the older <c>compress_ratios</c>.</summary>
    public static IReadOnlyList<PlacedLayer> Read(JsonFields fields)
    {
        if (fields.Int("num_key_value_heads") != 1)
        {
            throw fields.Wrong("num_key_value_heads", "1: the entries of this family are shared by all heads");
        }

        return fields.Has("layer_types") ? ByKind(fields) : ByRatio(fields);
    }

    private static IReadOnlyList<PlacedLayer> ByKind(JsonFields fields)
    {
        IReadOnlyList<string> kinds = LayerSchedule.Kinds(fields, [LayerSchedule.Sliding, Sparse, Heavy]);
        JsonFields? rates = fields.OptionalObject("compress_rates");
        int sparse = rates?.Int(Sparse) ?? 4;
        int heavy = rates?.Int(Heavy) ?? 128;
        return
        [
            .. kinds.Select(kind => new PlacedLayer(
                kind switch
                {
                    Sparse => Compressed(fields, sparse, LatentFamilies.IndexerOf(fields)),
                    Heavy => Compressed(fields, heavy, null),
                    _ => Window(fields),
                }
            )),
        ];
    }

    private static IReadOnlyList<PlacedLayer> ByRatio(JsonFields fields)
    {
        int count = LayerSchedule.Count(fields);
        int drafts = fields.OptionalInt("num_nextn_predict_layers", 0) ?? 0;
        if (!fields.Has("compress_ratios"))
        {
            throw fields.Missing(
                "compress_ratios",
                "a list of 0 (window), 4 (sparse) or 128 (heavy), one per layer; or layer_types instead"
            );
        }

        IReadOnlyList<int> ratios = fields.Ints("compress_ratios", 0);
        if (ratios.Count != count && ratios.Count != count + drafts)
        {
            throw fields.Wrong(
                "compress_ratios",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{count} entries, or {count + drafts} with the draft layers, not {ratios.Count}"
                )
            );
        }

        return [.. ratios.Take(count).Select((ratio, layer) => new PlacedLayer(OfRatio(fields, ratio, layer)))];
    }

    private static LayerKind OfRatio(JsonFields fields, int ratio, int layer) =>
        ratio switch
        {
            0 => Window(fields),
            4 => Compressed(fields, 4, LatentFamilies.IndexerOf(fields)),
            128 => Compressed(fields, 128, null),
            _ => throw fields.WrongElement("compress_ratios", layer, "0, 4 or 128"),
        };

    private static CompressedAttention Compressed(JsonFields fields, int rate, SparseIndexer? indexer) =>
        new()
        {
            QueryHeads = fields.Int("num_attention_heads"),
            Dimension = fields.Int("head_dim"),
            PositionDimension = fields.Int("qk_rope_head_dim", 0),
            Rate = rate,
            WindowTokens = fields.Int("sliding_window"),
            Indexer = indexer,
        };

    private static WindowAttention Window(JsonFields fields) =>
        new()
        {
            QueryHeads = fields.Int("num_attention_heads"),
            KeyValueHeads = 1,
            KeyDimension = fields.Int("head_dim"),
            ValueDimension = fields.Int("head_dim"),
            Values = ValueStorage.KeyIsValue,
            PositionDimension = fields.Int("qk_rope_head_dim", 0),
            WindowTokens = fields.Int("sliding_window"),
        };
}
