using System.Globalization;
using System.Text.Json;
using Tare.Testing;

namespace Tare.App.Tests;

/// <summary>What <c>tare calibrate</c> says about fit: against second implementations, and on public data.</summary>
[Trait("tier", "gate")]
public sealed class CalibrateDiagnosticsTests : IDisposable
{
    private readonly Cli _cli = new();

    public void Dispose() => _cli.Dispose();

    [Theory]
    [InlineData("lsat6", "1pl")]
    [InlineData("lsat6", "2pl")]
    [InlineData("lsat7", "1pl")]
    [InlineData("lsat7", "2pl")]
    public async Task Lsat_fits_as_in_R(string section, string family)
    {
        var golden = Golden("lsat-fit.json");
        var expected = golden.GetProperty("expected").GetProperty($"{section}-{family}");
        var counts = Numbers(golden.GetProperty("input").GetProperty(section));
        var result = (await _cli.JsonAsync("calibrate", _cli.Write("lsat.csv", Patterns(counts)), "--family", family)).GetProperty(
            "result"
        );
        // See toleranceReason in the file.
        result.GetProperty("logLikelihood").GetDouble().ShouldBe(expected.GetProperty("logLikelihood").GetDouble(), 1e-5);
        foreach (
            var (name, tolerance) in new[]
            {
                ("discrimination", 2e-4),
                ("difficulty", 1e-3),
                ("infit", 1e-4),
                ("outfit", 1e-4),
                ("infitStandardised", 2e-3),
                ("outfitStandardised", 2e-3),
            }
        )
        {
            Close(result.GetProperty("items"), name, Numbers(expected.GetProperty(name)), tolerance);
        }

        result
            .GetProperty("persons")
            .EnumerateArray()
            .Select(p => p.GetProperty("id").GetString())
            .ShouldBe(expected.GetProperty("person").EnumerateArray().Select(p => p.GetString()));
        Close(result.GetProperty("persons"), "weightedLikelihood", Numbers(expected.GetProperty("ability")), 1e-3);
        Close(result.GetProperty("persons"), "lzStar", Numbers(expected.GetProperty("lzStar")), 2e-3);
        var m2 = result.GetProperty("diagnostics").GetProperty("m2");
        m2.GetProperty("value").GetDouble().ShouldBe(expected.GetProperty("m2").GetDouble(), 2e-3);
        m2.GetProperty("degreesOfFreedom").GetInt32().ShouldBe(expected.GetProperty("df").GetInt32());
        m2.GetProperty("p").GetDouble().ShouldBe(expected.GetProperty("p").GetDouble(), 1e-4);
        m2.GetProperty("rmsea").GetDouble().ShouldBe(expected.GetProperty("rmsea").GetDouble(), 1e-4);
        var q3 = result.GetProperty("diagnostics").GetProperty("q3").GetProperty("pairs").EnumerateArray().ToArray();
        var correlations = Numbers(expected.GetProperty("q3"));
        q3.Length.ShouldBe(10);
        foreach (var pair in q3)
        {
            var (i, j) = (Index(pair, "first"), Index(pair, "second"));
            // R stacks the lower triangle by columns.
            var at = (i * 5) - (i * (i + 1) / 2) + (j - i - 1);
            pair.GetProperty("q3").GetDouble().ShouldBe(correlations[at]!.Value, 2e-4);
        }

        static int Index(JsonElement pair, string name) => pair.GetProperty(name).GetString()![^1] - '1';
    }

