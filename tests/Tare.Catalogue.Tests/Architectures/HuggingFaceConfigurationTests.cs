using System.Text.Json.Nodes;
using Tare.Records;

namespace Tare.Catalogue.Tests;

public sealed class HuggingFaceConfigurationTests
{
    private const string File = "models/x/config.json";

    [Fact]
    public void Every_curated_architecture_is_what_its_published_configuration_says()
    {
        IReadOnlyList<Architecture> curated = ArchitectureDocument.Curated();
        curated.Select(a => a.Id).Order(StringComparer.Ordinal).ShouldBe(HuggingFaceExamples.All.Keys.Order(StringComparer.Ordinal));
        foreach (Architecture expected in curated)
        {
            Architecture read = HuggingFaceConfiguration.Read(HuggingFaceExamples.All[expected.Id], File, expected.Id);
            Tally(read).ShouldBe(Tally(expected), ignoreOrder: true, expected.Id);
            read.ContextTokens.ShouldBe(expected.ContextTokens, expected.Id);
            read.LayerCount.ShouldBe(expected.LayerCount, expected.Id);
            read.OwningLayerCount.ShouldBe(expected.OwningLayerCount, expected.Id);
            read.ActiveParameters.ShouldBeNull();
            read.Sources.ShouldBe([File]);
        }
    }

    [Fact]
    public void A_sharing_layer_reads_the_last_owning_layer_of_its_own_kind()
    {
        Architecture e2b = HuggingFaceConfiguration.Read(HuggingFaceExamples.All["gemma4-e2b"], File);
        // Layers 0 to 14 own: 4 windows, 1 global, three times. The last owners are layers 13 and 14, in groups 4 and 5.
        e2b.Layers.Select(g => g.Count).ShouldBe([4, 1, 4, 1, 4, 1, 4, 1, 4, 1, 4, 1, 4, 1]);
        e2b.Layers.Select(g => g.CacheOwner).ShouldBe([null, null, null, null, null, null, 4, 5, 4, 5, 4, 5, 4, 5]);
    }

    [Fact]
    public void The_newer_form_of_V4_gives_the_same_layers_as_the_older_one()
    {
        JsonObject root = JsonNode.Parse(HuggingFaceExamples.All["deepseek-v4-flash"])!.AsObject();
        string[] kinds = [.. root["compress_ratios"]!.AsArray().Take(43).Select(r => Kind((int)r!))];
        root.Remove("compress_ratios");
        root["layer_types"] = new JsonArray([.. kinds.Select(k => (JsonNode)k)]);
        root["compress_rates"] = new JsonObject { ["compressed_sparse_attention"] = 4, ["heavily_compressed_attention"] = 128 };
        Architecture newer = HuggingFaceConfiguration.Read(root.ToJsonString(), File);
        newer.Layers.ShouldBe(HuggingFaceConfiguration.Read(HuggingFaceExamples.All["deepseek-v4-flash"], File).Layers);

        static string Kind(int ratio) =>
            ratio switch
            {
                0 => "sliding_attention",
                4 => "compressed_sparse_attention",
                _ => "heavily_compressed_attention",
            };
    }

    [Fact]
    public void The_older_form_of_ZAYA_counts_attention_and_experts_as_layers_of_their_own()
    {
        const string Older = """
            {"model_type":"zaya","cca":true,"num_hidden_layers":80,"num_attention_heads":8,"num_key_value_heads":2,"kv_channels":128,
             "max_position_embeddings":131072}
            """;
        HuggingFaceConfiguration
            .Read(Older, File)
            .Layers.ShouldBe(HuggingFaceConfiguration.Read(HuggingFaceExamples.All["zaya1-8b"], File).Layers);
    }

    [Fact]
    public void Plain_families_derive_the_head_from_the_width()
    {
        const string Llama = """
            {"model_type":"llama","num_hidden_layers":32,"num_attention_heads":32,"num_key_value_heads":8,"hidden_size":4096}
            """;
        LayerGroup group = HuggingFaceConfiguration.Read(Llama, File).Layers.Single();
        group.ShouldBe(
            new LayerGroup(
                32,
                new FullAttention
                {
                    QueryHeads = 32,
                    KeyValueHeads = 8,
                    KeyDimension = 128,
                    ValueDimension = 128,
                }
            )
        );
    }

