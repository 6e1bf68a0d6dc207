using Tare.Testing;

namespace Tare.App.Tests;

/// <summary><c>tare calibrate</c>: responses in, parameters out.</summary>
[Trait("tier", "gate")]
public sealed class CalibrateCommandTests : IDisposable
{
    private readonly Cli _cli = new();

    public void Dispose() => _cli.Dispose();

    [Fact]
    public async Task SWE_bench_Verified_gives_abilities_and_difficulties_with_standard_errors()
    {
        var file = Mirror.PathOf("agent-psychometrics/swebench_verified/responses.jsonl");
        var result = (await _cli.JsonAsync("calibrate", file, "--family", "1pl")).GetProperty("result");
        result.GetProperty("converged").GetBoolean().ShouldBeTrue();
        result.GetProperty("persons").GetArrayLength().ShouldBe(134);
        result.GetProperty("items").GetArrayLength().ShouldBe(500);
        result.GetProperty("persons").EnumerateArray().ShouldAllBe(p => p.GetProperty("standardError").GetDouble() > 0);
        // 32 items were solved by all or by none: they say why they have no difficulty.
        var without = result
            .GetProperty("items")
            .EnumerateArray()
            .Where(i => i.GetProperty("difficulty").ValueKind == System.Text.Json.JsonValueKind.Null);
        without.ShouldAllBe(i => i.GetProperty("reason").GetString() != null);
        without.Count().ShouldBe(32);
    }

    [Fact]
    public async Task Facets_become_variance_components()
    {
        var result = (await _cli.JsonAsync("calibrate", Crossed(), "--family", "many-facet")).GetProperty("result");
        var sd = result
            .GetProperty("components")
            .EnumerateArray()
            .ToDictionary(c => c.GetProperty("term").GetString()!, c => c, StringComparer.Ordinal);
        sd.Keys.ShouldBe(["person", "item", "harness", "person x item", "person x harness", "item x harness"], ignoreOrder: true);
        sd["person"].GetProperty("lower").GetDouble().ShouldBeLessThan(sd["person"].GetProperty("sd").GetDouble());
        Approval.Check((await _cli.RunAsync("calibrate", Crossed(), "--family", "many-facet")).Screen, "calibrate-many-facet");
    }

    [Theory]
    [InlineData("calibrate-response-of-2", "person,item,response\na,x,2\n")]
    [InlineData("calibrate-more-right-than-tried", "person,item,response,trials\na,x,4,3\n")]
    [InlineData("calibrate-unnamed-column", "person,item,response,\na,x,1,z\n")]
    [InlineData("calibrate-k-greater-than-n", "person,item,successes,trials\na,x,2,1\n")]
    [InlineData("calibrate-empty", "")]
    public async Task Bad_responses_are_refused_with_their_place(string name, string content)
    {
        var result = await _cli.RunAsync("calibrate", _cli.Write("responses.csv", content));
        result.Code.ShouldBe(2);
        Approval.Check(result.Screen, name);
    }

    [Fact]
    public async Task Answers_that_never_differ_identify_nothing()
    {
        var result = await _cli.RunAsync("calibrate", _cli.Write("responses.csv", "person,item,response\na,x,1\na,y,1\nb,x,1\nb,y,1\n"));
        result.Code.ShouldBe(3);
        Approval.Check(result.Screen, "calibrate-not-identified");
    }

    /// <summary>The reference decomposition from the published file itself: seven medians inside the published 5 % to 95 % intervals.</summary>
    [Fact]
    public async Task Terminal_Bench_gives_the_published_variance_components()
    {
        var envelope = await _cli.JsonAsync([.. TerminalBench(), "--posterior"]);
        var result = envelope.GetProperty("result");
        result.GetProperty("facets").GetProperty("prior").GetString().ShouldBe("inverse-gamma:1,0.05");

        // Published: seven medians, and the 5 % and 95 % ends of six. The task's ends were not published. In their place stand this
        // program's own posterior ends, their mean half width of 0.44 laid around the published median of 3.18: a sanity band, no reference.
        (string Term, double Lower, double Upper)[] published =
        [
            ("model", 1.41, 2.38),
            ("harness", 0.12, 0.46),
            ("model x harness", 0.37, 0.58),
            ("task", 2.74, 3.62),
            ("task x model", 1.20, 1.37),
            ("task x harness", 0.74, 0.90),
            ("task x model x harness", 0.79, 0.97),
        ];
        var components = result.GetProperty("components").EnumerateArray().ToArray();
        components.Select(c => c.GetProperty("term").GetString()).ShouldBe(published.Select(p => p.Term));
        for (var k = 0; k < published.Length; k++)
        {
            components[k].GetProperty("sd").GetDouble().ShouldBeInRange(published[k].Lower, published[k].Upper, published[k].Term);
        }

        result.GetProperty("persons").GetArrayLength().ShouldBe(20);
        envelope
            .GetProperty("warnings")
            .EnumerateArray()
            .ShouldContain(w => w.GetString()!.StartsWith("left out: the rows of 4 distinct subject_id"));
    }