    [Fact]
    public async Task Dif_is_that_of_mantelhaen_test()
    {
        var golden = Golden("dif-mantel-haenszel.json");
        var rows = golden.GetProperty("input").GetProperty("responses").EnumerateArray().Select(r => r.GetString()!).ToArray();
        var group = golden.GetProperty("input").GetProperty("group").EnumerateArray().Select(r => r.GetString()!).ToArray();
        var text = new System.Text.StringBuilder("person,item,response,group\n");
        for (var p = 0; p < rows.Length; p++)
        {
            for (var i = 0; i < rows[p].Length; i++)
            {
                text.Append(CultureInfo.InvariantCulture, $"p{p:000},i{i + 1:00},{rows[p][i]},{group[p]}\n");
            }
        }

        var file = _cli.Write("groups.csv", text.ToString());
        var dif = (await _cli.JsonAsync("calibrate", file, "--family", "rasch", "--dif", "group"))
            .GetProperty("result")
            .GetProperty("diagnostics")
            .GetProperty("dif");
        var expected = golden.GetProperty("expected");
        Names(dif.GetProperty("purified")).ShouldBe(Names(expected.GetProperty("purified")));
        var found = dif.GetProperty("items").EnumerateArray().ToDictionary(i => i.GetProperty("item").GetString()!, StringComparer.Ordinal);
        var items = Names(expected.GetProperty("item"));
        found.Keys.Order(StringComparer.Ordinal).ShouldBe(items);
        foreach (
            var (name, tolerance) in new[]
            {
                ("logOdds", 1e-9),
                ("standardError", 1e-9),
                ("chiSquared", 1e-8),
                ("p", 1e-9),
                ("adjustedP", 1e-9),
            }
        )
        {
            var values = Numbers(expected.GetProperty(name));
            for (var i = 0; i < items.Length; i++)
            {
                found[items[i]].GetProperty(name).GetDouble().ShouldBe(values[i]!.Value, tolerance, $"{name} of {items[i]}");
            }
        }

        items.Select(i => found[i].GetProperty("class").GetString()).ShouldBe(Names(expected.GetProperty("class")));
        Approval.Check(
            (await _cli.RunAsync("calibrate", file, "--family", "rasch", "--dif", "group", "--compare", "2pl")).Screen,
            "calibrate-dif"
        );
    }

    [Fact]
    public async Task SWE_bench_Verified_names_the_items_and_submissions_to_look_at()
    {
        var file = Mirror.PathOf("agent-psychometrics/swebench_verified/responses.jsonl");
        var groups = new System.Text.StringBuilder("person,era\n");
        foreach (var line in await File.ReadAllLinesAsync(file, TestContext.Current.CancellationToken))
        {
            using var row = JsonDocument.Parse(line);
            var id = row.RootElement.GetProperty("subject_id").GetString()!;
            groups.Append(CultureInfo.InvariantCulture, $"{id},{(string.CompareOrdinal(id, "2025") < 0 ? "2023-24" : "2025")}\n");
        }

        string[] command = ["calibrate", file, "--family", "1pl", "--groups", _cli.Write("groups.csv", groups.ToString()), "--dif", "era"];
        var result = (await _cli.JsonAsync(command)).GetProperty("result");
        var worst = result
            .GetProperty("persons")
            .EnumerateArray()
            .MinBy(p => p.GetProperty("lzStar") is { ValueKind: JsonValueKind.Number } z ? z.GetDouble() : 0);
        // A 7B model that solves what frontier models fail and fails what they solve.
        worst.GetProperty("id").GetString().ShouldBe("20250627_agentless_MCTS-Refine-7B");
        var dif = result
            .GetProperty("diagnostics")
            .GetProperty("dif")
            .GetProperty("items")
            .EnumerateArray()
            .Where(i => i.GetProperty("flagged").GetBoolean());
        dif.Select(i => i.GetProperty("item").GetString()).ShouldContain("sphinx-doc__sphinx-11445");
        NoNumberIsLost(result);
        var screen = (await _cli.RunAsync(command)).Screen.Replace(Path.GetDirectoryName(file)!, "MIRROR", StringComparison.Ordinal);
        Approval.Check(screen, "calibrate-swe-bench-verified");
    }

    [Fact]
    public async Task Terminal_bench_trials_depend_on_each_other_and_the_screen_says_so()
    {
        var file = Mirror.PathOf("agent-psychometrics/terminalbench/responses_raw.jsonl");
        var run = await _cli.RunAsync("calibrate", file, "--family", "1pl");
        run.Code.ShouldBe(0, run.Error);
        run.Error.ShouldContain("Trials of one person on one item depend on each other");
    }