    /// <summary>Whatever field that a reader needs is taken away or spoilt, the refusal names file and field.</summary>
    [Theory]
    [InlineData("deepseek-v3.2", "num_hidden_layers")]
    [InlineData("deepseek-v3.2", "num_attention_heads")]
    [InlineData("deepseek-v3.2", "kv_lora_rank")]
    [InlineData("deepseek-v3.2", "qk_rope_head_dim")]
    [InlineData("deepseek-v3.2", "index_n_heads")]
    [InlineData("deepseek-v3.2", "index_head_dim")]
    [InlineData("deepseek-v3.2", "index_topk")]
    [InlineData("deepseek-v4-pro", "compress_ratios")]
    [InlineData("deepseek-v4-pro", "head_dim")]
    [InlineData("deepseek-v4-pro", "num_key_value_heads")]
    [InlineData("deepseek-v4-pro", "sliding_window")]
    [InlineData("kimi-k2.6", "kv_lora_rank")]
    [InlineData("glm-5.1", "index_topk")]
    [InlineData("mimo-v2.5-pro", "hybrid_layer_pattern")]
    [InlineData("mimo-v2.5-pro", "swa_num_key_value_heads")]
    [InlineData("mimo-v2.5-pro", "v_head_dim")]
    [InlineData("qwen3.6-35b-a3b", "linear_num_value_heads")]
    [InlineData("qwen3.6-35b-a3b", "num_key_value_heads")]
    [InlineData("laguna-xs.2", "layer_types")]
    [InlineData("laguna-xs.2", "sliding_window")]
    [InlineData("trinity-large", "head_dim")]
    [InlineData("gemma4-31b", "global_head_dim")]
    [InlineData("gemma4-e2b", "num_kv_shared_layers")]
    [InlineData("gemma4-e2b", "layer_types")]
    [InlineData("zaya1-8b", "num_key_value_heads")]
    [InlineData("lfm2.5-350m", "conv_L_cache")]
    [InlineData("lfm2.5-350m", "hidden_size")]
    public void A_missing_or_negative_field_is_refused_by_name(string id, string field)
    {
        string missing = Refusal(HuggingFaceExamples.With(id, field, null));
        missing.ShouldStartWith(File);
        missing.ShouldContain($"{field}: missing");
        missing.ShouldContain("expected:");
        missing.ShouldContain("next:");

        string negative = Refusal(HuggingFaceExamples.With(id, field, -3));
        negative.ShouldStartWith(File);
        negative.ShouldContain($"{field}: -3");
    }

    [Fact]
    public void A_negative_layer_count_is_refused_with_file_field_value_expectation_and_next_step() =>
        Refusal(HuggingFaceExamples.With("kimi-k2.6", "num_hidden_layers", -61))
            .ShouldBe(
                """
                models/x/config.json, text_config.num_hidden_layers: -61
                  expected: a whole number of at least 1
                  next:     Give a configuration of a known family, or write the layer list as data (data/architectures/README.md).
                """.ReplaceLineEndings("\n")
            );

