using System.Text.Json;
using Tare.Catalogue;
using Tare.Costs;
using Tare.Testing;

namespace Tare.App.Tests;

/// <summary>What <c>tare cost serve</c> says of speed: the bound on decoded tokens and the operations to read the context once.</summary>
public sealed class ServingSpeedCommandTests : IDisposable
{
    private readonly Cli _cli = new();

    public void Dispose() => _cli.Dispose();

    /// <summary>Worked by hand from the published sizes: 32e9 active parameters in a byte each; 61 layers keep 512 + 64 elements of 2 bytes a token.</summary>
    [Fact]
    public async Task The_bound_is_bandwidth_over_the_bytes_read_for_a_token()
    {
        var decode = (await Result("kimi-k2.6", "--context", "32k", "--bandwidth", "3.35tb/s")).GetProperty("decode");
        decode.GetProperty("bandwidthBytesPerSecond").GetDouble().ShouldBe(3.35e12, 1e-3, "3.35 times 10^12 may round in its last bit");
        decode.GetProperty("weightBytesRead").GetDouble().ShouldBe(32_000_000_000);
        decode.GetProperty("cacheBytesRead").GetDouble().ShouldBe(2_302_672_896);
        decode
            .GetProperty("tokensPerSecondAtMost")
            .GetDouble()
            .ShouldBe(97.66, 0.005, "3.35e12 / 34 302 672 896, to the last digit written");
        var halved = (await Result("kimi-k2.6", "--context", "32k", "--bandwidth", "8e12", "--weight-bits", "4")).GetProperty("decode");
        halved.GetProperty("weightBits").GetDouble().ShouldBe(4);
        halved.GetProperty("weightBytesRead").GetDouble().ShouldBe(16_000_000_000);
    }

    [Fact]
    public async Task Both_models_have_the_numbers_of_the_library()
    {
        var result = await Result("deepseek-v4-pro", "--context", "1m", "--vs", "kimi-k2.6", "--bandwidth", "8e12");
        Same(result, "deepseek-v4-pro");
        Same(result.GetProperty("comparison"), "kimi-k2.6");
    }

    [Fact]
    public async Task Without_a_bandwidth_there_is_no_speed_and_the_context_is_read_all_the_same()
    {
        var result = await Result("kimi-k2.6", "--context", "32k");
        result.GetProperty("decode").ValueKind.ShouldBe(JsonValueKind.Null);
        var prefill = result.GetProperty("prefillFlops");
        prefill.GetProperty("parameters").GetDouble().ShouldBe(2 * 32e9 * 32_768);
        prefill.GetProperty("attention").GetDouble().ShouldBe(61 * 2.0 * 64 * (576 + 512) * (32_768L * 32_769L / 2));
        (await _cli.RunAsync("cost", "serve", "kimi-k2.6")).Out.ShouldNotContain("decodes at most");
    }