    [Fact]
    public async Task Items_that_one_harness_alone_solves_are_named_with_what_the_others_should_have_solved()
    {
        var text = new System.Text.StringBuilder("person,item,response,trials,harness\n");
        for (var p = 0; p < 12; p++)
        {
            for (var h = 0; h < 3; h++)
            {
                for (var i = 0; i < 10; i++)
                {
                    var share =
                        1 / (1 + Math.Exp(-((0.4 * (p - 5.5)) - (0.4 * (i - 4.5)) + (0.7 * Math.Sin((5 * p) + (3 * h) + (7 * i))))));
                    var right = i == 2 && h > 0 ? 0 : (int)Math.Round(4 * share);
                    text.Append(CultureInfo.InvariantCulture, $"m{p:00},t{i},{right},4,h{h}\n");
                }
            }
        }

        var file = _cli.Write("harness.csv", text.ToString());
        var facet = (await _cli.JsonAsync("calibrate", file, "--family", "1pl"))
            .GetProperty("result")
            .GetProperty("diagnostics")
            .GetProperty("facets")
            .EnumerateArray()
            .Single();
        facet.GetProperty("unexpected").EnumerateArray().Single().GetProperty("item").GetString().ShouldBe("t2");
        Approval.Check((await _cli.RunAsync("calibrate", file, "--family", "1pl")).Screen, "calibrate-harness-only");
    }

    [Theory]
    [InlineData("calibrate-dif-no-column", "person,item,response\na,x,1\n", null, "--dif", "harness")]
    [InlineData("calibrate-dif-other-column", "person,item,response,judge\na,x,1,j\n", null, "--dif", "harness")]
    [InlineData("calibrate-dif-many-facet", "person,item,response,judge\na,x,1,j\n", null, "--family", "many-facet", "--dif", "judge")]
    [InlineData("calibrate-dif-shares", "person,item,response,judge\na,x,0.5,j\n", null, "--dif", "judge")]
    [InlineData("calibrate-groups-incomplete", "person,item,response\na,x,1\nb,x,0\n", "person,team\na,red\n", "--groups", "GROUPS")]
    [InlineData("calibrate-groups-twice", "person,item,response\na,x,1\n", "person,team\na,red\na,blue\n", "--groups", "GROUPS")]
    [InlineData("calibrate-groups-no-person", "person,item,response\na,x,1\n", "name,team\na,red\n", "--groups", "GROUPS")]
    [InlineData("calibrate-compare-unknown", "person,item,response\na,x,1\n", null, "--compare", "4pl")]
    public async Task A_comparison_that_cannot_be_made_is_refused(string name, string content, string? groups, params string[] options)
    {
        var table = groups is null ? "" : _cli.Write("groups.csv", groups);
        var result = await _cli.RunAsync([
            "calibrate",
            _cli.Write("responses.csv", content),
            .. options.Select(o => o == "GROUPS" ? table : o),
        ]);
        result.Code.ShouldBe(2);
        Approval.Check(result.Screen, name);
    }

    private static void NoNumberIsLost(JsonElement element)
    {
        // JSON cannot hold NaN; a string of one would be a number that was lost.
        var text = element.GetRawText();
        text.ShouldNotContain("NaN");
        text.ShouldNotContain("Infinity");
    }

    private static void Close(JsonElement rows, string name, double?[] expected, double tolerance)
    {
        var found = rows.EnumerateArray().Select(r => r.GetProperty(name)).ToArray();
        found.Length.ShouldBe(expected.Length);
        for (var k = 0; k < found.Length; k++)
        {
            if (expected[k] is { } value)
            {
                found[k].GetDouble().ShouldBe(value, tolerance, $"{name} {k}");
            }
            else
            {
                found[k].ValueKind.ShouldBe(JsonValueKind.Null);
            }
        }
    }

    private static string Patterns(double?[] counts)
    {
        var text = new System.Text.StringBuilder("person,item,response,frequency\n");
        for (var k = 0; k < counts.Length; k++)
        {
            for (var i = 0; i < 5 && counts[k] > 0; i++)
            {
                text.Append(CultureInfo.InvariantCulture, $"p{k:00},i{i + 1},{(k >> (4 - i)) & 1},{counts[k]}\n");
            }
        }

        return text.ToString();
    }

    private static JsonElement Golden(string name) =>
        JsonDocument.Parse(File.ReadAllText(Repository.PathOf($"tests/Tare.Psychometrics.Tests/golden/{name}"))).RootElement;

    private static double?[] Numbers(JsonElement array) =>
        [.. array.EnumerateArray().Select(v => v.ValueKind == JsonValueKind.Null ? null : (double?)v.GetDouble())];

    private static string[] Names(JsonElement array) => [.. array.EnumerateArray().Select(v => v.GetString()!)];
}
