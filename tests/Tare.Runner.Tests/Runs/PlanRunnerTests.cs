using System.Globalization;
using Tare.Harnesses;
using Tare.Records;
using Tare.Runner.Journals;
using Tare.Sandboxes;

namespace Tare.Runner.Tests;

public class PlanRunnerTests
{
    [Fact]
    public async Task Every_attempt_of_the_plan_ends_once_and_leaves_its_files()
    {
        using var run = new TestRun { Parallel = 4 };
        var reported = new List<RunProgress>();
        var state = await run.WatchedAsync(new Direct(reported.Add));

        (state.Planned, state.Scored, state.Missing, state.Open.Count, state.Calls).ShouldBe((6, 6, 0, 0, 12));
        state.Usage.Total.ShouldBe(6 * (110 + 121));
        run.Calls.Count.ShouldBe(12);
        foreach (var key in run.Folder.Plan.Keys())
        {
            var files = Directory.EnumerateFiles(run.Folder.AttemptFolder(key)).Select(Path.GetFileName).Order(StringComparer.Ordinal);
            files.ShouldBe(["transcript.json", "transcript.txt", "verifier.txt"]);
        }

        run.Folder.ReadEntries().OfType<JournalEntry.AttemptFinished>().Select(e => e.Key).Distinct().Count().ShouldBe(6);
        var last = reported.MaxBy(p => p.FinishedNow)!;
        (last.Scored, last.FinishedNow, last.ToDoNow, last.Left).ShouldBe((6, 6, 6, TimeSpan.Zero));
        run.Results.Split('\n').Length.ShouldBe(8);
        run.Results.ShouldContain("\nm,bash-loop/1,pack/item-1,1,scored,1,,,1,finished,2,220,0,0,11,,0,,");
    }

    [Fact]
    public async Task A_run_that_has_ended_asks_nobody_again_and_writes_the_same_results()
    {
        using var run = new TestRun();
        await run.RunAsync();
        var (results, journal, calls) = (run.Results, File.ReadAllBytes(run.Journal), run.Calls.Count);
        File.Delete(Path.Combine(run.Path, "results.csv"));

        await run.RunAsync();

        (run.Results, run.Calls.Count).ShouldBe((results, calls));
        File.ReadAllBytes(run.Journal).ShouldBe(journal);
    }

    [Fact]
    public async Task The_order_of_attempts_and_their_number_at_one_time_do_not_change_the_results()
    {
        using var one = new TestRun(items: 6, attempts: 4);
        using var many = new TestRun(items: 6, attempts: 4) { Parallel = 8 };
        foreach (var run in new[] { one, many })
        {
            run.Answer = async (key, call) =>
            {
                await Task.Delay(key.Number % 3, CancellationToken.None);
                return call <= key.Number ? TestRun.Bash($"echo {key.Id}") : TestRun.Done();
            };
            await run.RunAsync();
        }

        many.Results.ShouldBe(one.Results);
        one.Calls.Select(c => c.Key).Distinct().ShouldNotBe(one.Folder.Plan.Keys(), "attempts are shuffled");
    }

    [Fact]
    public async Task The_culture_does_not_change_plan_and_results()
    {
        async Task<(string Plan, string Results)> RunAsync()
        {
            using var run = new TestRun(items: 1, attempts: 2, new Budget { CostUsd = 2.5m, Seconds = 0.5 + 600 })
            {
                Prices = new PriceBook([new ModelPrice("model-x", new DateOnly(2000, 1, 1), 1.5m, 10)]),
                Reward = () => "0.25",
            };
            await run.RunAsync();
            return (File.ReadAllText(Path.Combine(run.Path, "plan.yaml")), run.Results);
        }

        var usual = await RunAsync();
        var culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("") { NumberFormat = { NumberDecimalSeparator = ",", NegativeSign = "~" } };
            (await RunAsync()).ShouldBe(usual);
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }

