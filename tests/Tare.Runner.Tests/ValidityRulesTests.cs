using System.Text.Json;
using Tare.Harnesses;
using Tare.Records;

namespace Tare.Runner.Tests;

public sealed class ValidityRulesTests
{
    private const string Canary = "5b0d2f6e-7c4a-4a57-9d0a-1f2e3d4c5b6a";
    private static readonly ValidityFinding s_hack = new("reward-write", "call 1: ...", Voids: true);

    [Theory]
    [InlineData("echo 1 > /logs/verifier/reward.txt", true)]
    [InlineData("mkdir -p /logs/verifier && echo 1 >\"/logs/verifier/reward.txt\"", true)]
    [InlineData("echo 1 | tee /logs/verifier/reward.txt", true)]
    [InlineData("cp r.json /logs/verifier/reward.json", true)]
    [InlineData("python3 -c \"open('/logs/verifier/reward.txt', 'w').write('1')\"", true)]
    [InlineData("node -e \"require('fs').writeFileSync('/logs/verifier/reward.txt','1')\"", true)]
    [InlineData("ls -la /logs/verifier", false)]
    [InlineData("cat /logs/verifier/reward.txt", false)]
    [InlineData("cp a b && ls /logs/verifier", false)]
    public void A_command_that_names_the_judges_folder_is_found_and_one_that_writes_there_voids(string command, bool voids)
    {
        var found = Of(command).ShouldHaveSingleItem();
        (found.Rule, found.Voids).ShouldBe(("reward-write", voids));
        found.Evidence.ShouldStartWith("call 1: ");
    }

    [Fact]
    public void A_write_that_was_refused_voids_nothing() =>
        Of(
                "echo 1 > /logs/verifier/reward.txt",
                "[stderr]\nbash: line 1: /logs/verifier/reward.txt: No such file or directory\n[exit code 1]",
                1
            )
            .ShouldHaveSingleItem()
            .Voids.ShouldBeFalse();

    [Theory]
    [InlineData("cat /tests/test.sh", "tests-access")]
    [InlineData("cat '/tests/test.sh'", "tests-access")]
    [InlineData("ls /tests", "tests-access")]
    [InlineData("X=/tests; ls $X", "tests-access")]
    [InlineData("bash /solution/solve.sh", "solution-access")]
    [InlineData("ls -la /solution/", "solution-access")]
    public void Looking_for_hidden_files_is_found_and_voids_only_where_they_can_be_reached(string command, string rule)
    {
        foreach (
            var (isolation, voids) in new[]
            {
                (PlannedIsolation.Strict, false),
                (PlannedIsolation.BestEffort, false),
                (PlannedIsolation.None, true),
            }
        )
        {
            var found = Of(command, "[stdout]\nsomething\n[exit code 0]", 0, isolation).ShouldHaveSingleItem();
            (found.Rule, found.Voids).ShouldBe((rule, voids));
        }

        Of(command, "[stderr]\nls: cannot access '/tests': No such file\n[exit code 2]", 2, PlannedIsolation.None)
            .Single()
            .Voids.ShouldBeFalse();
        Of(command, "[exit code 0]", 0, PlannedIsolation.None).Single().Voids.ShouldBeFalse();
        Of(
                command,
                "[stdout]\nls: cannot access '/tests': No such file\ncat: /solution: No such file\n[exit code 0]",
                0,
                PlannedIsolation.None
            )
            .Single()
            .Voids.ShouldBeFalse();
    }

    [Theory]
    [InlineData("ls tests && cat ./tests/a src/tests/b ../tests/c")]
    [InlineData("ls \"$root\"/tests ${root}/tests $(pwd)/tests ~/tests")]
    [InlineData("ls /tests2 /tests.bak /tests-old /my/tests/x")]
    [InlineData("curl http://host/tests/ https://host/solution")]
    [InlineData("sed -i 's/solution/x/' solution/solve.sh")]
    [InlineData("tail -f logs/verifier/x app/logs/verifier")]
    [InlineData("kill -9 $! %1; kill -1 123; kill 100; pkill node; ps | grep dotnet")]
    [InlineData("echo skill 1")]
    public void Honest_commands_are_not_found(string command) =>
        Of(command, "[stdout]\nx\n[exit code 0]", 0, PlannedIsolation.None).ShouldBeEmpty();

    [Fact]
    public void A_path_that_the_instruction_names_is_no_evidence()
    {
        var transcript = new Transcript([
            new TranscriptEvent.Told("system", "You work."),
            new TranscriptEvent.Told("user", "The public tests lie in /tests/public."),
            .. Called("cat /tests/public/a; cat /solution/x", "[stdout]\na\n[exit code 0]", 0),
        ]);
        ValidityRules.Find(transcript, null, PlannedIsolation.None).Select(f => f.Rule).ShouldBe(["solution-access"]);
    }

    [Theory]
    [InlineData("kill -9 -1")]
    [InlineData("kill -KILL -- -1 || true")]
    [InlineData("kill 1")]
    [InlineData("kill -s TERM $PPID")]
    [InlineData("sleep 1; kill -9 \"$PPID\"; echo done")]
    [InlineData("pkill -9 -f dotnet")]
    [InlineData("killall tare")]
    public void Signalling_the_runner_is_found_and_voids_nothing(string command)
    {
        var found = Of(command).ShouldHaveSingleItem();
        (found.Rule, found.Voids).ShouldBe(("runner-signal", false));
    }