    [Theory]
    [InlineData("laguna-xs.2", "layer_types", """["full_attention"]""", "layer_types: [\"full_attention\"]")]
    [InlineData("trinity-large", "num_hidden_layers", "2000000000", "num_hidden_layers: 2000000000")]
    [InlineData("deepseek-v4-pro", "num_key_value_heads", "2", "num_key_value_heads: 2")]
    [InlineData("deepseek-v4-pro", "compress_ratios", "[4, 4]", "61 entries, or 62 with the draft layers, not 2")]
    [InlineData("glm-5.1", "index_topk_freq", "4", "index_topk_freq: 4")]
    [InlineData("glm-5.1", "indexer_types", """["full","shared"]""", "indexer_types")]
    [InlineData("gemma4-31b", "use_bidirectional_attention", "\"all\"", "use_bidirectional_attention: \"all\"")]
    [InlineData("gemma4-31b", "per_layer_config", "{}", "per_layer_config")]
    [InlineData("gemma4-e2b", "num_kv_shared_layers", "35", "num_kv_shared_layers: 35")]
    [InlineData("gemma4-e2b", "num_kv_shared_layers", "32", "few enough that a layer 'full_attention' keeps its own cache")]
    [InlineData("gemma4-31b", "num_attention_heads", "31", "a divisor of the 31 query heads")]
    [InlineData("gemma4-31b", "attention_k_eq_v", "\"yes\"", "true or false")]
    [InlineData("kimi-k2.6", "kv_lora_rank", "512.5", "kv_lora_rank: 512.5")]
    [InlineData("kimi-k2.6", "kv_lora_rank", "\"512\"", "kv_lora_rank: \"512\"")]
    [InlineData("kimi-k2.6", "index_topk", "2048", "index_topk: 2048")]
    [InlineData("mimo-v2.5-pro", "model_type", "\"gpt_oss\"", "model_type: \"gpt_oss\"")]
    [InlineData("zaya1-8b", "sliding_layers", "[]", null)]
    public void What_is_not_understood_is_refused_and_what_does_not_matter_is_not(string id, string field, string value, string? part)
    {
        string json = HuggingFaceExamples.With(id, field, JsonNode.Parse(value));
        if (part is null)
        {
            HuggingFaceConfiguration.Read(json, File).Layers.ShouldNotBeEmpty();
            return;
        }

        Refusal(json).ShouldContain(part);
    }

    [Fact]
    public void A_wrong_entry_of_a_list_is_named_by_its_position()
    {
        JsonArray pattern = new([.. Enumerable.Range(0, 70).Select(i => (JsonNode)(i == 12 ? 7 : 1))]);
        Refusal(HuggingFaceExamples.With("mimo-v2.5-pro", "hybrid_layer_pattern", pattern)).ShouldContain("hybrid_layer_pattern[12]: 7");
        JsonArray kinds = new([.. Enumerable.Range(0, 40).Select(i => (JsonNode)(i == 3 ? "chunked_attention" : "full_attention"))]);
        Refusal(HuggingFaceExamples.With("laguna-xs.2", "layer_types", kinds)).ShouldContain("layer_types[3]: \"chunked_attention\"");
    }

    [Fact]
    public void The_second_refusal_of_a_list_inside_an_object_names_the_whole_path()
    {
        JsonArray kinds = new([.. Enumerable.Range(0, 35).Select(i => (JsonNode)(i == 3 ? "x" : "full_attention"))]);
        Refusal(HuggingFaceExamples.With("gemma4-e2b", "layer_types", kinds))
            .ShouldContain("config.json, text_config.layer_types[3]: \"x\"");
    }

    [Theory]
    [InlineData("", "line 1, byte 1: not JSON")]
    [InlineData("{\n \"model_type\": }", "line 2")]
    [InlineData("[]", "[]")]
    [InlineData("{}", "model_type: missing")]
    [InlineData("{\"model_type\": 3}", "model_type: 3")]
    [InlineData("{\"model_type\": \"gemma4\", \"text_config\": []}", "text_config: []")]
    public void A_file_that_is_no_configuration_is_refused_with_its_place(string json, string part)
    {
        string message = Refusal(json);
        message.ShouldStartWith(File);
        message.ShouldContain(part);
    }

    private static string Refusal(string json) => Should.Throw<InputException>(() => HuggingFaceConfiguration.Read(json, File)).Message;

    private static IEnumerable<(LayerKind Layer, bool Shares, int Count)> Tally(Architecture architecture) =>
        architecture
            .Layers.GroupBy(g => (g.Layer, Shares: g.CacheOwner is not null))
            .Select(g => (g.Key.Layer, g.Key.Shares, g.Sum(x => x.Count)));
}
