using System.Diagnostics;
using Tare.Harnesses;
using Tare.Records;
using Tare.Sandboxes;
using Tare.Testing;

namespace Tare.Runner.Tests;

/// <summary>Each way in which a provider fails, from the wire to <c>results.csv</c>: the outcome, its cause, and an end within the deadline.</summary>
[Trait("tier", "gate")]
public class ProviderFaultRunTests
{
    // Two calls of 3 s, or a budget of 3 s; the rest is bash on a busy machine.
    private const double LongestSeconds = 30;
    private const string Work = "echo half > answer.txt";

    // Short deadlines only where one must end the call: a busy machine would reach them elsewhere too.
    private static ModelSettings Settings(string fault) =>
        new()
        {
            Retries = 2,
            FirstDelay = TimeSpan.FromMilliseconds(1),
            LongestDelay = TimeSpan.FromMilliseconds(5),
            CallDeadline = TimeSpan.FromSeconds(fault == "hang" ? 3 : 60),
            Deadline = TimeSpan.FromSeconds(fault == "hang" ? 6 : 120),
        };

    /// <summary>Fault; whether the model worked before it; stop reason; score, or the cause why there is none.</summary>
    public static TheoryData<string, bool, StopReason, double?, MissingCause?> Matrix
    {
        get
        {
            var data = new TheoryData<string, bool, StopReason, double?, MissingCause?>();
            foreach (var fault in new[] { "429", "429-wait", "429-long", "500", "503", "cut", "malformed", "shapeless", "hang", "401" })
            {
                // A fault of the infrastructure voids a failure only.
                data.Add(fault, false, StopReason.Fault, null, MissingCause.Provider);
                data.Add(fault, true, StopReason.Fault, 1, null);
            }

            // These are answers: the model's own doing, scored.
            data.Add("empty", false, StopReason.NoToolCall, 0, null);
            data.Add("broken-arguments", false, StopReason.Turns, 0, null);
            data.Add("endless", false, StopReason.Turns, 0, null);
            data.Add("endless-work", true, StopReason.Turns, 1, null);
            data.Add("full-context", false, StopReason.Context, 0, null);
            data.Add("slow-command", false, StopReason.Time, 0, null);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Matrix))]
    public async Task A_fault_ends_in_its_outcome_within_its_deadline(
        string fault,
        bool works,
        StopReason stop,
        double? score,
        MissingCause? cause
    )
    {
        using var server = new ScriptedModelServer(r => works && r.Turn == 1 ? ScriptedReply.Bash(Work) : Fault(fault));
        using var run = new TestRun(
            items: 1,
            attempts: 1,
            new Budget { Turns = 6, Seconds = fault == "slow-command" ? 3 : 600 },
            server.OpenAI,
            Judging
        );
        using var models = new ModelProviders(Settings(fault), _ => null, TimeProvider.System);
        run.Models = models.Open;
        run.OpenSandbox = ProcessSandbox.Open;
        var started = Stopwatch.GetTimestamp();

        var state = await run.RunAsync();

        Stopwatch.GetElapsedTime(started).TotalSeconds.ShouldBeLessThan(LongestSeconds);
        var result = state.Counted.Values.Single();
        result.Stop.ShouldBe(stop);
        if (score is { } value)
        {
            result.Validated.ShouldBe(new Outcome.Scored(value));
        }
        else
        {
            result.Validated.ShouldBeOfType<Outcome.Missing>().Cause.ShouldBe(cause!.Value);
            result.Raw.ShouldBe(new Outcome.Scored(0));
        }

        result.Error?.Cause.ShouldBe(MissingCause.Provider);
        (result.Error is not null).ShouldBe(stop == StopReason.Fault);
        run.Results.ShouldContain(cause is null ? ",scored," : ",missing,,provider,");
        state.Calls.ShouldBe(result.Turns);
    }

    [Theory]
    [InlineData("429")]
    [InlineData("500")]
    [InlineData("cut")]
    [InlineData("malformed")]
    [InlineData("hang")]
    public async Task A_fault_that_passes_leaves_no_trace_in_the_outcome(string fault)
    {
        using var server = new ScriptedModelServer(r =>
            r.Number is 1 or 3 ? Fault(fault)
            : r.Turn == 1 ? ScriptedReply.Bash(Work)
            : ScriptedReply.Say("DONE")
        );
        using var run = new TestRun(items: 1, attempts: 1, new Budget(), server.OpenAI, Judging);
        using var models = new ModelProviders(Settings(fault), _ => null, TimeProvider.System);
        run.Models = models.Open;
        run.OpenSandbox = ProcessSandbox.Open;
        var result = (await run.RunAsync()).Counted.Values.Single();
        (result.Stop, result.Validated, result.Error, result.Turns).ShouldBe((StopReason.Finished, new Outcome.Scored(1), null, 2));
        result.Usage.Total.ShouldBe(220, "calls that gave no answer are not counted");
    }

    private const string Judging = "[ -f answer.txt ] && r=1 || r=0\necho $r > \"$TARE_VERIFIER/reward.txt\"\n";

    private static ScriptedReply Fault(string fault) =>
        fault switch
        {
            "429" => ScriptedReply.TooMany(),
            "429-wait" => ScriptedReply.TooMany(0),
            "429-long" => ScriptedReply.TooMany(3600),
            "cut" => ScriptedReply.Cut,
            "malformed" => ScriptedReply.Malformed,
            "shapeless" => ScriptedReply.Say("x") with { Fault = ScriptedFault.Shapeless },
            "hang" => ScriptedReply.Hang,
            "empty" => ScriptedReply.Empty,
            "broken-arguments" => ScriptedReply.Call("bash", "{\"command\": \"echo hi"),
            "endless" or "endless-work" => ScriptedReply.Bash("true"),
            "slow-command" => ScriptedReply.Bash("sleep 60"),
            "full-context" => ScriptedReply.Failed(400, "This model's maximum context length is 4096 tokens.", "context_length_exceeded"),
            _ => ScriptedReply.Failed(int.Parse(fault, System.Globalization.CultureInfo.InvariantCulture)),
        };
}
