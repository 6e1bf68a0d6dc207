using Tare.Records;

namespace Tare.Catalogue;

/// <summary>Families with a state instead of a growing cache in most layers, or with attention in a compressed space: Qwen3.5 and 3.6, LFM2, ZAYA.</summary>
internal static class StateFamilies
{
    private const string Linear = "linear_attention";
    private const string Conv = "conv";
    private const string Hybrid = "hybrid";

    /// <summary>Gated DeltaNet with full attention in every n-th layer where <c>layer_types</c> is absent.</summary>
    public static IReadOnlyList<PlacedLayer> DeltaNet(JsonFields fields)
    {
        Func<int, string>? rule = fields.OptionalInt("full_attention_interval") is { } every
            ? layer => (layer + 1) % every == 0 ? LayerSchedule.Full : Linear
            : null;
        LinearAttention linear = new()
        {
            ValueHeads = fields.Int("linear_num_value_heads"),
            KeyHeads = fields.Int("linear_num_key_heads"),
            KeyDimension = fields.Int("linear_key_head_dim"),
            ValueDimension = fields.Int("linear_value_head_dim"),
            Kernel = fields.OptionalInt("linear_conv_kernel_dim"),
        };
        FullAttention full = WindowFamilies.Full(
            fields.Int("num_attention_heads"),
            fields.Int("num_key_value_heads"),
            fields.Int("head_dim"),
            null
        );
        return
        [
            .. LayerSchedule
                .Kinds(fields, [Linear, LayerSchedule.Full], rule)
                .Select(kind => new PlacedLayer(kind == LayerSchedule.Full ? full : linear)),
        ];
    }

    /// <summary>Short convolutions, with grouped attention at <c>full_attn_idxs</c> where <c>layer_types</c> is absent.</summary>
    public static IReadOnlyList<PlacedLayer> Convolution(JsonFields fields)
    {
        IReadOnlyList<int> attending = fields.Ints("full_attn_idxs", 0);
        Func<int, string>? rule = fields.Has("full_attn_idxs") ? layer => attending.Contains(layer) ? LayerSchedule.Full : Conv : null;
        ShortConvolution convolution = new() { Channels = fields.Int("hidden_size"), Kernel = fields.Int("conv_L_cache") };
        int heads = fields.Int("num_attention_heads");
        FullAttention full = WindowFamilies.Full(
            heads,
            fields.Int("num_key_value_heads"),
            WindowFamilies.HeadDimension(fields, heads),
            null
        );
        return
        [
            .. LayerSchedule
                .Kinds(fields, [Conv, LayerSchedule.Full], rule)
                .Select(kind => new PlacedLayer(kind == LayerSchedule.Full ? full : convolution)),
        ];
    }

    /// <summary>
    /// Compressed convolutional attention. The older form (<c>"cca": true</c>) counts attention and expert blocks as layers of their own,
    /// in turns; the newer one counts them as one.
    /// </summary>
    public static IReadOnlyList<PlacedLayer> Convolutional(JsonFields fields)
    {
        bool older = fields.Flag("cca", whenAbsent: false);
        int count = LayerSchedule.Count(fields);
        if (older && count % 2 != 0)
        {
            throw fields.Wrong("num_hidden_layers", "an even number: attention and expert blocks in turns");
        }

        ConvolutionalAttention layer = new()
        {
            QueryHeads = fields.OptionalInt("cca_num_q_heads") ?? fields.Int("num_attention_heads"),
            KeyValueHeads = fields.Int("num_key_value_heads"),
            Dimension = fields.OptionalInt("head_dim") ?? (older ? fields.Int("kv_channels") : fields.Int("head_dim")),
        };
        if (fields.Has("layer_types") && !older)
        {
            LayerSchedule.Kinds(fields, [Hybrid]);
        }

        return [.. Enumerable.Repeat(new PlacedLayer(layer), older ? count / 2 : count)];
    }
}
