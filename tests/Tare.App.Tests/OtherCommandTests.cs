using Tare.Testing;

namespace Tare.App.Tests;

/// <summary><c>place</c>, <c>import</c>, <c>data</c>, <c>models</c> through the command line.</summary>
[Trait("tier", "gate")]
public sealed class OtherCommandTests : IDisposable
{
    private const string Placed = "benchmark,score\nGPQA diamond,0.75\nOTIS Mock AIME 2024-2025,0.8\nWeirdML,0.45\nSimpleBench,0.4\n";

    private readonly Cli _cli = new();

    public void Dispose() => _cli.Dispose();

    [Fact]
    public async Task A_model_is_placed_from_its_scores()
    {
        var path = _cli.Write("mine.csv", Placed);
        var result = await _cli.RunAsync("place", path, "--draws", "200");
        result.Code.ShouldBe(0, result.Error);
        Approval.Check(result.Screen, "place");
    }

    [Fact]
    public async Task The_interval_narrows_as_predicted_where_the_advice_is_taken()
    {
        var path = _cli.Write("mine.csv", Placed);
        var before = (await _cli.JsonAsync("place", path, "--draws", "0")).GetProperty("result");
        var advice = before.GetProperty("next")[0];
        var more = _cli.Write(
            "more.csv",
            Placed + FormattableString.Invariant($"{advice.GetProperty("id").GetString()},{advice.GetProperty("predicted").GetDouble()}\n")
        );
        var after = (await _cli.JsonAsync("place", more, "--draws", "0")).GetProperty("result");
        after.GetProperty("standardError").GetDouble().ShouldBeLessThan(before.GetProperty("standardError").GetDouble());
    }

    [Fact]
    public async Task One_score_does_not_place_a_model()
    {
        var path = _cli.Write("mine.csv", "benchmark,score\nGPQA diamond,0.75\n");
        var result = await _cli.RunAsync("place", path, "--draws", "0");
        result.Code.ShouldBe(3);
        Approval.Check(result.Screen, "place-one-score");
    }

    [Fact]
    public async Task An_unknown_benchmark_is_named_with_its_neighbours()
    {
        var path = _cli.Write("mine.csv", "benchmark,score\nGPQA dimond,0.75\nWeirdML,0.4\n");
        var result = await _cli.RunAsync("place", path);
        result.Code.ShouldBe(2);
        Approval.Check(result.Screen, "place-unknown-benchmark");
    }

    [Fact]
    public async Task An_import_says_what_it_could_not_keep_and_can_be_used_by_name()
    {
        var result = await _cli.RunAsync("import", Mirror.PathOf("epoch-2026-spring"), "--name", "spring");
        result.Code.ShouldBe(0, result.Error);
        result.Out.ShouldContain("1,376 scores, 152 models, 38 benchmarks");
        result.Out.ShouldContain("Not kept");
        var fit = (await _cli.JsonAsync("fit", "eci", "--evidence", "spring", "--draws", "0")).GetProperty("result");
        fit.GetProperty("counts").GetProperty("scores").GetInt32().ShouldBe(1376);
    }

    [Fact]
    public async Task A_data_set_is_pulled_from_the_mirror_and_used_by_name()
    {
        Mirror.PathOf("epoch-2026-08/eci_benchmarks.csv");
        _cli.Set("TARE_DATA_MIRROR", Environment.GetEnvironmentVariable("TARE_DATA_MIRROR")!);
        (await _cli.RunAsync("data", "pull", "epoch-2026-08")).Code.ShouldBe(0);
        var fit = (await _cli.JsonAsync("fit", "eci", "--evidence", "epoch-2026-08", "--draws", "0")).GetProperty("result");
        fit.GetProperty("objective").GetDouble().ShouldBe(6.520695497866805, 1e-11);
        (await _cli.RunAsync("data", "list")).Out.ShouldContain("pulled");
    }

