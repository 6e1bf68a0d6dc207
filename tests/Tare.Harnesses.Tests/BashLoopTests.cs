using System.Text.Json;
using Tare.Records;
using Tare.Sandboxes;
using Tare.Testing;

namespace Tare.Harnesses.Tests;

public sealed class BashLoopTests
{
    private static readonly TokenUsage s_some = new(10, 5);

    [Fact]
    public void The_specification_is_frozen()
    {
        // Another digest is another harness: raise the version and write docs/harnesses/bash-loop-2.md.
        BashLoopSpecification.Digest.ShouldBe("1e68ea05607d37ca41b891d919fc2132fd543653bbc9d3faa78b367327802f48");
        new BashLoop().Identity.ShouldBe(new Harness("bash-loop", "1", HarnessKind.Reference) { Digest = BashLoopSpecification.Digest });
    }

    [Fact]
    public void The_document_states_the_constants()
    {
        var document = File.ReadAllText(Repository.PathOf("docs/harnesses/bash-loop-1.md"));
        string[] texts =
        [
            .. BashLoopSpecification.SystemPrompt.Split("\n\n").Select(p => $"> {p}\n"),
            BashLoopSpecification.Nudge,
            BashLoopSpecification.NoWords,
            BashLoopSpecification.Tool.Description,
            BashLoopSpecification.Tool.ParametersSchema,
            .. new[]
            {
                BashLoopSpecification.UnknownTool,
                BashLoopSpecification.NoObject,
                BashLoopSpecification.NoCommand,
                BashLoopSpecification.ZeroByte,
                BashLoopSpecification.LongCommand,
                BashLoopSpecification.BadTimeout,
                BashLoopSpecification.CpuLine,
                BashLoopSpecification.MemoryLine,
                BashLoopSpecification.ProcessesLine,
                BashLoopSpecification.SpaceLine,
                BashLoopSpecification.BudgetLine,
            }.Select(t => $"`{t}`"),
            BashLoopSpecification.Fill(BashLoopSpecification.ExitFormat, "{n}"),
            BashLoopSpecification.Fill(BashLoopSpecification.TimeFormat, "{n}"),
            BashLoopSpecification.Fill(BashLoopSpecification.OmittedFormat, "{n}"),
            BashLoopSpecification.Fill(BashLoopSpecification.BudgetFormat, "{parts}"),
            BashLoopSpecification.Fill(BashLoopSpecification.LeftFormat, "{parts}"),
            BashLoopSpecification.Fill(BashLoopSpecification.TokensFormat, "{n}"),
            BashLoopSpecification.Fill(BashLoopSpecification.CostFormat, "{d}"),
            BashLoopSpecification.Fill(BashLoopSpecification.SecondsFormat, "{n}"),
        ];
        texts.Where(t => !document.Contains(t, StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_question_holds_the_conversation_the_tool_and_how_to_ask()
    {
        var model = new AnswersInOrder(Loops.Calls("echo hi", s_some), Loops.Says(""), Loops.Says("DONE"));
        using var sandbox = Loops.Process();
        var configuration = new ModelConfiguration { Effort = "high", MaxOutputTokens = 300 };
        await new BashLoop().RunAsync(Loops.Job(model, sandbox) with { Configuration = configuration }, Loops.Cancel);

        model
            .Requests[0]
            .Messages.ShouldBe([new ModelMessage.Instructions(BashLoopSpecification.SystemPrompt), new ModelMessage.FromUser("Do it.")]);
        model.Requests[0].Tools.ShouldBe([BashLoopSpecification.Tool]);
        model.Requests[0].Configuration.ShouldBe(configuration);
        model.Requests[0].MaxOutputTokens.ShouldBe(300);
        var last = model.Requests[2].Messages;
        last[3].ShouldBe(new ModelMessage.FromTool("c", "[stdout]\nhi\n[exit code 0]"));
        last[4].ShouldBeOfType<ModelMessage.FromModel>().Answer.Text.ShouldBe("(no answer)");
        last[5].ShouldBe(new ModelMessage.FromUser(BashLoopSpecification.Nudge));
    }

    [Theory]
    [InlineData("DONE", true)]
    [InlineData("All is well.\r\nDONE\r\n", true)]
    [InlineData("  **DONE.**", true)]
    [InlineData("`DONE`!", true)]
    [InlineData("I am DONE", false)]
    [InlineData("done", false)]
    [InlineData("DONE?", false)]
    [InlineData("TASK DONE", false)]
    public async Task A_line_of_its_own_says_that_it_is_done(string text, bool done)
    {
        var report = await Loops.RunAsync(new AnswersInOrder(Loops.Says(text), Loops.Says(text)));
        report.Stop.ShouldBe(done ? StopReason.Finished : StopReason.NoToolCall);
        report.Turns.ShouldBe(done ? 1 : 2);
        report.Error.ShouldBeNull();
    }

    [Fact]
    public async Task Results_go_back_in_the_order_and_with_the_identifiers_of_the_calls()
    {
        static ToolCall Call(string id, string command) => new(id, "bash", JsonSerializer.Serialize(new { command }));
        var both = new ModelAnswer("", [Call("z", "echo 1 | tee f"), Call("a", "cat f")], FinishReason.ToolCalls);
        var model = new AnswersInOrder(both, Loops.Says("DONE"));
        await Loops.RunAsync(model);
        model
            .Requests[1]
            .Messages.Skip(3)
            .ShouldBe([
                new ModelMessage.FromTool("z", "[stdout]\n1\n[exit code 0]"),
                new ModelMessage.FromTool("a", "[stdout]\n1\n[exit code 0]"),
            ]);
    }

    [Fact]
    public async Task A_command_has_no_login_files_no_input_and_leaves_no_process()
    {
        var report = await Loops.RunAsync(
            new AnswersInOrder(
                Loops.Calls(
                    "echo 'echo startup' > ~/.bash_profile; echo 'echo startup' > ~/.bashrc; shopt -q login_shell || echo plain; cat"
                ),
                Loops.Calls("echo quiet; sleep 300 & echo $! > pid"),
                Loops.Calls("state=$(cut -d' ' -f3 /proc/$(cat pid)/stat 2>/dev/null); [ ${state:-Z} = Z ] && echo gone"),
                Loops.Says("DONE")
            )
        );
        Loops.Shown(report).ShouldBe(["[stdout]\nplain\n[exit code 0]", "[stdout]\nquiet\n[exit code 0]", "[stdout]\ngone\n[exit code 0]"]);
    }

    [Theory]
    [InlineData(131_071, "[exit code 0]")]
    [InlineData(131_072, BashLoopSpecification.LongCommand)]
    public async Task The_largest_command_is_what_the_system_takes(int bytes, string shown)
    {
        var command = "true " + new string('x', bytes - 7) + "ä";
        Loops.Shown(await Loops.RunAsync(new AnswersInOrder(Loops.Calls(command), Loops.Says("DONE")))).ShouldBe([shown]);
    }

    [Theory]
    [InlineData("", BashLoopSpecification.NoObject)]
    [InlineData("null", BashLoopSpecification.NoObject)]
    [InlineData("{\"command\":\"\\ud800\"}", BashLoopSpecification.NoObject)]
    [InlineData("{}", BashLoopSpecification.NoCommand)]
    [InlineData("{\"command\":null}", BashLoopSpecification.NoCommand)]
    [InlineData("{\"command\":\"true\",\"timeout_seconds\":0}", BashLoopSpecification.BadTimeout)]
    [InlineData("{\"command\":\"true\",\"timeout_seconds\":601}", BashLoopSpecification.BadTimeout)]
    [InlineData("{\"command\":\"true\",\"timeout_seconds\":1.5}", BashLoopSpecification.BadTimeout)]
    [InlineData("{\"command\":\"true\",\"timeout_seconds\":true}", BashLoopSpecification.BadTimeout)]
    [InlineData("{\"command\":\"true\",\"timeout_seconds\":1e999}", BashLoopSpecification.BadTimeout)]
    [InlineData("{\"command\":\"false\",\"command\":\"true\",\"timeout_seconds\":null}", "[exit code 0]")]
    [InlineData("{\"command\":\"true\",\"timeout_seconds\":600}", "[exit code 0]")]
    public async Task Broken_arguments_are_answered_and_cost_a_turn(string arguments, string shown)
    {
        var call = new ModelAnswer("", [new ToolCall("1", "bash", arguments)], FinishReason.ToolCalls);
        var report = await Loops.RunAsync(new AnswersInOrder(call, Loops.Says("DONE")));
        Loops.Shown(report).ShouldBe([shown]);
        report.Stop.ShouldBe(StopReason.Finished);
        report.Turns.ShouldBe(2);
    }

    [Fact]
    public async Task The_budget_is_told_as_the_plan_says()
    {
        var budget = new Budget
        {
            Tokens = 1000,
            Turns = 7,
            CostUsd = 0.12345m,
            Seconds = 600.9,
        };
        var price = new ModelPrice("m", new DateOnly(2026, 1, 1), 10, 100);
        async Task<(string First, string Result)> ToldAsync(BudgetDisclosure disclosure)
        {
            var model = new AnswersInOrder(Loops.Calls("true", new TokenUsage(100, 10)), Loops.Says("DONE", s_some));
            await Loops.RunAsync(model, budget with { Disclosure = disclosure }, price);
            return (
                ((ModelMessage.FromUser)model.Requests[0].Messages[1]).Text,
                ((ModelMessage.FromTool)model.Requests[1].Messages[3]).Text
            );
        }

        const string Stated =
            "Do it.\n\nYour budget for this task: tokens 1000 (input and output of all calls together), answers 7, US dollars 0.1234, seconds 600 (elapsed time).";
        (await ToldAsync(BudgetDisclosure.None)).ShouldBe(("Do it.", "[exit code 0]"));
        (await ToldAsync(BudgetDisclosure.AtStart)).ShouldBe((Stated, "[exit code 0]"));
        (await ToldAsync(BudgetDisclosure.Live)).ShouldBe((Stated, "[exit code 0]\n[left: tokens 890, answers 6, US dollars 0.1214]"));
    }

    [Fact]
    public async Task Faults_are_results()
    {
        var error = new AttemptError(MissingCause.Provider, "503, five times");
        var faulted = await Loops.RunAsync(new AnswersBy((_, _) => throw new ModelFaultException(error)));
        (faulted.Stop, faulted.Error, faulted.Turns).ShouldBe((StopReason.Fault, error, 0));

        var full = await Loops.RunAsync(new AnswersBy((_, _) => throw new ModelFaultException(error) { ContextIsFull = true }));
        (full.Stop, full.Error).ShouldBe((StopReason.Context, null));

        var broken = await Loops.RunAsync(new AnswersBy((_, _) => throw new InvalidOperationException("key sk-123")));
        broken.Error.ShouldBe(new AttemptError(MissingCause.Agent, "the harness broke: InvalidOperationException"));
        TranscriptJson.Write(broken.Transcript).ShouldNotContain("sk-123");
    }

    [Fact]
    public async Task A_sandbox_that_refuses_is_a_fault_of_the_sandbox()
    {
        using var sandbox = Loops.Process();
        Task<CommandResult>? busy = null;
        var model = new AnswersBy(
            (_, cancel) =>
            {
                busy = sandbox.RunAsync(SandboxedCommand.Bash("sleep 1"), cancel);
                return Task.FromResult(Loops.Calls("true"));
            }
        );
        var report = await new BashLoop().RunAsync(Loops.Job(model, sandbox), Loops.Cancel);
        await busy!;
        (report.Stop, report.Error!.Cause).ShouldBe((StopReason.Fault, MissingCause.Sandbox));
        report.Error.Message.ShouldNotContain('\n');
        report.Transcript.Events[^1].ShouldBe(new TranscriptEvent.Ended(StopReason.Fault, report.Error.Message));
    }

    [Fact]
    public async Task What_ends_the_whole_run_is_no_result_of_an_attempt() =>
        await Should.ThrowAsync<InputException>(() =>
            Loops.RunAsync(new AnswersBy((_, _) => throw new InputException("the disk is full")))
        );

    [Fact]
    public async Task An_interruption_leaves_by_an_exception()
    {
        using var interrupt = new CancellationTokenSource();
        using var sandbox = Loops.Process();
        var model = new AnswersBy(
            async (_, cancel) =>
            {
                await interrupt.CancelAsync();
                cancel.ThrowIfCancellationRequested();
                return Loops.Says("DONE");
            }
        );
        await Should.ThrowAsync<OperationCanceledException>(() => new BashLoop().RunAsync(Loops.Job(model, sandbox), interrupt.Token));

        using var second = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));
        var sleeps = new AnswersInOrder(Loops.Calls("sleep 60"));
        await Should.ThrowAsync<OperationCanceledException>(() => new BashLoop().RunAsync(Loops.Job(sleeps, sandbox), second.Token));
    }
}
