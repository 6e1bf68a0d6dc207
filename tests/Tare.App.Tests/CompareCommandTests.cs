using Tare.Testing;

namespace Tare.App.Tests;

/// <summary><c>compare</c> through the command line, on logs made for it and on published ones.</summary>
[Trait("tier", "gate")]
public sealed class CompareCommandTests : IDisposable
{
    private readonly Cli _cli = new();

    public void Dispose() => _cli.Dispose();

    [Fact]
    public async Task Two_logs_of_a_task_are_compared_item_by_item()
    {
        var result = await _cli.RunAsync(
            "compare",
            Log("a.json", "p/one", "CCICIIC!C", "react"),
            Log("b.json", "p/two", "CCCCIICCN", "generate")
        );
        result.Code.ShouldBe(0, result.Error);
        Approval.Check(result.Screen, "compare");
    }

    [Fact]
    public async Task Published_logs_of_two_models_share_three_items()
    {
        var result = await _cli.RunAsync(
            "compare",
            Mirror.PathOf("formats/inspect/arc_qwen.json"),
            Mirror.PathOf("formats/inspect/arc_sonnet.json"),
            "--all"
        );
        result.Code.ShouldBe(0, result.Error);
        Approval.Check(result.Screen, "compare-published");
    }

    [Fact]
    public async Task What_cannot_be_compared_is_refused()
    {
        var one = Log("a.json", "p/one", "CI", "react");
        var other = _cli.Write("other.json", File.ReadAllText(one).Replace("\"ported\"", "\"another\"", StringComparison.Ordinal));
        var unscored = _cli.Write("unscored.json", File.ReadAllText(one).Replace("\"exact\"", "\"fuzzy\"", StringComparison.Ordinal));
        var text = "";
        foreach (
            var arguments in new[]
            {
                new[] { "compare", one, other },
                ["compare", one, unscored],
                ["compare", one, one, "--scorer", "exac"],
                ["compare", one, Path.Combine(_cli.Folder, "none.eval")],
                ["compare", one],
            }
        )
        {
            var result = await _cli.RunAsync(arguments);
            result.Code.ShouldBe(2);
            text += result.Screen + "\n";
        }

        Approval.Check(text, "compare-refused");
    }

    /// <summary>A log with one sample for each letter; <c>!</c> is a rate limit without a score.</summary>
    private string Log(string name, string model, string letters, string solver)
    {
        var samples = letters.Select((c, i) => Sample(FormattableString.Invariant($"task-{i + 1}"), c));
        return _cli.Write(
            name,
            $$"""
            {"version": 2, "status": "success",
             "eval": {"task": "ported", "model": "{{model}}", "created": "2026-05-01T00:00:00+00:00", "packages": {"inspect_ai": "0.3.260"},
                      "config": {"epochs": 1, "token_limit": 500000} },
             "plan": {"steps": [{"solver": "{{solver}}"}]},
             "samples": [{{string.Join(",\n", samples)}}]}
            """
        );

        static string Sample(string id, char mark) =>
            mark == '!'
                ? $$"""{"id": "{{id}}", "epoch": 1, "error": {"message": "RateLimitError: 429"} }"""
                : $$"""{"id": "{{id}}", "epoch": 1, "scores": {"exact": {"value": "{{mark}}"} } }""";
    }
}
