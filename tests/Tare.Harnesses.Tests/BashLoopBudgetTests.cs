using FsCheck;
using FsCheck.Fluent;
using Tare.Records;
using Tare.Sandboxes;

namespace Tare.Harnesses.Tests;

public sealed class BashLoopBudgetTests
{
    private static readonly ModelPrice s_price = new("m", new DateOnly(2026, 1, 1), 1, 10);

    [Fact]
    public async Task The_largest_output_is_what_is_left()
    {
        var model = new AnswersInOrder(
            Loops.Calls("true", new TokenUsage(100, 20)),
            Loops.Calls("true", new TokenUsage(100, 30) { CacheRead = 40, CacheWrite = 10 }),
            Loops.Says("DONE", new TokenUsage(0, 1))
        );
        var report = await Loops.RunAsync(model, new Budget { Tokens = 1000 });
        model.Requests.Select(r => r.MaxOutputTokens).ShouldBe([1000, 880, 700]);
        report.Usage.Total.ShouldBe(301);
    }

    [Theory]
    [InlineData(299, StopReason.Tokens, 2, 1, 1L)]
    [InlineData(300, StopReason.Tokens, 2, 2, 0L)]
    [InlineData(301, StopReason.Finished, 3, 2, 0L)]
    public async Task Tokens_end_at_the_exact_boundary(int budget, StopReason stop, int calls, int ran, long overshoot)
    {
        var usage = new TokenUsage(100, 50);
        var model = new AnswersInOrder(Loops.Calls("true", usage), Loops.Calls("true", usage), Loops.Says("DONE", new TokenUsage(0, 1)));
        var report = await Loops.RunAsync(model, new Budget { Tokens = budget });
        (report.Stop, model.Requests.Count, Loops.Shown(report).Count, report.OvershootTokens).ShouldBe((stop, calls, ran, overshoot));
        report.Error.ShouldBeNull();
    }

    [Fact]
    public void A_provider_that_keeps_the_largest_output_never_goes_over_by_more_than_its_last_prompt()
    {
        using var sandbox = Loops.Process();
        Prop.ForAll(
                Gen.Choose(1, 5000)
                    .SelectMany(budget =>
                        Gen.Choose(0, 400)
                            .SelectMany(p => Gen.Choose(0, 400).Select(o => (p, o)))
                            .ListOf(40)
                            .Select(calls => (budget, calls))
                    )
                    .ToArbitrary(),
                c => Keeps(sandbox, c.budget, [.. c.calls])
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(300).WithReplay(20261122, 5));
    }

    private static bool Keeps(ISandbox sandbox, long tokens, (int Prompt, int Output)[] calls)
    {
        var asked = 0;
        long before = 0;
        long spent = 0;
        long prompt = 0;
        var model = new AnswersBy(
            (request, _) =>
            {
                before = spent;
                request.MaxOutputTokens.ShouldBe(tokens - spent);
                request.MaxOutputTokens!.Value.ShouldBePositive();
                var (p, o) = calls[asked++ % calls.Length];
                prompt = p + 1;
                var usage = new TokenUsage(prompt, Math.Min(o, request.MaxOutputTokens.Value));
                spent += usage.Total;
                return Task.FromResult(Refused(usage));
            }
        );
        var report = new BashLoop()
            .RunAsync(Loops.Job(model, sandbox, new Budget { Tokens = tokens }), Loops.Cancel)
            .GetAwaiter()
            .GetResult();
        report.Stop.ShouldBe(StopReason.Tokens);
        report.Usage.Total.ShouldBe(spent);
        report.OvershootTokens.ShouldBe(Math.Max(0, spent - tokens));
        return before < tokens && spent >= tokens && report.OvershootTokens <= prompt;
    }

    [Fact]
    public async Task Cost_caps_the_output_and_ends_at_the_boundary()
    {
        // 1 and 10 dollars a million: a call of 100 in, 20 out costs 0.0003.
        var usage = new TokenUsage(100, 20);
        AnswersInOrder Model() => new(Loops.Calls("true", usage), Loops.Calls("true", usage), Loops.Says("DONE", new TokenUsage(0, 1)));
        var exact = Model();
        var report = await Loops.RunAsync(exact, new Budget { CostUsd = 0.0006m }, s_price);
        (report.Stop, exact.Requests.Count, Loops.Shown(report).Count).ShouldBe((StopReason.Cost, 2, 2));
        exact.Requests.Select(r => r.MaxOutputTokens).ShouldBe([60, 30]);

        report = await Loops.RunAsync(Model(), new Budget { CostUsd = 0.0005999m }, s_price);
        (report.Stop, Loops.Shown(report).Count).ShouldBe((StopReason.Cost, 1));
        // Less than the price of one output token buys no call.
        report = await Loops.RunAsync(Model(), new Budget { CostUsd = 0.000609m }, s_price);
        (report.Stop, report.Turns).ShouldBe((StopReason.Cost, 2));
        report = await Loops.RunAsync(Model(), new Budget { CostUsd = 0.00061m }, s_price);
        (report.Stop, report.Turns).ShouldBe((StopReason.Finished, 3));
    }

    [Fact]
    public async Task A_cost_budget_without_a_price_is_refused_before_the_first_call()
    {
        var model = new AnswersInOrder(Loops.Says("DONE", new TokenUsage(1, 1)));
        foreach (var price in new[] { null, s_price with { Output = null }, s_price with { Input = null } })
        {
            var report = await Loops.RunAsync(model, new Budget { CostUsd = 1 }, price);
            (report.Stop, report.Error!.Cause, model.Requests.Count).ShouldBe((StopReason.Fault, MissingCause.Operator, 0));
        }

        var cached = new AnswersInOrder(Loops.Calls("true", new TokenUsage(1, 1) { CacheRead = 5 }));
        var faulted = await Loops.RunAsync(cached, new Budget { CostUsd = 1 }, s_price);
        (faulted.Error!.Cause, faulted.Turns, Loops.Shown(faulted).Count).ShouldBe((MissingCause.Operator, 1, 0));
    }