    [Fact]
    public async Task Models_can_be_asked_for()
    {
        var result = (await _cli.JsonAsync("models", "--open", "--since", "2026-07-01", "--draws", "0")).GetProperty("result");
        result.GetProperty("models").EnumerateArray().Select(m => m.GetProperty("id").GetString()).ShouldContain("kimi-k3");
    }

    [Theory]
    [InlineData("nan")]
    [InlineData("-1")]
    [InlineData("0")]
    [InlineData("65")]
    public async Task Bits_that_cannot_be_are_refused_also_where_no_memory_is_given(string bits)
    {
        var result = await _cli.RunAsync("cost", "serve", "kimi-k2.6", "--weight-bits", bits);
        result.Code.ShouldBe(2);
        result.Error.ShouldStartWith($"tare: --weight-bits: '{bits}'");
    }

    [Fact]
    public async Task Memory_too_small_for_the_weights_says_so()
    {
        var result = await _cli.RunAsync("cost", "serve", "kimi-k2.6", "--memory", "640g");
        result.Code.ShouldBe(0, result.Error);
        result.Out.ShouldContain("No sequence fits: the weights alone take 931.32 GiB, the memory is 640.00 GiB.");
    }

    [Fact]
    public async Task A_cache_that_is_not_in_sixteen_bits_is_given_in_them_too()
    {
        string[] asked = ["cost", "serve", "deepseek-v4-pro", "--context", "1m"];
        (await _cli.RunAsync(asked)).Out.ShouldContain("in BF16 it would be 9.62 GiB");
        var json = (await _cli.JsonAsync(asked)).GetProperty("result");
        (json.GetProperty("cacheBytesInBFloat16").GetInt64() / Math.Pow(2, 30)).ShouldBe(
            9.625,
            0.005,
            "published as 9.62 and 9.625: half a unit of the last digit"
        );
    }

    [Fact]
    public async Task A_short_list_of_models_shows_every_column_on_a_narrow_screen()
    {
        var result = await _cli.RunAsync(
            80,
            "models",
            "--since",
            "2026-04",
            "--active-below",
            "5b",
            "--licence",
            "permissive",
            "--draws",
            "0"
        );
        result.Code.ShouldBe(0, result.Error);
        foreach (
            var column in new[] { "context", "harness", "licence", "platforms (support seen, days after release)", "developer", "country" }
        )
        {
            result.Out.ShouldContain(column);
        }

        result.Out.ShouldContain("Apache-2.0");
        result.Out.ShouldContain("Qwen-CLI");
        result.Out.ShouldNotContain("Not shown at this width");
        result.Out.Split('\n').ShouldAllBe(line => line.Length <= 80);
    }

    [Fact]
    public async Task Costs_have_their_screens()
    {
        Approval.Check(
            (
                await _cli.RunAsync("cost", "serve", "deepseek-v4-pro", "--context", "1m", "--vs", "deepseek-v3.2", "--memory", "2000g")
            ).Screen,
            "cost-serve"
        );
        Approval.Check(
            (await _cli.RunAsync("cost", "develop", "--final-run", "0.5e9", "--rd-share", "0.7..0.9", "--members", "5")).Screen,
            "cost-develop"
        );
    }

    /// <summary>V4's cache at its full context is a tenth of V3.2's: the developer's report says 10 %, its configuration 10.5 %.</summary>
    [Fact]
    public async Task A_published_ratio_comes_out()
    {
        var result = (await _cli.JsonAsync("cost", "serve", "deepseek-v4-pro", "--context", "1m", "--vs", "deepseek-v3.2")).GetProperty(
            "result"
        );
        result
            .GetProperty("comparison")
            .GetProperty("points")
            .EnumerateArray()
            .Last()
            .GetProperty("cacheRatio")
            .GetDouble()
            .ShouldBe(0.105, 0.001);
    }

