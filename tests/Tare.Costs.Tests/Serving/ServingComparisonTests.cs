using System.Text.Json;
using Tare.Records;

namespace Tare.Costs.Tests;

public sealed class ServingComparisonTests
{
    private const long Mega = 1 << 20;
    private const long Million = 1_000_000;
    private const int Window128K = 131_072;
    private const double GibiByte = 1L << 30;

    [Fact]
    public void Every_published_ratio_is_worked_and_has_the_verdict_that_its_rounding_gives()
    {
        double tolerance = Golden.Tolerance("published-ratios.json");
        Dictionary<string, double> worked = Worked();
        IReadOnlyList<JsonElement> claims = Golden.Vectors("published-ratios.json");
        claims.Count.ShouldBe(worked.Count);
        foreach (JsonElement claim in claims)
        {
            string quantity = claim.GetProperty("input").GetString()!;
            double value = worked[quantity];
            double expected = claim.GetProperty("expected").GetDouble();
            value.ShouldBe(expected, tolerance * Math.Abs(expected), quantity);
            string? printed = claim.GetProperty("claimed").GetString();
            string verdict =
                printed is null ? "beside the claim"
                : Golden.RoundsTo(value, printed) ? "reproduced"
                : "not reproduced";
            verdict.ShouldBe(claim.GetProperty("verdict").GetString(), quantity);
        }
    }

    [Fact]
    public void The_headline_ratios_are_the_ones_to_be_shown()
    {
        Dictionary<string, double> worked = Worked();
        Golden.ShouldRoundTo(100 * worked["v4-pro flops / v3.2 flops, weighted, 10^6"], "26.8");
        Golden.ShouldRoundTo(100 * worked["v4-pro cache / v3.2 cache, native formats, 2^20"], "10.5");
        Golden.ShouldRoundTo(100 * worked["v4-flash flops / v3.2 flops, weighted, 10^6"], "9.99");
        Golden.ShouldRoundTo(100 * worked["v4-flash cache / v3.2 cache, native formats, 2^20"], "7.3");
        Golden.ShouldRoundTo(-100 * worked["gemma4-e2b part of the cache saved by sharing"], "-57.1");
        Golden.ShouldRoundTo(-100 * worked["gemma4-e4b part of the cache saved by sharing"], "-42.9");
        Golden.ShouldRoundTo(worked["mimo cache without windows / with, 128K"], "6.96");
        Golden.ShouldRoundTo(worked["zaya cache as 16-head attention / cache"], "8.0");
    }

    [Fact]
    public void The_curve_over_context_agrees_where_it_was_published_and_with_the_clamped_values_below()
    {
        double tolerance = Golden.Tolerance("ratio-curve.json");
        IReadOnlyList<JsonElement> rows = Golden.Vectors("ratio-curve.json");
        long[] contexts = [.. rows.Select(r => r.GetProperty("input").GetProperty("contextTokens").GetInt64())];
        Architecture reference = Golden.Curated("deepseek-v3.2");
        IReadOnlyList<ServingRatio> pro = ServingComparison.Of(Golden.Curated("deepseek-v4-pro"), reference, contexts).Points;
        IReadOnlyList<ServingRatio> flash = ServingComparison.Of(Golden.Curated("deepseek-v4-flash"), reference, contexts).Points;
        for (int i = 0; i < contexts.Length; i++)
        {
            JsonElement expected = rows[i].GetProperty("expected");
            Compare(pro[i].FlopRatio!.Value, expected.GetProperty("proFlops").GetDouble());
            Compare(flash[i].FlopRatio!.Value, expected.GetProperty("flashFlops").GetDouble());
            Compare(pro[i].CacheRatio!.Value, expected.GetProperty("proCache").GetDouble());
            JsonElement published = rows[i].GetProperty("published");
            if (published.ValueKind == JsonValueKind.Object)
            {
                (100 * pro[i].FlopRatio!.Value).ShouldBe(published.GetProperty("proFlops").GetDouble(), 0.5);
                (100 * flash[i].FlopRatio!.Value).ShouldBe(published.GetProperty("flashFlops").GetDouble(), 0.5);
                (100 * pro[i].CacheRatio!.Value).ShouldBe(published.GetProperty("proCache").GetDouble(), 0.05);
            }
        }

        void Compare(double value, double expected) => value.ShouldBe(expected, tolerance * expected);
    }

