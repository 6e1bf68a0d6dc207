using System.Globalization;
using Tare.Records;

namespace Tare.Catalogue;

/// <summary>Gemma 4: window and global layers of different size, key = value on globals in some models, the last layers sharing caches in others.</summary>
internal static class GemmaFamily
{
    /// <summary>Reads the text configuration.</summary>
    public static IReadOnlyList<PlacedLayer> Read(JsonFields fields)
    {
        if (fields.OptionalText("use_bidirectional_attention") is not (null or "vision"))
        {
            throw fields.Wrong("use_bidirectional_attention", "\"vision\" or null: text attends to earlier tokens only");
        }

        if (fields.Has("per_layer_config"))
        {
            throw fields.Wrong("per_layer_config", "no such field: sizes by layer kind, not by layer");
        }

        IReadOnlyList<string> kinds = LayerSchedule.Kinds(fields, [LayerSchedule.Sliding, LayerSchedule.Full]);
        int shared = fields.Int("num_kv_shared_layers", 0);
        int owning = kinds.Count - shared;
        if (owning < 1)
        {
            throw fields.Wrong("num_kv_shared_layers", string.Create(CultureInfo.InvariantCulture, $"less than the {kinds.Count} layers"));
        }

        WindowAttention window = Window(fields);
        FullAttention global = Global(fields);
        return
        [
            .. kinds.Select(
                (kind, layer) =>
                    new PlacedLayer(
                        kind == LayerSchedule.Full ? global : window,
                        layer < owning ? null : Owner(fields, kinds, kind, owning)
                    )
            ),
        ];
    }

    /// <summary>A sharing layer reads the last owning layer of its own kind.</summary>
    private static int Owner(JsonFields fields, IReadOnlyList<string> kinds, string kind, int owning)
    {
        int owner = kinds.Take(owning).ToList().LastIndexOf(kind);
        return owner >= 0 ? owner : throw fields.Wrong("num_kv_shared_layers", $"few enough that a layer '{kind}' keeps its own cache");
    }

    private static WindowAttention Window(JsonFields fields) =>
        new()
        {
            QueryHeads = fields.Int("num_attention_heads"),
            KeyValueHeads = fields.Int("num_key_value_heads"),
            KeyDimension = fields.Int("head_dim"),
            ValueDimension = fields.Int("head_dim"),
            WindowTokens = fields.Int("sliding_window"),
        };

    private static FullAttention Global(JsonFields fields)
    {
        bool keyIsValue = fields.Flag("attention_k_eq_v", whenAbsent: false);
        int heads = fields.Int("num_key_value_heads");
        return new()
        {
            QueryHeads = fields.Int("num_attention_heads"),
            KeyValueHeads = keyIsValue ? fields.OptionalInt("num_global_key_value_heads") ?? heads : heads,
            KeyDimension = fields.Int("global_head_dim"),
            ValueDimension = fields.Int("global_head_dim"),
            Values = keyIsValue ? ValueStorage.KeyIsValue : ValueStorage.Separate,
        };
    }
}