    [Theory]
    [InlineData("cost-unknown", "cost", "serve", "deepseek-v5")]
    [InlineData("cost-share", "cost", "develop", "--rd-share", "1.2")]
    [InlineData("cost-range", "cost", "develop", "--rd-share", "0.9..0.7")]
    [InlineData("cost-context", "cost", "serve", "kimi-k2.6", "--context", "-3")]
    [InlineData("cost-no-layers", "cost", "serve", "gpt-5")]
    [InlineData("cost-out-without-reference", "cost", "serve", "kimi-k2.6", "--out", "page")]
    [InlineData("cost-members", "cost", "develop", "--members", "0")]
    [InlineData("cost-final-run", "cost", "develop", "--final-run", "-1e9")]
    public async Task Bad_costs_say_what_would_be_right(string name, params string[] args)
    {
        var result = await _cli.RunAsync(args);
        result.Code.ShouldBe(2);
        Approval.Check(result.Screen, name);
    }

    [Theory]
    [InlineData("cost-negative-layers", "\"num_hidden_layers\": -61, ")]
    [InlineData("cost-missing-layers", "")]
    public async Task A_configuration_that_cannot_be_is_refused_with_its_field(string name, string layers)
    {
        var path = _cli.Write(
            "config.json",
            $"{{ \"model_type\": \"llama\", {layers}\"num_attention_heads\": 32, \"num_key_value_heads\": 8, \"head_dim\": 128, \"hidden_size\": 4096 }}"
        );
        var result = await _cli.RunAsync("cost", "serve", path);
        result.Code.ShouldBe(2);
        Approval.Check(result.Screen, name);
    }

    [Fact]
    public async Task A_configuration_is_served_where_the_person_gives_what_it_does_not_state()
    {
        var path = _cli.Write(
            "config.json",
            """
            { "model_type": "llama", "num_hidden_layers": 32, "num_attention_heads": 32, "num_key_value_heads": 8, "head_dim": 128,
              "hidden_size": 4096, "max_position_embeddings": 8192 }
            """
        );
        var given = (
            await _cli.JsonAsync(
                "cost",
                "serve",
                path,
                "--context",
                "8k",
                "--memory",
                "80g",
                "--active-parameters",
                "8b",
                "--total-parameters",
                "8b"
            )
        ).GetProperty("result");
        given.GetProperty("growthBytesPerToken").GetDouble().ShouldBe(32 * 8 * 256 * 2);
        given.GetProperty("sequences").GetProperty("weightBytes").GetInt64().ShouldBe(8_000_000_000);
        given.GetProperty("flopsPerToken").GetProperty("parameters").GetInt64().ShouldBe(16_000_000_000);
        (await _cli.RunAsync("cost", "serve", path, "--memory", "80g")).Code.ShouldBe(2);
    }

    [Fact]
    public async Task A_model_is_served_by_its_own_name()
    {
        var byName = (await _cli.JsonAsync("cost", "serve", "Gemma 4 31B")).GetProperty("result");
        byName.GetProperty("architecture").GetString().ShouldBe("gemma4-31b");
    }

    [Fact]
    public async Task A_cost_writes_its_page()
    {
        var folder = Path.Combine(_cli.Folder, "page");
        var result = await _cli.RunAsync("cost", "serve", "deepseek-v4-flash", "--vs", "deepseek-v3.2", "--out", folder);
        result.Code.ShouldBe(0, result.Error);
        result.Out.ShouldContain("FOLDER/page/index.html");
        File.ReadAllLines(Path.Combine(folder, "figures", "serving-ratio.csv")).Length.ShouldBe(1 + 9);
        File.Exists(Path.Combine(folder, "figures", "serving-ratio.vl.json")).ShouldBeTrue();
        (await _cli.RunAsync("cost", "develop", "--out", folder)).Code.ShouldBe(0);
        File.ReadAllLines(Path.Combine(folder, "figures", "development-cost.csv")).Length.ShouldBe(1 + 17);
    }

    [Fact]
    public async Task The_version_is_one_line() => (await _cli.RunAsync("--version")).Out.Trim().ShouldMatch(@"^(tare )?\d+\.\d+\.\d+");
}
