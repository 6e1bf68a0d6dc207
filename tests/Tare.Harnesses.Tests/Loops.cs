using System.Text.Json;
using Tare.Records;
using Tare.Sandboxes;

namespace Tare.Harnesses.Tests;

/// <summary>Parts of the tests of the loop.</summary>
internal static class Loops
{
    internal static CancellationToken Cancel => TestContext.Current.CancellationToken;

    internal static ISandbox Process() => ProcessSandbox.Open(new SandboxPolicy { Isolation = IsolationLevel.BestEffort });

    internal static ModelAnswer Says(string text, TokenUsage? usage = null) => new(text, [], FinishReason.Stop) { Usage = usage };

    internal static ModelAnswer Calls(string command, TokenUsage? usage = null) =>
        new("", [new ToolCall("c", "bash", JsonSerializer.Serialize(new { command }))], FinishReason.ToolCalls) { Usage = usage };

    internal static AgentJob Job(IModelClient model, ISandbox sandbox, Budget? budget = null) =>
        new()
        {
            Instruction = "Do it.",
            Budget = budget ?? new Budget(),
            Model = model,
            Sandbox = sandbox,
        };

    internal static async Task<AgentReport> RunAsync(IModelClient model, Budget? budget = null, ModelPrice? price = null)
    {
        using var sandbox = Process();
        return await new BashLoop().RunAsync(Job(model, sandbox, budget) with { Price = price }, Cancel);
    }

    /// <summary>What the model was shown of its tool calls.</summary>
    internal static IReadOnlyList<string> Shown(AgentReport report) =>
        [
            .. report.Transcript.Events.SelectMany(e =>
                e switch
                {
                    TranscriptEvent.Ran r => (string[])[r.Shown],
                    TranscriptEvent.Refused r => [r.Shown],
                    _ => [],
                }
            ),
        ];
}

/// <summary>A model that gives its answers in order and keeps the questions. After the last answer it fails.</summary>
internal sealed class AnswersInOrder(params IReadOnlyList<ModelAnswer> answers) : IModelClient
{
    public List<ModelRequest> Requests { get; } = [];

    public Task<ModelAnswer> AskAsync(ModelRequest request, CancellationToken cancel = default)
    {
        Requests.Add(request);
        return Requests.Count <= answers.Count
            ? Task.FromResult(answers[Requests.Count - 1])
            : throw new ModelFaultException(new AttemptError(MissingCause.Model, "the script has no further answer"));
    }
}

/// <summary>A model that is a function of the question.</summary>
internal sealed class AnswersBy(Func<ModelRequest, CancellationToken, Task<ModelAnswer>> answer) : IModelClient
{
    public Task<ModelAnswer> AskAsync(ModelRequest request, CancellationToken cancel = default) => answer(request, cancel);
}

/// <summary>A clock that stands still until it is moved; its timers fire as it passes them.</summary>
internal sealed class HandClock : TimeProvider
{
    private readonly Lock _lock = new();
    private readonly List<HandTimer> _timers = [];
    private TimeSpan _now;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => _now.Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new HandTimer(() => callback(state), dueTime < TimeSpan.Zero ? null : _now + dueTime);
        lock (_lock)
        {
            _timers.Add(timer);
        }

        return timer;
    }

    public void Move(TimeSpan by)
    {
        HandTimer[] due;
        lock (_lock)
        {
            _now += by;
            due = [.. _timers.Where(t => t.Due <= _now)];
            _timers.RemoveAll(due.Contains);
        }

        foreach (var timer in due)
        {
            timer.Fire();
        }
    }

    private sealed class HandTimer(Action fire, TimeSpan? due) : ITimer
    {
        public TimeSpan? Due { get; } = due;

        public void Fire() => fire();

        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose() { }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
