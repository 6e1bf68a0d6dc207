using System.Text.Json;
using System.Text.Json.Nodes;

namespace Tare.Catalogue.Tests;

/// <summary>Configurations with the field names and sizes of the published files; fields that do not bear on costs are left out.</summary>
internal static class HuggingFaceExamples
{
    private const string Sliding = "sliding_attention";
    private const string Full = "full_attention";

    /// <summary>One configuration for each curated architecture, by its id.</summary>
    public static IReadOnlyDictionary<string, string> All { get; } =
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["deepseek-v3.2"] = Json(
                new
                {
                    model_type = "deepseek_v32",
                    num_hidden_layers = 61,
                    num_attention_heads = 128,
                    num_key_value_heads = 128,
                    kv_lora_rank = 512,
                    q_lora_rank = 1536,
                    qk_rope_head_dim = 64,
                    qk_nope_head_dim = 128,
                    v_head_dim = 128,
                    index_n_heads = 64,
                    index_head_dim = 128,
                    index_topk = 2048,
                    max_position_embeddings = 163840,
                }
            ),
            ["deepseek-v4-pro"] = Json(DeepSeekV4(61, 128, 1024, [128, 128, .. Turns(59)])),
            ["deepseek-v4-flash"] = Json(DeepSeekV4(43, 64, 512, [0, 0, .. Turns(41), 0])),
            ["kimi-k2.6"] = Json(
                new
                {
                    model_type = "kimi_k25",
                    text_config = new
                    {
                        model_type = "kimi_k2",
                        num_hidden_layers = 61,
                        num_attention_heads = 64,
                        kv_lora_rank = 512,
                        qk_rope_head_dim = 64,
                        max_position_embeddings = 262144,
                    },
                }
            ),
            ["glm-5.1"] = Json(
                new
                {
                    model_type = "glm_moe_dsa",
                    num_hidden_layers = 78,
                    num_attention_heads = 64,
                    kv_lora_rank = 512,
                    qk_rope_head_dim = 64,
                    index_n_heads = 32,
                    index_head_dim = 128,
                    index_topk = 2048,
                    max_position_embeddings = 202752,
                }
            ),
            ["mimo-v2.5-pro"] = Json(
                new
                {
                    model_type = "mimo_v2",
                    num_hidden_layers = 70,
                    num_attention_heads = 128,
                    num_key_value_heads = 8,
                    head_dim = 192,
                    v_head_dim = 128,
                    swa_num_attention_heads = 128,
                    swa_num_key_value_heads = 8,
                    swa_head_dim = 192,
                    swa_v_head_dim = 128,
                    sliding_window = 128,
                    sliding_window_size = 128,
                    hybrid_layer_pattern = Enumerable.Range(0, 70).Select(i => i % 7 == 0 ? 0 : 1),
                    max_position_embeddings = 1048576,
                }
            ),
            ["qwen3.6-35b-a3b"] = Json(
                new
                {
                    model_type = "qwen3_5_moe",
                    text_config = new
                    {
                        model_type = "qwen3_5_moe_text",
                        num_hidden_layers = 40,
                        full_attention_interval = 4,
                        num_attention_heads = 16,
                        num_key_value_heads = 2,
                        head_dim = 256,
                        linear_num_value_heads = 32,
                        linear_num_key_heads = 16,
                        linear_key_head_dim = 128,
                        linear_value_head_dim = 128,
                        linear_conv_kernel_dim = 4,
                        max_position_embeddings = 262144,
                    },
                }
            ),
            ["laguna-xs.2"] = Json(
                new
                {
                    model_type = "laguna",
                    num_hidden_layers = 40,
                    num_attention_heads = 48,
                    num_attention_heads_per_layer = Enumerable.Range(0, 40).Select(i => i % 4 == 0 ? 48 : 64),
                    num_key_value_heads = 8,
                    head_dim = 128,
                    sliding_window = 512,
                    layer_types = Enumerable.Range(0, 40).Select(i => i % 4 == 0 ? Full : Sliding),
                    max_position_embeddings = 131072,
                }
            ),
            ["trinity-large"] = Json(
                new
                {
                    model_type = "afmoe",
                    num_hidden_layers = 60,
                    global_attn_every_n_layers = 4,
                    num_attention_heads = 48,
                    num_key_value_heads = 8,
                    head_dim = 128,
                    sliding_window = 4096,
                    max_position_embeddings = 524288,
                }
            ),
            ["gemma4-31b"] = Json(Gemma(60, 6, 32, 16, 4, 1024, 0, 262144)),
            ["gemma4-26b-a4b"] = Json(Gemma(30, 6, 16, 8, 2, 1024, 0, 262144)),
            ["gemma4-e2b"] = Json(Gemma(35, 5, 8, 1, null, 512, 20, 131072)),
            ["gemma4-e4b"] = Json(Gemma(42, 6, 8, 2, null, 512, 18, 131072)),
            ["zaya1-8b"] = Json(
                new
                {
                    model_type = "zaya",
                    num_hidden_layers = 40,
                    layer_types = Enumerable.Repeat("hybrid", 40),
                    num_attention_heads = 8,
                    num_key_value_heads = 2,
                    head_dim = 128,
                    max_position_embeddings = 131072,
                }
            ),
            ["lfm2.5-350m"] = Json(
                new
                {
                    model_type = "lfm2",
                    num_hidden_layers = 16,
                    full_attn_idxs = (int[])[2, 5, 8, 10, 12, 14],
                    hidden_size = 1024,
                    num_attention_heads = 16,
                    num_key_value_heads = 8,
                    conv_L_cache = 3,
                    max_position_embeddings = 32768,
                }
            ),
        };

    /// <summary>A configuration with one field changed, or removed where the value is null; the field is looked up in the text part.</summary>
    public static string With(string id, string field, JsonNode? value)
    {
        JsonObject root = JsonNode.Parse(All[id])!.AsObject();
        JsonObject text = field == "model_type" ? root : root["text_config"]?.AsObject() ?? root;
        if (value is null)
        {
            text.Remove(field);
        }
        else
        {
            text[field] = value;
        }

        return root.ToJsonString();
    }

    private static string Json(object configuration) => JsonSerializer.Serialize(configuration);

    private static IEnumerable<int> Turns(int count) => Enumerable.Range(0, count).Select(i => i % 2 == 0 ? 4 : 128);

    private static object DeepSeekV4(int layers, int heads, int top, int[] ratios) =>
        new
        {
            model_type = "deepseek_v4",
            num_hidden_layers = layers,
            num_attention_heads = heads,
            num_key_value_heads = 1,
            head_dim = 512,
            qk_rope_head_dim = 64,
            sliding_window = 128,
            compress_ratios = ratios,
            index_n_heads = 64,
            index_head_dim = 128,
            index_topk = top,
            num_nextn_predict_layers = 1,
            max_position_embeddings = 1048576,
        };

    private static object Gemma(
        int layers,
        int every,
        int heads,
        int keyValueHeads,
        int? globalHeads,
        int window,
        int shared,
        int context
    ) =>
        new
        {
            model_type = "gemma4",
            text_config = new
            {
                model_type = "gemma4_text",
                num_hidden_layers = layers,
                layer_types = Enumerable.Range(1, layers).Select(i => i % every == 0 ? Full : Sliding),
                num_attention_heads = heads,
                num_key_value_heads = keyValueHeads,
                num_global_key_value_heads = globalHeads,
                attention_k_eq_v = globalHeads is not null,
                head_dim = 256,
                global_head_dim = 512,
                sliding_window = window,
                num_kv_shared_layers = shared,
                max_position_embeddings = context,
            },
        };
}