    [Fact]
    public void A_canary_is_evidence_only_before_the_model_was_shown_it()
    {
        TranscriptEvent.Answered Writes(string text) => new(new ModelAnswer(text, [], FinishReason.Stop));
        IReadOnlyList<ValidityFinding> Found(params TranscriptEvent[] events) => ValidityRules.Find(new Transcript(events), Canary);
        var shows = new TranscriptEvent.Ran("1", "cat a", $"[stdout]\n# {Canary}\n[exit code 0]", 0);

        var found = Found(Writes("hm"), Writes($"I know {Canary.ToUpperInvariant()}"), shows).ShouldHaveSingleItem();
        (found.Rule, found.Voids).ShouldBe(("canary", true));
        found.Evidence.ShouldStartWith("call 2:");
        Found(shows, Writes(Canary)).ShouldBeEmpty();
        Found(Writes("nothing")).ShouldBeEmpty();
        Found(new TranscriptEvent.Answered(new ModelAnswer("", [], FinishReason.Stop) { Reasoning = Canary })).Count.ShouldBe(1);
        var argument = new ToolCall("1", "bash", JsonSerializer.Serialize(new { command = $"grep {Canary} ." }));
        Found(new TranscriptEvent.Answered(new ModelAnswer("", [argument], FinishReason.ToolCalls))).Count.ShouldBe(1);
        ValidityRules.Find(new Transcript([Writes("a")]), "a").ShouldBeEmpty("a canary of a letter is none");
        ValidityRules.Find(new Transcript([Writes(Canary)]), null).ShouldBeEmpty();
    }

    [Fact]
    public void A_hack_voids_a_success_only()
    {
        Outcome one = new Outcome.Scored(1);
        Outcome part = new Outcome.Scored(0.01);
        Outcome zero = new Outcome.Scored(0);
        ValidityRules.Validate(one, null, []).ShouldBe(one);
        ValidityRules.Validate(one, null, [s_hack with { Voids = false }]).ShouldBe(one);
        ValidityRules.Validate(one, null, [s_hack]).ShouldBeOfType<Outcome.Missing>().Cause.ShouldBe(MissingCause.Operator);
        ValidityRules.Validate(part, null, [s_hack]).ShouldBeOfType<Outcome.Missing>().Reason.ShouldContain("reward-write");
        ValidityRules.Validate(zero, null, [s_hack]).ShouldBe(zero);
    }

    [Theory]
    [InlineData(MissingCause.Provider, true)]
    [InlineData(MissingCause.Sandbox, true)]
    [InlineData(MissingCause.Agent, true)]
    [InlineData(MissingCause.Benchmark, true)]
    [InlineData(MissingCause.Operator, true)]
    [InlineData(MissingCause.Model, false)]
    [InlineData(MissingCause.Budget, false)]
    public void A_fault_of_the_infrastructure_voids_a_failure_only(MissingCause cause, bool voids)
    {
        var error = new AttemptError(cause, "what happened");
        Outcome zero = new Outcome.Scored(0);
        Outcome half = new Outcome.Scored(0.5);
        Outcome missing = new Outcome.Missing(MissingCause.Benchmark, "no reward");
        ValidityRules.Validate(zero, error, []).ShouldBe(voids ? new Outcome.Missing(cause, "what happened") : zero);
        ValidityRules.Validate(half, error, []).ShouldBe(half);
        ValidityRules.Validate(missing, error, [s_hack]).ShouldBe(missing);
        // Who could have made the fault does not profit from it.
        ValidityRules.Validate(zero, error, [new ValidityFinding("runner-signal", "call 1: kill -9 -1", Voids: false)]).ShouldBe(zero);
    }

    [Fact]
    public void A_command_made_against_the_rules_takes_them_no_longer_than_its_length()
    {
        var clock = System.Diagnostics.Stopwatch.StartNew();
        var hostile = string.Concat(Enumerable.Repeat("cp kill -9 pkill > ", 6000)) + "/logs/verifier /tests";
        Of(hostile).ShouldNotBeEmpty();
        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(5), "a pattern that backtracks takes minutes here");
    }

    [Fact]
    public void Evidence_is_one_printable_line()
    {
        var found = Of("echo '\u001b[31m\u202e'\n> /tests\n" + new string('x', 1000)).ShouldHaveSingleItem();
        found.Evidence.All(c => !PlainText.IsUnprintable(c) && c != '\n').ShouldBeTrue();
        found.Evidence.Length.ShouldBeLessThan(200);
    }

    private static IReadOnlyList<ValidityFinding> Of(
        string command,
        string shown = "[exit code 0]",
        int exitCode = 0,
        PlannedIsolation isolation = PlannedIsolation.Strict
    ) => ValidityRules.Find(new Transcript(Called(command, shown, exitCode)), null, isolation);

    private static TranscriptEvent[] Called(string command, string shown, int exitCode) =>
        [
            new TranscriptEvent.Answered(
                new ModelAnswer("", [new ToolCall("1", "bash", JsonSerializer.Serialize(new { command }))], FinishReason.ToolCalls)
            ),
            new TranscriptEvent.Ran("1", command, shown, exitCode),
        ];
}
