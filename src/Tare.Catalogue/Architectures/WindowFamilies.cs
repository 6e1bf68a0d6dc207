using Tare.Records;

namespace Tare.Catalogue;

/// <summary>Families with grouped attention, with and without windows: Llama, OLMo 2, Laguna, Trinity, MiMo V2.</summary>
internal static class WindowFamilies
{
    private static readonly string[] s_kinds = [LayerSchedule.Sliding, LayerSchedule.Full];

    /// <summary>Attention to everything in every layer.</summary>
    public static IReadOnlyList<PlacedLayer> Plain(JsonFields fields)
    {
        if (fields.Has("sliding_window"))
        {
            throw fields.Wrong("sliding_window", "null or absent: no windows in this family");
        }

        int heads = fields.Int("num_attention_heads");
        FullAttention layer = Full(heads, fields.OptionalInt("num_key_value_heads") ?? heads, HeadDimension(fields, heads), null);
        return [.. Enumerable.Repeat(new PlacedLayer(layer), LayerSchedule.Count(fields))];
    }

    /// <summary>Laguna: query heads may differ from layer to layer.</summary>
    public static IReadOnlyList<PlacedLayer> Laguna(JsonFields fields)
    {
        IReadOnlyList<string> kinds = LayerSchedule.Kinds(fields, s_kinds);
        IReadOnlyList<int> heads = fields.Has("num_attention_heads_per_layer")
            ? LayerSchedule.PerLayer(fields, "num_attention_heads_per_layer", 1)
            : [.. Enumerable.Repeat(fields.Int("num_attention_heads"), kinds.Count)];
        return [.. kinds.Select((kind, layer) => Place(fields, kind, heads[layer]))];
    }

    /// <summary>Trinity (AFMoE): every n-th layer attends to everything where <c>layer_types</c> is absent.</summary>
    public static IReadOnlyList<PlacedLayer> Trinity(JsonFields fields)
    {
        Func<int, string>? rule = fields.OptionalInt("global_attn_every_n_layers") is { } every
            ? layer => (layer + 1) % every == 0 ? LayerSchedule.Full : LayerSchedule.Sliding
            : null;
        int heads = fields.Int("num_attention_heads");
        return [.. LayerSchedule.Kinds(fields, s_kinds, rule).Select(kind => Place(fields, kind, heads))];
    }

    /// <summary>MiMo V2: <c>hybrid_layer_pattern</c> has 1 for a window, 0 for everything; keys and values differ in size.</summary>
    public static IReadOnlyList<PlacedLayer> MiMo(JsonFields fields)
    {
        FullAttention full = Full(
            fields.Int("num_attention_heads"),
            fields.Int("num_key_value_heads"),
            fields.Int("head_dim"),
            fields.Int("v_head_dim")
        );
        WindowAttention window = Window(
            fields.OptionalInt("swa_num_attention_heads") ?? full.QueryHeads,
            fields.Int("swa_num_key_value_heads"),
            fields.Int("swa_head_dim"),
            fields.Int("swa_v_head_dim"),
            fields.Has("sliding_window_size") ? fields.Int("sliding_window_size") : fields.Int("sliding_window")
        );
        return
        [
            .. LayerSchedule
                .PerLayer(fields, "hybrid_layer_pattern", 0)
                .Select(
                    (bit, layer) =>
                        bit switch
                        {
                            0 => new PlacedLayer(full),
                            1 => new PlacedLayer(window),
                            _ => throw fields.WrongElement("hybrid_layer_pattern", layer, "0 (everything) or 1 (window)"),
                        }
                ),
        ];
    }

    /// <summary>Elements of a head: stated, or the width of the model divided by its heads.</summary>
    public static int HeadDimension(JsonFields fields, int heads)
    {
        if (fields.OptionalInt("head_dim") is { } stated)
        {
            return stated;
        }

        int hidden = fields.Int("hidden_size");
        return hidden % heads == 0
            ? hidden / heads
            : throw fields.Wrong("hidden_size", "a multiple of num_attention_heads, or head_dim beside it");
    }

    /// <summary>Attention to everything with equal or given sizes of key and value.</summary>
    public static FullAttention Full(int heads, int keyValueHeads, int keyDimension, int? valueDimension) =>
        new()
        {
            QueryHeads = heads,
            KeyValueHeads = keyValueHeads,
            KeyDimension = keyDimension,
            ValueDimension = valueDimension ?? keyDimension,
        };

    private static WindowAttention Window(int heads, int keyValueHeads, int keyDimension, int valueDimension, int window) =>
        new()
        {
            QueryHeads = heads,
            KeyValueHeads = keyValueHeads,
            KeyDimension = keyDimension,
            ValueDimension = valueDimension,
            WindowTokens = window,
        };

    private static PlacedLayer Place(JsonFields fields, string kind, int heads)
    {
        int keyValueHeads = fields.Int("num_key_value_heads");
        int dimension = fields.Int("head_dim");
        return kind == LayerSchedule.Full
            ? new PlacedLayer(Full(heads, keyValueHeads, dimension, null))
            : new PlacedLayer(Window(heads, keyValueHeads, dimension, dimension, fields.Int("sliding_window")));
    }
}