    [Theory]
    [InlineData("3.35tb/s", 3.35e12)]
    [InlineData("3.35 TB/s", 3.35e12)]
    [InlineData("819GB/s", 819e9)]
    [InlineData("819g", 819e9)]
    [InlineData("500m/s", 5e8)]
    [InlineData("64kb/s", 64e3)]
    [InlineData("8e12", 8e12)]
    [InlineData("8b/s", 8)]
    public async Task A_rate_is_read_as_people_write_it(string text, double expected)
    {
        var decode = (await Result("lfm2.5-350m", "--bandwidth", text)).GetProperty("decode");
        decode.GetProperty("bandwidthBytesPerSecond").GetDouble().ShouldBe(expected, expected * 1e-15, "one rounding of the product");
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-3tb/s")]
    [InlineData("nan")]
    [InlineData("infinity")]
    [InlineData("1e400")]
    [InlineData("")]
    [InlineData("tb/s")]
    [InlineData("/s")]
    [InlineData("3.35tb/h")]
    [InlineData("3.35zb/s")]
    [InlineData("3.35tib/s")]
    [InlineData("3,35tb/s")]
    [InlineData("fast")]
    public async Task A_rate_that_cannot_be_is_refused(string text)
    {
        var result = await _cli.RunAsync("cost", "serve", "kimi-k2.6", "--bandwidth", text);
        result.Code.ShouldBe(2);
        result.Error.ShouldBe(
            $"tare: --bandwidth: '{text}'\n  expected: a positive number of bytes a second, with k, m, g or t for powers of 1000\n"
                + "  next:     for example --bandwidth 3.35tb/s\n"
        );
    }

    [Theory]
    [InlineData("cost-speed-80", 80)]
    [InlineData("cost-speed-120", 120)]
    public async Task Speeds_have_their_screens(string name, int width)
    {
        var result = await _cli.RunAsync(
            width,
            "cost",
            "serve",
            "deepseek-v4-pro",
            "--context",
            "1m",
            "--vs",
            "kimi-k2.6",
            "--memory",
            "2000g",
            "--bandwidth",
            "3.35tb/s"
        );
        Approval.Check(result.Screen, name);
        result.Out.Split('\n').ShouldAllBe(line => line.Length <= width);
    }

    [Fact]
    public async Task Active_parameters_that_nobody_gave_are_asked_for_by_their_option()
    {
        var path = _cli.Write(
            "config.json",
            """
            { "model_type": "llama", "num_hidden_layers": 32, "num_attention_heads": 32, "num_key_value_heads": 8, "head_dim": 128,
              "hidden_size": 4096, "max_position_embeddings": 8192 }
            """
        );
        var refused = await _cli.RunAsync("cost", "serve", path, "--context", "8k", "--bandwidth", "1tb/s");
        refused.Code.ShouldBe(2);
        refused.Error.ShouldContain("activeParameters: not known");
        refused.Error.ShouldContain("give --active-parameters");
        var other = await _cli.RunAsync("cost", "serve", "kimi-k2.6", "--vs", path, "--bandwidth", "1tb/s");
        other.Code.ShouldBe(2);
        other.Error.ShouldContain("name it first with --active-parameters");
        (await _cli.RunAsync(400, "cost", "serve", path, "--context", "8k")).Out.ShouldContain(
            "an unknown number of operations, unweighted: parameters unknown, attention"
        );
        var given = await Result(path, "--context", "8k", "--bandwidth", "1tb/s", "--active-parameters", "8b");
        given.GetProperty("decode").GetProperty("weightBytesRead").GetDouble().ShouldBe(8e9);
    }

    [Fact]
    public async Task The_page_says_what_the_screen_says()
    {
        var folder = Path.Combine(_cli.Folder, "page");
        string[] asked =
        [
            "cost",
            "serve",
            "kimi-k2.6",
            "--context",
            "32k",
            "--vs",
            "deepseek-v3.2",
            "--bandwidth",
            "3.35tb/s",
            "--out",
            folder,
        ];
        var result = await _cli.RunAsync(400, asked);
        result.Code.ShouldBe(0, result.Error);
        var page = await File.ReadAllTextAsync(Path.Combine(folder, "index.html"), TestContext.Current.CancellationToken);
        foreach (
            var part in new[] { "decodes at most 97.7 tokens a second", "tokens once in", "communication between devices are left out" }
        )
        {
            result.Out.ShouldContain(part);
            page.ShouldContain(part);
        }
    }

    private async Task<JsonElement> Result(params string[] args) =>
        (await _cli.JsonAsync(["cost", "serve", .. args])).GetProperty("result");

    private static void Same(JsonElement shown, string id)
    {
        var architecture = ArchitectureDocument.Curated().First(a => a.Id == id);
        var decode = DecodeSpeed.Of(architecture, 1 << 20, 8e12, 8, ServingOptions.NativeTo(architecture));
        shown.GetProperty("decode").GetProperty("cacheBytesRead").GetDouble().ShouldBe(decode.CacheBytesRead);
        shown.GetProperty("decode").GetProperty("tokensPerSecondAtMost").GetDouble().ShouldBe(decode.TokensPerSecond);
        var prefill = PrefillFlops.Of(architecture, 1 << 20);
        shown.GetProperty("prefillFlops").GetProperty("indexer").GetDouble().ShouldBe(prefill.IndexerFlops);
        shown.GetProperty("prefillFlops").GetProperty("total").GetDouble().ShouldBe(prefill.TotalFlops!.Value);
    }
}
