using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Tare.Records;

namespace Tare.Costs.Tests;

public sealed class ServingCostTests
{
    private const double GibiByte = 1L << 30;

    [Fact]
    public void The_table_of_memory_per_sequence_agrees()
    {
        foreach (JsonElement row in Golden.Vectors("per-sequence.json"))
        {
            JsonElement input = row.GetProperty("input");
            ServingOptions options = new()
            {
                Windows = Enum.Parse<WindowRule>(input.GetProperty("windows").GetString()!),
                Sharing = Enum.Parse<SharingRule>(input.GetProperty("sharing").GetString()!),
            };
            Architecture architecture = Golden.Curated(input.GetProperty("model").GetString()!);
            CacheBytes cache = ServingCost.Of(architecture, input.GetProperty("contextTokens").GetInt64(), options).Cache;
            long bytes = cache.TotalBytes - cache.StateBytes - cache.ConvolutionBytes;
            bytes.ShouldBe(row.GetProperty("expected").GetProperty("bytes").GetInt64(), row.ToString());
            Golden.ShouldRoundTo(bytes / GibiByte, row.GetProperty("expected").GetProperty("publishedGiB").GetString()!);
        }
    }

    [Fact]
    public void A_hybrid_keeps_sixty_mebibytes_of_state_and_its_attention_would_cost_four_times_as_much_in_every_layer()
    {
        Architecture qwen = Golden.Curated("qwen3.6-35b-a3b");
        CacheBytes cache = ServingCost.Of(qwen, 131072).Cache;
        cache.StateBytes.ShouldBe(60L << 20);
        (cache.StateBytes / CacheGrowth.BytesPerToken(qwen)).ShouldBe(3072);
        cache.ConvolutionBytes.ShouldBe(30L * 8192 * 3 * 2);
        Architecture everywhere = qwen with { Layers = [new LayerGroup(40, qwen.Layers[1].Layer)] };
        (ServingCost.Of(everywhere, 131072).Cache.TotalBytes / GibiByte).ShouldBe(10);
    }

    [Fact]
    public void Operations_at_a_million_tokens_are_the_worked_figures()
    {
        TokenFlops v32 = ServingCost.Of(Golden.Curated("deepseek-v3.2"), 1_000_000).FlopsPerToken;
        v32.ParameterFlops.ShouldBe(74_000_000_000);
        v32.AttentionCoreFlops.ShouldBe(61L * 128 * 2048 * 1088 * 2);
        v32.IndexerFlops.ShouldBe(61L * 64 * 128 * 1_000_000 * 2);
        Golden.ShouldRoundTo(v32.TotalFlops!.Value / 1e9, "1108.2");
        Golden.ShouldRoundTo(ServingCost.Of(Golden.Curated("deepseek-v4-pro"), 1_000_000).FlopsPerToken.TotalFlops!.Value / 1e9, "294.5");
        Golden.ShouldRoundTo(ServingCost.Of(Golden.Curated("deepseek-v4-flash"), 1_000_000).FlopsPerToken.TotalFlops!.Value / 1e9, "134.6");
        (v32.IndexerFlops / (double)v32.TotalFlops!.Value).ShouldBe(0.90, 0.005);
    }

    [Fact]
    public void Unknown_parameters_leave_the_total_unknown_and_the_rest_known()
    {
        Architecture unknown = Golden.Curated("kimi-k2.6") with { ActiveParameters = null };
        ServingCost cost = ServingCost.Of(unknown, 4096);
        cost.FlopsPerToken.TotalFlops.ShouldBeNull();
        cost.WeightedFlopsPerToken.ShouldBeNull();
        cost.FlopsPerToken.AttentionCoreFlops.ShouldBe(61L * 2 * 64 * 4096 * 1088);
    }

    [Fact]
    public void A_context_beyond_the_stated_one_is_marked()
    {
        Architecture v32 = Golden.Curated("deepseek-v3.2");
        ServingCost.Of(v32, 163_840).BeyondStatedContext.ShouldBe(false);
        ServingCost.Of(v32, 163_841).BeyondStatedContext.ShouldBe(true);
        ServingCost.Of(v32 with { ContextTokens = null }, 5).BeyondStatedContext.ShouldBeNull();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(1L << 33)]
    public void A_context_that_cannot_be_is_refused(long context) =>
        Should
            .Throw<InputException>(() => ServingCost.Of(Golden.Curated("kimi-k2.6"), context))
            .Message.ShouldContain($"context: {context} tokens");

    [Fact]
    public void A_negative_layer_count_is_refused_with_its_place()
    {
        Architecture kimi = Golden.Curated("kimi-k2.6");
        Architecture wrong = kimi with { Layers = [kimi.Layers[0] with { Count = -61 }] };
        string message = Should.Throw<InputException>(() => ServingCost.Of(wrong, 4096)).Message;
        message.ShouldContain("layers[0] (mla), count: -61");
        message.ShouldContain("at least 1");
        message.ShouldContain("next:");
    }

    [Fact]
    public void Sizes_beyond_whole_number_arithmetic_are_an_answer_and_not_a_crash()
    {
        LayerGroup huge = new(
            int.MaxValue,
            new FullAttention
            {
                QueryHeads = int.MaxValue,
                KeyValueHeads = int.MaxValue,
                KeyDimension = int.MaxValue,
                ValueDimension = int.MaxValue,
            }
        );
        Architecture wrong = Golden.Curated("kimi-k2.6") with { Layers = [huge] };
        Should.Throw<InputException>(() => ServingCost.Of(wrong, 1 << 20)).Message.ShouldContain("misplaced digit");
    }