    [Fact]
    public void From_four_thousand_tokens_the_share_of_operations_only_falls()
    {
        Architecture reference = Golden.Curated("deepseek-v3.2");
        long[] contexts = [.. Enumerable.Range(1, 512).Select(i => i * 4096L)];
        foreach (string id in (string[])["deepseek-v4-pro", "deepseek-v4-flash"])
        {
            double[] ratios = [.. ServingComparison.Of(Golden.Curated(id), reference, contexts).Points.Select(p => p.FlopRatio!.Value)];
            ratios.Zip(ratios.Skip(1)).ShouldAllBe(pair => pair.Second < pair.First);
        }
    }

    [Fact]
    public void Swapping_the_two_models_inverts_the_ratios()
    {
        Architecture a = Golden.Curated("deepseek-v4-pro");
        Architecture b = Golden.Curated("glm-5.1");
        ServingRatio there = ServingComparison.Of(a, b, [50_000]).Points[0];
        ServingRatio back = ServingComparison.Of(b, a, [50_000]).Points[0];
        // Two roundings to double.
        (there.CacheRatio!.Value * back.CacheRatio!.Value).ShouldBe(1, 1e-15);
        (there.FlopRatio!.Value * back.FlopRatio!.Value).ShouldBe(1, 1e-15);
    }

    [Fact]
    public void The_usual_contexts_are_doublings_from_4K_to_1M() =>
        ServingComparison.UsualContexts.ShouldBe([4096, 8192, 16384, 32768, 65536, 131072, 262144, 524288, 1048576]);

    private static Dictionary<string, double> Worked()
    {
        Dictionary<string, double> worked = new(StringComparer.Ordinal);
        Architecture v32 = Golden.Curated("deepseek-v3.2");
        Architecture pro = Golden.Curated("deepseek-v4-pro");
        Architecture flash = Golden.Curated("deepseek-v4-flash");
        ServingRatio proAtMega = ServingComparison.Of(pro, v32, [Mega]).Points[0];
        ServingRatio flashAtMega = ServingComparison.Of(flash, v32, [Mega]).Points[0];
        worked["v4-pro cache / v3.2 cache, native formats, 2^20"] = proAtMega.CacheRatio!.Value;
        worked["v4-pro cache / v3.2 cache, native formats without scales, 2^20"] = ServingComparison
            .Of(pro, Bare(pro), v32, Bare(v32), [Mega])
            .Points[0]
            .CacheRatio!.Value;
        worked["v4-flash cache / v3.2 cache, native formats, 2^20"] = flashAtMega.CacheRatio!.Value;
        worked["v4-pro flops / v3.2 flops, weighted, 2^20"] = proAtMega.FlopRatio!.Value;
        worked["v4-flash flops / v3.2 flops, weighted, 2^20"] = flashAtMega.FlopRatio!.Value;
        worked["v4-pro flops / v3.2 flops, weighted, 10^6"] = ServingComparison.Of(pro, v32, [Million]).Points[0].FlopRatio!.Value;
        worked["v4-flash flops / v3.2 flops, weighted, 10^6"] = ServingComparison.Of(flash, v32, [Million]).Points[0].FlopRatio!.Value;
        worked["v4-pro flops / v3.2 flops, unweighted, 10^6"] = Unweighted(pro, v32);
        worked["v4-flash flops / v3.2 flops, unweighted, 10^6"] = Unweighted(flash, v32);
        Architecture v3 = v32 with { Layers = [new LayerGroup(61, ((LatentAttention)v32.Layers[0].Layer) with { Indexer = null })] };
        worked["v3 cache GiB, BF16, 2^20"] = Bytes(v3, Mega) / GibiByte;
        worked["v3.2 cache GiB, BF16, 2^20"] = Bytes(v32, Mega) / GibiByte;
        worked["v4-flash cache GiB, BF16, 2^20"] = Bytes(flash, Mega) / GibiByte;
        worked["v4-pro cache GiB, BF16, 2^20"] = Bytes(pro, Mega) / GibiByte;
        worked["v3.2 cache / v4-pro cache, BF16, 2^20"] = Bytes(v32, Mega) / Bytes(pro, Mega);
        AddGemma(worked);
        AddOthers(worked);
        return worked;
    }

