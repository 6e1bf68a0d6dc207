using Tare.Testing;

namespace Tare.App.Tests;

/// <summary>Every bad input ends in a text with place, value, expectation and next step; never in a stack trace.</summary>
public sealed class BadInputTests : IDisposable
{
    private const string Header = "model_id,benchmark_id,performance,benchmark,benchmark_release_date,optimized,model,date,source\n";

    private readonly Cli _cli = new();

    public void Dispose() => _cli.Dispose();

    public static TheoryData<string, string> Files =>
        new()
        {
            { "empty-file", "" },
            { "header-only", Header },
            { "missing-column", "model_id,benchmark_id,benchmark,model\nm1,b1,MMLU,GPT-5\n" },
            { "score-of-1.3", Rows("GPT-5", "1.3") },
            { "score-nan", Rows("GPT-5", "NaN") },
            { "score-empty", Rows("GPT-5", "") },
            { "score-text", Rows("GPT-5", "high") },
            { "duplicate", Rows("GPT-5", "0.5") + "m1,b1,0.6,MMLU,2020-09-07,False,GPT-5,2025-08-07,s\n" },
            { "bad-date", Header + "m1,b1,0.5,MMLU,2020-09-07,False,GPT-5,2025-13-45,s\n" },
            { "not-text", "PK\0\0\u0001\u0002binary\0content" },
        };

    [Theory]
    [MemberData(nameof(Files))]
    public async Task A_bad_file_is_refused_with_its_place(string name, string content)
    {
        var path = _cli.Write("eci_benchmarks.csv", content);
        var result = await _cli.RunAsync("fit", "eci", "--evidence", path, "--draws", "0");
        result.Code.ShouldBe(2);
        Approval.Check(result.Screen, name);
        NoStackTrace(result);
    }

    [Fact]
    public async Task A_column_of_200_MB_is_refused_without_reading_it_whole()
    {
        var path = Path.Combine(_cli.Folder, "wide.csv");
        await using (var writer = new StreamWriter(path))
        {
            await writer.WriteAsync(Header + "m1,b1,0.5,\"");
            var block = new string('x', 1 << 20);
            for (var k = 0; k < 200; k++)
            {
                await writer.WriteAsync(block);
            }
        }

        var before = GC.GetTotalAllocatedBytes();
        var result = await _cli.RunAsync("fit", "eci", "--evidence", path, "--draws", "0");
        // Five times the file would mean that it was held and copied; the reader stops after its bound.
        (GC.GetTotalAllocatedBytes() - before).ShouldBeLessThan(100L << 20);
        result.Code.ShouldBe(2);
        Approval.Check(result.Screen, "column-of-200-mb");
    }

    [Fact]
    public async Task An_anchor_that_the_evidence_lacks_is_named()
    {
        var path = _cli.Write("eci_benchmarks.csv", Header + Grid(["Kimi K2.6", "o3"], ["Winogrande", "GPQA diamond", "MMLU", "HLE"]));
        var result = await _cli.RunAsync("fit", "eci", "--evidence", path, "--draws", "0");
        result.Code.ShouldBe(2);
        Approval.Check(result.Screen, "unknown-anchor");
    }

    [Fact]
    public async Task A_disconnected_design_names_its_components()
    {
        var left = Grid(["GPT-5", "o3"], ["Winogrande", "GPQA diamond", "MMLU", "HLE"]);
        var right = Grid(["Claude 3.5 Sonnet", "Kimi K2.6"], ["WeirdML", "GSO-Bench", "Cybench", "VPCT"]);
        var path = _cli.Write("eci_benchmarks.csv", Header + left + right);
        var result = await _cli.RunAsync("fit", "eci", "--evidence", path, "--draws", "0");
        result.Code.ShouldBe(3);
        Approval.Check(result.Screen, "disconnected-design");
    }

    [Theory]
    [InlineData("no-such-file", "fit", "eci", "--evidence", "nowhere.csv")]
    [InlineData("no-such-method", "fit", "ecl")]
    [InlineData("no-such-field", "fit", "eci", "--set", "sigmma=2")]
    [InlineData("field-of-another-family", "fit", "eci", "--set", "sigma=2")]
    [InlineData("level-in-per-cent", "fit", "eci", "--level", "90")]
    [InlineData("negative-draws", "fit", "eci", "--draws", "-1")]
    [InlineData("no-such-model", "gap", "eci", "--draws", "0", "--date", "o33=2025-04-16")]
    [InlineData("bad-date-option", "gap", "eci", "--draws", "0", "--date", "o3=April")]
    [InlineData("no-such-definition", "gap", "eci", "--draws", "0", "--definition", "level")]
    [InlineData("no-definition-near", "gap", "eci", "--draws", "0", "--definition", "zzzzzzzzzzzz")]
    [InlineData("no-study-near", "study", "show", "zzzzzzzzzzzz")]
    [InlineData("no-family-near", "simulate", "--out", "nowhere", "--family", "zzzzzzzzzzzz")]
    [InlineData("no-such-group", "gap", "eci", "--draws", "0", "--follower", "ajar")]
    [InlineData("no-such-axis", "gap", "eci", "--draws", "0", "--axis", "colour")]
    [InlineData("no-such-command", "weigh")]
    [InlineData("no-such-data-set", "data", "pull", "epoch-2026")]
    [InlineData("no-such-report", "verify", "nowhere")]
    public async Task A_bad_command_line_says_what_would_be_right(string name, params string[] args)
    {
        var result = await _cli.RunAsync(args);
        result.Code.ShouldBe(2);
        Approval.Check(result.Screen, name);
        NoStackTrace(result);
    }

    private static void NoStackTrace(CliResult result) => (result.Out + result.Error).ShouldNotContain("   at Tare.");

    private static string Rows(string model, string score) => Header + $"m1,b1,{score},MMLU,2020-09-07,False,{model},2025-08-07,s\n";

    private static string Grid(string[] models, string[] benchmarks) =>
        string.Concat(
            models.SelectMany((m, i) => benchmarks.Select((b, k) => $"m,b,0.{3 + i + k},{b},2024-01-01,False,{m},2025-0{i + 1}-07,s\n"))
        );
}