    [Fact]
    public async Task The_screen_of_Terminal_Bench_names_the_file_s_own_columns() =>
        Approval.Check((await _cli.RunAsync(TerminalBench())).Screen, "calibrate-terminal-bench");

    /// <summary>The command of docs/methods/many-facet.md.</summary>
    private static string[] TerminalBench() =>
        [
            "calibrate",
            Mirror.PathOf("agent-psychometrics/terminalbench/responses_raw.jsonl"),
            "--family",
            "many-facet",
            "--split",
            "subject_id=^(?<harness>factory_droid|[^_]+)_(?:[^,]*/)?(?<model>[^,/]+?)(?:-20\\d{6})?(?:_at_[^,]*)?$",
            "--person",
            "model",
            "--item",
            "task",
            "--crossed",
            "model,harness",
            "--terms",
            "model,harness,model:harness,task,task:model,task:harness,task:model:harness",
        ];

    [Fact]
    public async Task Every_estimator_has_its_screen()
    {
        var file = Path.Combine(Repository.PathOf("tests/Tare.Psychometrics.Tests/golden"), "rasch-complete.csv");
        Approval.Check((await _cli.RunAsync("calibrate", file, "--family", "rasch", "--estimator", "cml")).Screen, "calibrate-cml");
        Approval.Check((await _cli.RunAsync("calibrate", file, "--family", "rasch", "--estimator", "jml")).Screen, "calibrate-jml");
        Approval.Check((await _cli.RunAsync("calibrate", file, "--family", "2pl", "--estimator", "map")).Screen, "calibrate-map");
        var bootstrap = await _cli.RunAsync(
            "calibrate",
            file,
            "--family",
            "rasch",
            "--standard-errors",
            "bootstrap",
            "--draws",
            "20",
            "--seed",
            "screen"
        );
        Approval.Check(bootstrap.Screen, "calibrate-bootstrap");
    }

    [Fact]
    public async Task Domains_have_their_screens()
    {
        foreach (var (family, name) in new[] { ("bifactor", "bifactor"), ("multidimensional", "correlated") })
        {
            var file = Path.Combine(Repository.PathOf("tests/Tare.Psychometrics.Tests/golden"), $"{name}.csv");
            Approval.Check(
                (await _cli.RunAsync("calibrate", file, "--family", family, "--domains", Domains(name))).Screen,
                $"calibrate-{family}"
            );
        }
    }

