using System.Text.Json;
using Tare.Testing;

namespace Tare.App.Tests;

/// <summary><c>tare explain</c>, <c>multiverse</c>, <c>influence</c> and <c>uncertainty</c> as a person uses them.</summary>
[Trait("tier", "gate")]
public sealed class StudyCommandsTests : IDisposable
{
    internal const string SmallGrid = """
        name: small
        title: Months behind
        base: eci
        choices:
          - name: weights
            alternatives:
              - name: each score
                set: [weighting=each-score]
              - name: equal domains
                set: [weighting=equal-domains]
          - name: definition
            alternatives:
              - name: records
                set: [lag=records]
              - name: daily
                set: [lag=daily]
              - name: catch-up
                set: [lag=catch-up]

        """;

    private readonly Cli _cli = new();

    public void Dispose() => _cli.Dispose();

    /// <summary>Screens show months to 1e-2 and Elo to 1, far above what the processor's vector width moves.</summary>
    [Fact]
    public async Task Screens_are_as_approved()
    {
        var grid = _cli.Write("grid.yaml", SmallGrid);
        Approval.Check((await _cli.RunAsync(100, "explain", "caisi-2026", "eci")).Screen, "explain");
        Approval.Check(
            (await _cli.RunAsync(100, "explain", "caisi-2026", "eci", "--estimand", "elo:gpt-5.5:deepseek-v4-pro")).Screen,
            "explain-elo"
        );
        Approval.Check((await _cli.RunAsync(100, "multiverse", grid, "--draws", "50")).Screen, "multiverse");
        Approval.Check(
            (await _cli.RunAsync(100, "influence", "tare", "--draws", "100", "--conclusion", "months < 7", "--exact", "1")).Screen,
            "influence"
        );
        Approval.Check(
            (await _cli.RunAsync(100, "uncertainty", "caisi-2026", "--estimand", "elo:gpt-5.5:deepseek-v4-pro", "--draws", "200")).Screen,
            "uncertainty"
        );
    }

    [Fact]
    public async Task The_parts_of_an_explanation_sum_to_the_difference()
    {
        var result = (await _cli.JsonAsync("explain", "caisi-2026", "eci")).GetProperty("result");
        var parts = result.GetProperty("parts").EnumerateArray().Sum(p => p.GetProperty("value").GetDouble());
        parts.ShouldBe(result.GetProperty("difference").GetDouble(), 1e-9);
        result.GetProperty("unit").GetString().ShouldBe("months");
    }

    /// <summary>What <c>tare explain</c> says of a methodology is what <c>tare gap</c> says of it.</summary>
    [Fact]
    public async Task The_end_points_are_those_of_the_gap()
    {
        var result = (await _cli.JsonAsync("explain", "caisi-2026", "eci")).GetProperty("result");
        foreach (var (name, value) in new[] { ("caisi-2026", "valueOfA"), ("eci", "valueOfB") })
        {
            var gap = (await _cli.JsonAsync("gap", name)).GetProperty("result");
            var headline = gap.GetProperty("headline").GetString();
            var months = gap.GetProperty("definitions").EnumerateArray().Single(d => d.GetProperty("name").GetString() == headline);
            result.GetProperty(value).GetDouble().ShouldBe(months.GetProperty("months").GetDouble(), 1e-9);
        }
    }

    [Fact]
    public async Task A_multiverse_goes_on_where_it_stopped_and_ends_in_the_same_bytes()
    {
        var grid = _cli.Write("grid.yaml", SmallGrid);
        var (whole, parts) = (Path.Combine(_cli.Folder, "whole"), Path.Combine(_cli.Folder, "parts"));
        (await _cli.RunAsync("multiverse", grid, "--out", whole)).Code.ShouldBe(0);
        (await _cli.RunAsync("multiverse", grid, "--out", parts)).Code.ShouldBe(0);
        var table = Path.Combine(parts, "specifications.csv");
        var lines = await File.ReadAllLinesAsync(table, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(table, string.Join('\n', lines[..3]) + "\n2,each sc", TestContext.Current.CancellationToken);
        var again = await _cli.RunAsync("multiverse", grid, "--out", parts);
        again.Code.ShouldBe(0, again.Error);
        foreach (var file in Directory.GetFiles(whole, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(whole, f)))
        {
            var (left, right) = (await Text(whole, file), await Text(parts, file));
            right.Replace(parts, whole, StringComparison.Ordinal).ShouldBe(left, file);
        }

        var other = await _cli.RunAsync("multiverse", grid, "--out", parts, "--draws", "5");
        other.Code.ShouldBe(2);
        other.Error.ShouldContain("other draws");

        static Task<string> Text(string folder, string file) =>
            File.ReadAllTextAsync(Path.Combine(folder, file), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Pages_are_self_contained_and_have_their_figures_beside_them()
    {
        foreach (
            var (figure, command) in new[]
            {
                ("waterfall", (string[])["explain", "caisi-2026", "eci", "--draws", "20"]),
                ("influence", ["influence", "mcnair", "--draws", "0", "--exact", "1"]),
                ("uncertainty", ["uncertainty", "mcnair", "--draws", "20"]),
            }
        )
        {
            var folder = Path.Combine(_cli.Folder, figure);
            (await _cli.RunAsync([.. command, "--out", folder])).Code.ShouldBe(0);
            var page = await File.ReadAllTextAsync(Path.Combine(folder, "index.html"), TestContext.Current.CancellationToken);
            page.ShouldContain($"id=\"spec-{figure}\"");
            page.ShouldNotContain("<script src");
            File.Exists(Path.Combine(folder, "figures", $"{figure}.csv")).ShouldBeTrue();
            JsonDocument
                .Parse(
                    await File.ReadAllTextAsync(Path.Combine(folder, "figures", $"{figure}.vl.json"), TestContext.Current.CancellationToken)
                )
                .RootElement.GetProperty("layer")
                .GetArrayLength()
                .ShouldBeGreaterThan(1);
        }
    }

    [Theory]
    [InlineData("bad-estimand", "explain", "eci", "mcnair", "--estimand", "years")]
    [InlineData("estimand-of-unknown-model", "explain", "eci", "mcnair", "--estimand", "elo:gpt-5.5:nobody")]
    [InlineData("bad-conclusion", "influence", "eci", "--conclusion", "months = 6")]
    [InlineData("bad-exact", "influence", "eci", "--exact", "7")]
    [InlineData("bad-items", "uncertainty", "caisi-2026", "--items", "portbench=many")]
    [InlineData("no-such-grid", "multiverse", "no-grid")]
    public async Task Bad_input_is_refused_with_its_place(string name, params string[] command)
    {
        var result = await _cli.RunAsync(command);
        result.Code.ShouldBe(2);
        result.Screen.ShouldNotContain("   at ");
        Approval.Check(result.Screen, name);
    }
}