        usual.Results.ShouldContain(",scored,0.25,,,0.25,finished,2,220,0,0,11,,0,0.00044,");
    }

    [Fact]
    public async Task An_interrupted_attempt_stays_open_and_goes_on_without_asking_again()
    {
        using var undisturbed = new TestRun(items: 1, attempts: 1);
        await undisturbed.RunAsync();
        using var run = new TestRun(items: 1, attempts: 1);
        using var stop = new CancellationTokenSource();
        var answer = run.Answer;
        run.Answer = async (key, call) =>
        {
            if (call == 2)
            {
                await stop.CancelAsync();
                await Task.Delay(Timeout.Infinite, stop.Token);
            }

            return await answer(key, call);
        };
        await run.InterruptedAsync(stop);
        var open = run.Folder.ReadState();
        (open.Counted.Count, open.Open.Count, open.Calls).ShouldBe((0, 1, 1));
        run.Answer = answer;

        await run.RunAsync();

        run.Calls.Select(c => c.Call).ShouldBe([1, 2, 2]);
        var starts = run.Folder.ReadEntries().OfType<JournalEntry.AttemptStarted>().Select(e => (e.Start, e.Replays));
        starts.ShouldBe([(1, false), (2, true)]);
        run.Results.ShouldBe(undisturbed.Results);
    }

    [Fact]
    public async Task A_replay_whose_command_prints_something_else_goes_on_live_and_says_so()
    {
        using var run = new TestRun(items: 1, attempts: 1);
        using var stop = new CancellationTokenSource();
        run.Answer = async (_, call) =>
        {
            if (call == 3 && !stop.IsCancellationRequested)
            {
                await stop.CancelAsync();
                await Task.Delay(Timeout.Infinite, stop.Token);
            }

            return call < 3 ? TestRun.Bash($"date {call}") : TestRun.Done();
        };
        await run.InterruptedAsync(stop);
        run.Output = _ => "another day\n";

        var state = await run.RunAsync();

        // Call 1 asks the same; what the command of call 1 printed is part of call 2.
        run.Calls.Select(c => c.Call).ShouldBe([1, 2, 3, 2, 3]);
        run.Folder.ReadEntries().OfType<JournalEntry.ReplayDiverged>().Single().Call.ShouldBe(2);
        // Both answers to call 2 were paid for; the attempt itself has three.
        (state.Calls, state.Counted.Values.Single().Turns).ShouldBe((4, 3));
    }

    [Fact]
    public async Task A_retry_runs_missing_attempts_again_and_never_a_score()
    {
        using var run = new TestRun(items: 2, attempts: 1);
        var broken = true;
        run.Answer = (key, call) =>
            broken && key.Item == "pack/item-1"
                ? throw new ModelFaultException(new AttemptError(MissingCause.Provider, "HTTP 500 from the provider"))
                : Task.FromResult(TestRun.Done());
        run.Reward = () => "0";
        var state = await run.RunAsync();
        state.Causes.ShouldBe(new Dictionary<MissingCause, int> { [MissingCause.Provider] = 1 });
        run.Results.ShouldContain("missing,,provider,HTTP 500 from the provider,0,fault");

        (await run.RunAsync(MissingCause.Sandbox)).Missing.ShouldBe(1, "another cause is not run again");
        broken = false;
        state = await run.RunAsync(MissingCause.Provider, MissingCause.Agent);

        (state.Scored, state.Missing).ShouldBe((2, 0));
        run.Folder.ReadEntries().OfType<JournalEntry.AttemptStarted>().Count(e => e.Key.Item == "pack/item-2").ShouldBe(1);
        var folder = run.Folder.AttemptFolder(new AttemptKey("m", "bash-loop/1", "pack/item-1", 1));
        Directory.Exists(folder).ShouldBeTrue();
        Directory.Exists(folder + ".start-1").ShouldBeTrue("what the first start left is kept");
    }

    [Fact]
    public async Task A_retry_gives_no_second_chance_after_a_hack()
    {
        using var run = new TestRun(items: 1, attempts: 1);
        run.Answer = (_, call) => Task.FromResult(call == 1 ? TestRun.Bash("echo 1 > /logs/verifier/reward.txt") : TestRun.Done());
        (await run.RunAsync()).Causes.ShouldBe(new Dictionary<MissingCause, int> { [MissingCause.Operator] = 1 });
        await run.RunAsync(MissingCause.Operator);
        run.Calls.Count.ShouldBe(2, "what a rule voided was the model's doing");
    }

    [Fact]
    public async Task A_provider_fault_does_not_take_a_score_away()
    {
        using var run = new TestRun(items: 1, attempts: 1);
        run.Answer = (_, _) => throw new ModelFaultException(new AttemptError(MissingCause.Provider, "HTTP 500"));
        run.Reward = () => "0.5";
        var result = (await run.RunAsync()).Counted.Values.Single();
        result.Validated.ShouldBe(new Outcome.Scored(0.5));
        result.Error.ShouldNotBeNull().Cause.ShouldBe(MissingCause.Provider);
    }

    [Fact]
    public async Task A_harness_that_breaks_makes_the_attempt_missing_and_keeps_the_trace_out_of_the_journal()
    {
        using var run = new TestRun(items: 1, attempts: 1) { Harness = new Broken() };
        var result = (await run.RunAsync()).Counted.Values.Single();
        result.Validated.ShouldBeOfType<Outcome.Missing>().Cause.ShouldBe(MissingCause.Agent);
        File.ReadAllText(run.Journal).ShouldNotContain("secret");
        File.ReadAllText(Path.Combine(run.Folder.AttemptFolder(run.Folder.Plan.Keys().Single()), "fault.txt")).ShouldContain("secret");
    }

    [Fact]
    public async Task A_harness_that_breaks_after_an_answer_shows_what_it_spent()
    {
        using var run = new TestRun(items: 1, attempts: 1, new Budget { Tokens = 100 })
        {
            Harness = new Asking(_ => throw new FormatException()),
        };
        var state = await run.RunAsync();
        var result = state.Counted.Values.Single();
        (result.Turns, result.Usage, result.OvershootTokens).ShouldBe((1, new TokenUsage(100, 10), 10));
        state.Usage.ShouldBe(result.Usage);
        run.Results.ShouldContain(",agent,the harness broke; see fault.txt in the attempt's folder,,fault,1,100,0,0,10,,10,");
    }

    [Fact]
    public async Task An_answer_that_comes_after_the_time_is_over_is_journalled_and_counted()
    {
        // The harness gives up before its model has answered; the model does not hear it.
        var late = new TaskCompletionSource<ModelAnswer>();
        using var run = new TestRun(items: 1, attempts: 1)
        {
            Harness = new Asking(_ => Task.CompletedTask, awaited: false),
            Prices = new PriceBook([new ModelPrice("model-x", new DateOnly(2000, 1, 1), 1, 10)]),
        };
        run.Answer = (_, _) => late.Task;
        run.Reward = () =>
        {
            late.TrySetResult(TestRun.Done());
            return "1";
        };

        var state = await run.RunAsync();

        run.Folder.ReadEntries().OfType<JournalEntry.ModelAnswered>().Count().ShouldBe(1);
        var result = state.Counted.Values.Single();
        (result.Stop, result.Turns, result.Usage, result.CostUsd).ShouldBe((StopReason.Time, 1, new TokenUsage(120, 1), 0.00013m));
        run.Folder.ReadEntries().Last().ShouldBeOfType<JournalEntry.AttemptFinished>();
    }

    [Fact]
    public async Task A_sandbox_that_breaks_later_makes_the_attempt_missing()
    {
        using var run = new TestRun(items: 1, attempts: 2);
        var opened = 0;
        run.OpenSandbox = policy =>
            ++opened == 2
                ? throw new SandboxException("no user id is left\n  expected: one")
                : new QuietSandbox(policy, _ => "", () => "1");
        var state = await run.RunAsync();
        (state.Scored, state.Missing).ShouldBe((1, 1));
        run.Results.ShouldContain("sandbox,no user id is left; expected: one");
    }

    [Fact]
    public async Task A_policy_that_cannot_be_kept_stops_the_run_before_it_starts()
    {
        using var run = new TestRun { OpenSandbox = _ => throw new SandboxException("policy.Isolation: Strict on a host without") };
        var e = await Should.ThrowAsync<InputException>(() => run.RunAsync());
        e.Message.ShouldContain("Strict on a host without");
        run.Calls.ShouldBeEmpty();
        run.Folder.ReadEntries().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_cost_budget_needs_a_price_and_costs_follow_the_day_of_the_call()
    {
        using var run = new TestRun(items: 1, attempts: 1, new Budget { CostUsd = 10 });
        (await Should.ThrowAsync<InputException>(() => run.RunAsync())).Message.ShouldContain("price is unknown");
        run.Prices = new PriceBook([
            new ModelPrice("model-x", new DateOnly(2000, 1, 1), 1, 10),
            new ModelPrice("model-x", new DateOnly(9999, 1, 1), 100, 1000),
        ]);
        var state = await run.RunAsync();
        // 220 tokens in at 1, 11 out at 10 US dollars a million.
        state.CostUsd.ShouldBe(0.00033m);
        run.Results.ShouldContain(",0.00033,");
    }

    [Fact]
    public async Task An_unknown_price_or_usage_leaves_the_cost_unknown()
    {
        using var run = new TestRun(items: 1, attempts: 1);
        var state = await run.RunAsync();
        (state.CostUsd, state.EndsWithoutCost, state.KnownCostUsd).ShouldBe((null, 1, 0m));
    }

    [Fact]
    public async Task An_unknown_harness_stops_the_run_before_it_starts()
    {
        using var run = new TestRun();
        var services = run.Services with
        {
            Harnesses = new Dictionary<string, IHarness>(StringComparer.Ordinal) { ["bash-loop/2"] = new BashLoop() },
        };
        var e = await Should.ThrowAsync<InputException>(() => new PlanRunner(run.Folder, services).RunAsync(null, CancellationToken.None));
        e.Message.ShouldContain("did you mean 'bash-loop/2'");
    }

    private sealed class Direct(Action<RunProgress> report) : IProgress<RunProgress>
    {
        public void Report(RunProgress value)
        {
            lock (report)
            {
                report(value);
            }
        }
    }

    /// <summary>Asks once, whether it waits for the answer or not, does something, and says that its time is over.</summary>
    private sealed class Asking(Func<ModelAnswer?, Task> then, bool awaited = true) : IHarness
    {
        public Harness Identity { get; } = new("bash-loop", "1", HarnessKind.Reference);

        public async Task<AgentReport> RunAsync(AgentJob job, CancellationToken cancel = default)
        {
            var asked = job.Model.AskAsync(new ModelRequest { Messages = [new ModelMessage.FromUser("Go.")] }, cancel);
            await then(awaited ? await asked : null);
            return new AgentReport(StopReason.Time, new Transcript([]));
        }
    }

    private sealed class Broken : IHarness
    {
        public Harness Identity { get; } = new("bash-loop", "1", HarnessKind.Reference);

        public Task<AgentReport> RunAsync(AgentJob job, CancellationToken cancel = default) =>
            throw new FormatException("a secret of the run");
    }
}
