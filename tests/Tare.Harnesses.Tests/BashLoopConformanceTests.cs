using System.Text.Json;
using Tare.Records;
using Tare.Sandboxes;
using Tare.Testing;

namespace Tare.Harnesses.Tests;

/// <summary>The loop against a second implementation of its specification: the same script, the same events, the same digest, in each kind of sandbox.</summary>
[Trait("tier", "gate")]
public sealed class BashLoopConformanceTests
{
    private static readonly JsonElement[] s_scenarios =
    [
        .. JsonDocument
            .Parse(File.ReadAllText(Repository.PathOf("tests/Tare.Harnesses.Tests/golden/bash-loop.json")))
            .RootElement.GetProperty("scenarios")
            .EnumerateArray(),
    ];

    private static readonly Lazy<Task<SandboxHost>> s_host = new(() => SandboxHost.ProbeAsync());

    public static TheoryData<string> Names => [.. s_scenarios.Select(s => s.GetProperty("name").GetString()!)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_process_sandbox_gives_the_expected_events(string name)
    {
        using var sandbox = Loops.Process();
        await PlayAsync(name, sandbox);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_strict_sandbox_gives_the_expected_events(string name)
    {
        var host = await s_host.Value;
        var missing = host.Capabilities.MissingFor(IsolationLevel.Strict);
        Assert.SkipWhen(missing.Count > 0, $"this host gives no strict sandbox: {string.Join(", ", missing)}");
        using var sandbox = host.Open(new SandboxPolicy());
        await PlayAsync(name, sandbox);
    }

    private static async Task PlayAsync(string name, ISandbox sandbox)
    {
        var scenario = s_scenarios.Single(s => s.GetProperty("name").GetString() == name);
        var model = new AnswersInOrder([.. scenario.GetProperty("answers").EnumerateArray().Select(Answer)]);
        var job = Loops.Job(model, sandbox, BudgetOf(scenario.GetProperty("budget"))) with
        {
            Instruction = scenario.GetProperty("instruction").GetString()!,
        };
        var report = await new BashLoop().RunAsync(job, Loops.Cancel);

        var expected = scenario.GetProperty("expected");
        var events = expected.GetProperty("events").EnumerateArray().Select(e => e.EnumerateArray().Select(f => f.GetString()!).ToArray());
        report.Transcript.Events.Select(TranscriptDigest.Fields).ShouldBe(events);
        TranscriptDigest.Of(report.Transcript).ShouldBe(expected.GetProperty("digest").GetString());
        report.OvershootTokens.ShouldBe(name.StartsWith("the budget of tokens is exceeded", StringComparison.Ordinal) ? 160 : 0);
    }

    private static ModelAnswer Answer(JsonElement answer, int turn)
    {
        var calls = answer.TryGetProperty("calls", out var list)
            ? list.EnumerateArray()
                .Select(
                    (c, i) => new ToolCall($"call-{turn}-{i}", c.GetProperty("name").GetString()!, c.GetProperty("arguments").GetString()!)
                )
            : [];
        return new ModelAnswer(answer.GetProperty("text").GetString()!, [.. calls], FinishReason.Unknown)
        {
            Usage = answer.TryGetProperty("usage", out var usage)
                ? new TokenUsage(Number(usage, "input") ?? 0, Number(usage, "output") ?? 0) { CacheRead = Number(usage, "cacheRead") ?? 0 }
                : null,
        };
    }

    private static Budget BudgetOf(JsonElement budget) =>
        new()
        {
            Tokens = Number(budget, "tokens"),
            Turns = (int?)Number(budget, "turns"),
            Disclosure =
                budget.TryGetProperty("disclosure", out var d) && KebabCase.TryParse<BudgetDisclosure>(d.GetString(), out var value)
                    ? value
                    : BudgetDisclosure.AtStart,
        };

    private static long? Number(JsonElement holder, string name) => holder.TryGetProperty(name, out var value) ? value.GetInt64() : null;
}