    [Fact]
    public void Grouped_attention_with_as_many_key_value_heads_as_query_heads_is_multi_head_attention() =>
        RandomServing.Check(
            from heads in Gen.Choose(1, 64)
            from dimension in Gen.Choose(1, 256)
            from context in Gen.Choose(1, 100_000)
            select (heads, dimension, context),
            x =>
            {
                Architecture grouped = RandomServing.Of(RandomServing.Full(x.heads, x.heads, x.dimension));
                // Multi-head attention by its definition: every head keeps its own key and value, two bytes an element.
                long multiHead = 0;
                for (int head = 0; head < x.heads; head++)
                {
                    multiHead += 2L * (x.dimension + x.dimension) * x.context;
                }

                return ServingCost.Of(grouped, x.context).Cache.TotalBytes == multiHead;
            }
        );

    [Fact]
    public void A_window_as_long_as_the_context_is_full_attention() =>
        RandomServing.Check(
            from context in Gen.Choose(1, 5000)
            from longer in Gen.Choose(0, 3)
            from heads in Gen.Choose(1, 8)
            select (context, longer, heads),
            x =>
            {
                FullAttention full = RandomServing.Full(x.heads, x.heads, 64);
                WindowAttention window = new()
                {
                    QueryHeads = x.heads,
                    KeyValueHeads = x.heads,
                    KeyDimension = 64,
                    ValueDimension = 64,
                    WindowTokens = x.context + x.longer,
                };
                ServingCost a = ServingCost.Of(RandomServing.Of(full), x.context);
                ServingCost b = ServingCost.Of(RandomServing.Of(window), x.context);
                return a.Cache.TotalBytes == b.Cache.TotalBytes && a.FlopsPerToken == b.FlopsPerToken;
            }
        );

    [Fact]
    public void Sharing_by_no_layer_changes_nothing_and_sharing_never_changes_the_operations()
    {
        foreach (string id in (string[])["gemma4-e2b", "gemma4-e4b"])
        {
            Architecture shared = Golden.Curated(id);
            Architecture unshared = shared with { Layers = [.. shared.Layers.Select(g => g with { CacheOwner = null })] };
            ServingOptions ignored = new() { Sharing = SharingRule.Ignored };
            ServingCost.Of(unshared, 9999).Cache.ShouldBe(ServingCost.Of(unshared, 9999, ignored).Cache);
            ServingCost.Of(shared, 9999, ignored).Cache.ShouldBe(ServingCost.Of(unshared, 9999).Cache);
            ServingCost.Of(shared, 9999).Cache.TotalBytes.ShouldBeLessThan(ServingCost.Of(unshared, 9999).Cache.TotalBytes);
            ServingCost.Of(shared, 9999).FlopsPerToken.ShouldBe(ServingCost.Of(unshared, 9999).FlopsPerToken);
        }
    }

    [Fact]
    public void Costs_never_fall_as_the_context_grows() =>
        RandomServing.Check(
            from architecture in RandomServing.Architectures
            from context in Gen.Choose(1, 3000)
            from more in Gen.Choose(1, 3000)
            select (architecture, context, more),
            x =>
            {
                ServingCost near = ServingCost.Of(x.architecture, x.context);
                ServingCost far = ServingCost.Of(x.architecture, x.context + x.more);
                return far.Cache.TotalBytes >= near.Cache.TotalBytes && far.FlopsPerToken.TotalFlops >= near.FlopsPerToken.TotalFlops;
            }
        );

    [Fact]
    public void The_cache_of_latent_attention_does_not_depend_on_its_heads() =>
        RandomServing.Check(
            from heads in Gen.Choose(1, 256)
            from rank in Gen.Choose(1, 1024)
            from context in Gen.Choose(1, 100_000)
            select (heads, rank, context),
            x =>
            {
                LatentAttention one = new()
                {
                    QueryHeads = 1,
                    LatentRank = x.rank,
                    PositionDimension = 64,
                };
                ServingCost a = ServingCost.Of(RandomServing.Of(one), x.context);
                ServingCost b = ServingCost.Of(RandomServing.Of(one with { QueryHeads = x.heads }), x.context);
                return a.Cache == b.Cache && b.FlopsPerToken.AttentionCoreFlops == x.heads * a.FlopsPerToken.AttentionCoreFlops;
            }
        );

    [Fact]
    public void Without_window_state_or_compression_a_sequence_is_its_tokens_times_the_growth() =>
        RandomServing.Check(
            from layer in RandomServing.GrowingLayers
            from count in Gen.Choose(1, 80)
            from context in Gen.Choose(1, 200_000)
            select (layer, count, context),
            x =>
            {
                ServingCost cost = ServingCost.Of(RandomServing.Of(x.layer, x.count), x.context);
                return cost.Cache.TotalBytes == cost.GrowthBytesPerToken * x.context;
            }
        );

    [Fact]
    public void The_formulas_agree_with_a_count_of_every_element_of_every_token() =>
        RandomServing.Check(
            from architecture in RandomServing.Architectures
            from format in RandomServing.Formats
            from windows in Gen.Elements(WindowRule.Applied, WindowRule.Ignored)
            from context in Gen.Choose(1, 400)
            select (architecture, new ServingOptions { Cache = format, Windows = windows }, context),
            x =>
            {
                ServingCost cost = ServingCost.Of(x.architecture, x.context, x.Item2);
                ServingCensus census = ServingCensus.Of(x.architecture, x.context, x.Item2);
                return cost.Cache == census.Cache && cost.FlopsPerToken == census.Flops;
            }
        );
}
