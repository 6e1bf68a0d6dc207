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