    [Theory]
    [InlineData("calibrate-one-level", "person,item,response,harness\na,x,1,h\na,y,0,h\nb,x,0,h\nb,y,1,h\n", "--family", "many-facet", 3)]
    [InlineData("calibrate-disconnected", "person,item,response\na,x,1\na,y,0\nb,v,0\nb,w,1\n", "--family", "rasch", 3)]
    [InlineData("calibrate-one-item", "person,item,response\na,x,1\nb,x,0\nc,x,0\n", "--family", "2pl", 3)]
    [InlineData("calibrate-all-wrong", "person,item,response\na,x,0\na,y,0\nb,x,0\nb,y,0\n", "--family", "rasch", 3)]
    [InlineData("calibrate-cml-apart", "person,item,response\na,x,1\na,y,0\nb,x,1\nb,y,0\n", "--estimator", "cml", 2)]
    [InlineData("calibrate-term-star", "person,item,response,harness\na,x,1,h\nb,x,0,g\n", "--terms", "person*harness", 2)]
    [InlineData("calibrate-no-such-term", "person,item,response,harness\na,x,1,h\nb,x,0,g\n", "--terms", "person,harnes", 2)]
    [InlineData("calibrate-bad-prior", "person,item,response,harness\na,x,1,h\nb,x,0,g\n", "--prior", "cauchy:1", 2)]
    [InlineData("calibrate-split-without-groups", "person,item,response\na,x,1\n", "--split", "person=^a$", 2)]
    [InlineData("calibrate-no-domains", "person,item,response\na,x,1\n", "--family", "bifactor", 2)]
    [InlineData(
        "calibrate-fisher-of-shares",
        "person,item,response\na,x,0.5\na,y,0.2\nb,x,0.7\nb,y,0.1\n",
        "--standard-errors",
        "fisher",
        2
    )]
    [InlineData("calibrate-no-such-estimator", "person,item,response\na,x,1\n", "--estimator", "cmll", 2)]
    [InlineData("calibrate-no-family-near", "person,item,response\na,x,1\n", "--family", "zzzzzzzzzzzz", 2)]
    [InlineData("calibrate-no-estimator-near", "person,item,response\na,x,1\n", "--estimator", "zzzzzzzzzzzz", 2)]
    [InlineData("calibrate-no-compared-family-near", "person,item,response\na,x,1\nb,x,0\n", "--compare", "zzzzzzzzzzzz", 2)]
    [InlineData("calibrate-no-term-near", "person,item,response\na,x,1\nb,x,0\n", "--terms", "zzzzzzzzzzzz", 2)]
    [InlineData("calibrate-grid-points", "person,item,response\na,x,1\n", "--grid-points", "2", 2)]
    public async Task Degenerate_cases_say_what_is_wrong(string name, string content, string option, string value, int code)
    {
        string[] family = option is "--terms" or "--prior" ? ["--family", "many-facet"] : [];
        var result = await _cli.RunAsync(["calibrate", _cli.Write("responses.csv", content), .. family, option, value]);
        result.Code.ShouldBe(code, result.Error);
        Approval.Check(result.Screen, name);
    }

    /// <summary>An item that nobody solved is named, has no number, and is in the table.</summary>
    [Fact]
    public async Task An_item_nobody_solved_is_named()
    {
        var rows = new System.Text.StringBuilder("person,item,response\n");
        for (var p = 0; p < 12; p++)
        {
            for (var i = 0; i < 4; i++)
            {
                rows.Append(FormattableString.Invariant($"p{p:00},i{i},{(i < 3 && ((7 * p) + (5 * i)) % 4 < 2 ? 1 : 0)}\n"));
            }
        }

        var file = _cli.Write("responses.csv", rows.ToString());
        var result = await _cli.RunAsync("calibrate", file, "--family", "rasch");
        result.Code.ShouldBe(0, result.Error);
        result.Error.ShouldContain("1 item(s) were solved by all or by none and took no part in the fit: 'i3'");
        result.Out.ShouldContain("not identified");
        result.Out.ShouldNotContain("NaN");
    }

    [Fact]
    public async Task A_million_persons_with_one_response_each_are_refused()
    {
        var path = Path.Combine(_cli.Folder, "million.csv");
        await using (var file = new StreamWriter(path))
        {
            await file.WriteLineAsync("person,item,response");
            for (var p = 0; p < 1_000_000; p++)
            {
                await file.WriteLineAsync(FormattableString.Invariant($"p{p},i,{p & 1}"));
            }
        }

        var result = await _cli.RunAsync("calibrate", path, "--family", "rasch");
        result.Code.ShouldBe(3);
        Approval.Check(result.Screen, "calibrate-one-response-each");
    }

    private string Domains(string name)
    {
        var (count, each) = name == "bifactor" ? (12, 4) : (10, 5);
        var lines = Enumerable.Range(0, count).Select(i => FormattableString.Invariant($"i{i + 1:00},domain {1 + (i / each)}"));
        return _cli.Write("domains.csv", "item,domain\n" + string.Join('\n', lines) + "\n");
    }

    // A small crossed design with counts from a formula, so that the file is the same everywhere.
    private string Crossed()
    {
        var rows = new System.Text.StringBuilder("person,item,response,trials,harness\n");
        for (var p = 0; p < 8; p++)
        {
            for (var h = 0; h < 3; h++)
            {
                for (var i = 0; i < 15; i++)
                {
                    var eta = (0.5 * (p - 3.5)) + (0.4 * (h - 1)) - (0.3 * (i - 7)) + (0.8 * Math.Sin((7 * p) + (3 * h) + (11 * i)));
                    var right = (int)Math.Round(5 / (1 + Math.Exp(-eta)));
                    rows.Append(FormattableString.Invariant($"m{p},t{i},{right},5,h{h}\n"));
                }
            }
        }

        return _cli.Write("crossed.csv", rows.ToString());
    }
}