    [Fact]
    public async Task A_provider_without_token_counts_cannot_be_held_to_a_budget_of_tokens()
    {
        var report = await Loops.RunAsync(new AnswersInOrder(Loops.Calls("true")), new Budget { Tokens = 100 });
        (report.Stop, report.Error!.Cause, report.CallsWithoutUsage).ShouldBe((StopReason.Fault, MissingCause.Provider, 1));
        report = await Loops.RunAsync(new AnswersInOrder(Loops.Calls("true", new TokenUsage(-5, 1))), new Budget { Tokens = 100 });
        (report.Stop, report.Error!.Cause, report.Usage.Total).ShouldBe((StopReason.Fault, MissingCause.Provider, 0));
        report = await Loops.RunAsync(new AnswersInOrder(Loops.Calls("true"), Loops.Says("DONE")), new Budget { Turns = 5 });
        (report.Stop, report.Error, report.CallsWithoutUsage).ShouldBe((StopReason.Finished, null, 2));
    }

    [Fact]
    public async Task A_model_that_loops_for_ever_ends_by_turns_even_without_a_budget()
    {
        var report = await Loops.RunAsync(new AnswersBy((_, _) => Task.FromResult(Refused(null))));
        (report.Stop, report.Turns).ShouldBe((StopReason.Turns, BashLoopSpecification.UnstatedTurns));
        report = await Loops.RunAsync(
            new AnswersBy((_, _) => Task.FromResult(Refused(new TokenUsage(7, 3)))),
            new Budget { Tokens = 1000 }
        );
        (report.Stop, report.Turns, report.OvershootTokens).ShouldBe((StopReason.Tokens, 100, 0));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_call_that_hangs_ends_by_time(bool hears)
    {
        var clock = new HandClock();
        using var sandbox = Loops.Process();
        var never = new TaskCompletionSource<ModelAnswer>();
        var model = new AnswersBy(
            (request, cancel) =>
            {
                _ = Task.Run(() => clock.Move(TimeSpan.FromSeconds(60)), CancellationToken.None);
                return hears ? never.Task.WaitAsync(cancel) : never.Task;
            }
        );
        var report = await new BashLoop().RunAsync(
            Loops.Job(model, sandbox, new Budget { Seconds = 60 }) with
            {
                Clock = clock,
            },
            Loops.Cancel
        );
        (report.Stop, report.Turns, report.Elapsed).ShouldBe((StopReason.Time, 0, TimeSpan.FromSeconds(60)));
        report.Error.ShouldBe(new AttemptError(MissingCause.Provider, "no answer came within the time budget"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Time_that_ends_while_a_fault_is_retried_says_the_fault_and_a_long_thought_is_none(bool faults)
    {
        var clock = new HandClock();
        using var sandbox = Loops.Process();
        var fault = new AttemptError(MissingCause.Provider, "status 429");
        var calls = 0;
        var model = new AnswersBy(
            (request, cancel) =>
            {
                if (++calls == 1)
                {
                    request.Faults!.Report(fault with { Message = "passed" });
                    return Task.FromResult(Loops.Calls("true"));
                }

                if (faults)
                {
                    request.Faults!.Report(fault);
                }

                _ = Task.Run(() => clock.Move(TimeSpan.FromSeconds(60)), CancellationToken.None);
                return new TaskCompletionSource<ModelAnswer>().Task.WaitAsync(cancel);
            }
        );
        var report = await new BashLoop().RunAsync(
            Loops.Job(model, sandbox, new Budget { Seconds = 60 }) with
            {
                Clock = clock,
            },
            Loops.Cancel
        );
        (report.Stop, report.Turns, report.Error).ShouldBe((StopReason.Time, 1, faults ? fault : null));
    }

    [Fact]
    public async Task Time_ends_a_running_command_and_keeps_nothing_of_its_output()
    {
        using var sandbox = Loops.Process();
        var report = await new BashLoop().RunAsync(
            Loops.Job(new AnswersInOrder(Loops.Calls("echo partial; echo kept > file; sleep 60")), sandbox, new Budget { Seconds = 0.7 }),
            Loops.Cancel
        );
        report.Stop.ShouldBe(StopReason.Time);
        report.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(30));
        Loops.Shown(report).ShouldBe([BashLoopSpecification.BudgetLine]);
        sandbox.ReadFile("/work/file", 100).ShouldNotBeNull();
    }

    [Fact]
    public async Task Time_that_ended_between_calls_makes_no_further_call()
    {
        var clock = new HandClock();
        using var sandbox = Loops.Process();
        var calls = 0;
        var model = new AnswersBy(
            (_, _) =>
            {
                calls++;
                clock.Move(TimeSpan.FromSeconds(40));
                return Task.FromResult(Refused(null));
            }
        );
        var report = await new BashLoop().RunAsync(
            Loops.Job(model, sandbox, new Budget { Seconds = 100 }) with
            {
                Clock = clock,
            },
            Loops.Cancel
        );
        (report.Stop, calls).ShouldBe((StopReason.Time, 3));
    }

    // Costs no process, and goes on as long as it is let.
    private static ModelAnswer Refused(TokenUsage? usage) =>
        new("", [new ToolCall("1", "none", "{}")], FinishReason.ToolCalls) { Usage = usage };
}