    private static void AddGemma(Dictionary<string, double> worked)
    {
        Architecture e2b = Golden.Curated("gemma4-e2b");
        Architecture e4b = Golden.Curated("gemma4-e4b");
        ServingOptions unshared = new() { Sharing = SharingRule.Ignored };
        ServingOptions noWindows = new() { Windows = WindowRule.Ignored };
        double Part(Architecture a) => 1 - (Bytes(a, Window128K) / Bytes(a, Window128K, unshared));
        double Saved(Architecture a) => Bytes(a, Window128K, unshared) - Bytes(a, Window128K);
        double SavedFull(Architecture a) =>
            Bytes(a, Window128K, unshared with { Windows = WindowRule.Ignored }) - Bytes(a, Window128K, noWindows);
        double Uniform(int layers, int heads) => Bytes(RandomServing.Of(RandomServing.Full(8, heads, 256), layers), Window128K) / 1e9;
        worked["gemma4-e2b part of the cache saved by sharing"] = Part(e2b);
        worked["gemma4-e4b part of the cache saved by sharing"] = Part(e4b);
        worked["gemma4 e2b and e4b, mean part saved by sharing"] = (Part(e2b) + Part(e4b)) / 2;
        worked["gemma4-e2b GB saved at 128K, 20 shared layers, uniform heads"] = Uniform(e2b.LayerCount - e2b.OwningLayerCount, 1);
        worked["gemma4-e4b GB saved at 128K, 18 shared layers, uniform heads"] = Uniform(e4b.LayerCount - e4b.OwningLayerCount, 2);
        worked["gemma4-e2b GB saved at 128K, true heads, windows ignored"] = SavedFull(e2b) / 1e9;
        worked["gemma4-e4b GB saved at 128K, true heads, windows ignored"] = SavedFull(e4b) / 1e9;
        worked["gemma4-e4b GB kept at 128K by its 24 owning layers, uniform heads"] = Uniform(e4b.OwningLayerCount, 2);
        worked["gemma4-e2b GiB saved at 128K, windows applied"] = Saved(e2b) / GibiByte;
        worked["gemma4-e4b GiB saved at 128K, windows applied"] = Saved(e4b) / GibiByte;
        worked["gemma4-e2b billion parameters without embeddings"] = Effective(e2b, 1536);
        worked["gemma4-e4b billion parameters without embeddings"] = Effective(e4b, 2560);
    }

    private static void AddOthers(Dictionary<string, double> worked)
    {
        Architecture mimo = Golden.Curated("mimo-v2.5-pro");
        ServingOptions noWindows = new() { Windows = WindowRule.Ignored };
        worked["mimo cache without windows / with, 128K"] = Bytes(mimo, Window128K, noWindows) / Bytes(mimo, Window128K);
        worked["mimo cache without windows / with, 2^20"] = Bytes(mimo, Mega, noWindows) / Bytes(mimo, Mega);
        Architecture zaya = Golden.Curated("zaya1-8b");
        Architecture multiHead = RandomServing.Of(RandomServing.Full(16, 16, 128), 40);
        worked["zaya cache as 16-head attention / cache"] = Bytes(multiHead, Window128K) / Bytes(zaya, Window128K);
        worked["zaya core as 16-head attention / core"] =
            (double)ServingCost.Of(multiHead, Window128K).FlopsPerToken.AttentionCoreFlops
            / ServingCost.Of(zaya, Window128K).FlopsPerToken.AttentionCoreFlops;
    }

    private static double Effective(Architecture gemma, int width) =>
        (
            gemma.TotalParameters!.Value
            - EmbeddingParameters.PerLayer(262_144, gemma.LayerCount, 256)
            - EmbeddingParameters.Table(262_144, width)
        ) / 1e9;

    private static double Bytes(Architecture architecture, long context, ServingOptions? options = null) =>
        ServingCost.Of(architecture, context, options).Cache.TotalBytes;

    private static ServingOptions Bare(Architecture architecture) =>
        ServingOptions.NativeTo(architecture) with
        {
            Cache = architecture.NativeCache!.WithoutScales(),
        };

    private static double Unweighted(Architecture subject, Architecture reference) =>
        ServingComparison.Of(subject, new ServingOptions(), reference, new ServingOptions(), [Million]).Points[0].FlopRatio!.Value;
}
