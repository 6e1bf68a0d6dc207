using System.Diagnostics;
using System.Text.Json;
using Tare.Records;

namespace Tare.Harnesses.Tests;

public sealed class ScriptedModelTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("tare-script").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Answers_come_in_order_by_the_item_and_the_last_one_repeats()
    {
        var model = Open(
            """{"item":"port/*","text":"first"}""",
            """{"item":"ctf/*","text":"other pack"}""",
            "",
            """{"item":"*","text":"then","tool_calls":[{"name":"bash","arguments":{"command":"ls"}}],"repeat":true}"""
        );
        (await AskAsync(model, "port/a", 1)).Text.ShouldBe("first");
        (await AskAsync(model, "ctf/a", 1)).Text.ShouldBe("other pack");
        (await AskAsync(model, "math/a", 1)).Text.ShouldBe("then");
        var later = await AskAsync(model, "port/a", 7);
        later.ToolCalls.ShouldHaveSingleItem().ShouldBe(new ToolCall("call_7_1", "bash", """{"command":"ls"}"""));
        later.Finish.ShouldBe(FinishReason.ToolCalls);
    }

    [Fact]
    public async Task A_script_that_ends_is_a_fault_that_says_so()
    {
        var model = Open("""{"item":"port/a","text":"only"}""");
        var thrown = await Should.ThrowAsync<ModelFaultException>(() => AskAsync(model, "port/a", 2));
        thrown.Error.Cause.ShouldBe(MissingCause.Provider);
        thrown.Message.ShouldContain("has no answer 2 for the item port/a");
    }

    [Fact]
    public async Task Broken_arguments_and_a_stated_usage_are_given_as_they_are()
    {
        var model = Open(
            """{"item":"*","tool_calls":[{"name":"bash","arguments":"{oops"}],"usage":{"input":7,"output":3,"cache_read":2,"reasoning":1},"finish":"length"}"""
        );
        var answer = await AskAsync(model, "a/b", 1);
        answer.ToolCalls[0].Arguments.ShouldBe("{oops");
        answer.Usage.ShouldBe(new TokenUsage(7, 3) { CacheRead = 2, Reasoning = 1 });
        answer.Finish.ShouldBe(FinishReason.Length);
    }

    [Theory]
    [InlineData("{", "line 2: it is not JSON")]
    [InlineData("[]", "line 2: []")]
    [InlineData("{}", "line 2: 'item' is missing")]
    [InlineData("""{"item":"*","txt":"x"}""", "line 2: unknown member 'txt'")]
    [InlineData("""{"item":"*","text":1}""", "line 2: 'text' is 1")]
    [InlineData("""{"item":"*","repeat":"yes"}""", "line 2: 'repeat' is \"yes\"")]
    [InlineData("""{"item":"*","tool_calls":{}}""", "line 2: 'tool_calls' is {}")]
    [InlineData("""{"item":"*","tool_calls":[{"name":"bash"}]}""", "line 2: 'arguments' is missing")]
    [InlineData("""{"item":"*","tool_calls":[{"arguments":{}}]}""", "line 2: 'name' is missing")]
    [InlineData("""{"item":"*","solution":true,"tool_calls":[{"name":"b","arguments":{}}]}""", "line 2: 'solution' beside 'tool_calls'")]
    [InlineData("""{"item":"*","usage":{"input":1}}""", "line 2: 'output' is missing")]
    [InlineData("""{"item":"*","usage":{"input":1,"output":-1}}""", "line 2: 'output' is -1")]
    [InlineData("""{"item":"*","usage":{"input":1,"output":1,"reasoning":2}}""", "line 2: more 'reasoning' than 'output'")]
    [InlineData("""{"item":"*","finish":"end"}""", "line 2: 'finish' is 'end'")]
    public void A_bad_line_is_named(string line, string expected)
    {
        var message = Should.Throw<InputException>(() => Open("""{"item":"*"}""", line)).Message;
        message.ShouldContain("script.jsonl, " + expected);
        message.ShouldContain("\n  expected: ");
        message.ShouldContain("\n  next:     ");
    }

    [Fact]
    public void A_file_that_is_not_there_or_empty_is_bad_input()
    {
        using var providers = new ModelProviders(new ModelSettings(), _ => null, TimeProvider.System);
        Should
            .Throw<InputException>(() => providers.Open(new PlannedModel("s", $"scripted:{_folder}/none")))
            .Message.ShouldContain("cannot be read");
        Should.Throw<InputException>(() => Open("")).Message.ShouldContain("it has no line");
    }

    [Fact]
    public async Task A_solution_is_carried_out_by_one_command()
    {
        var solution = Directory.CreateDirectory(Path.Combine(_folder, "solution", "parts")).Parent!.FullName;
        File.WriteAllText(
            Path.Combine(solution, "solve.sh"),
            "set -eu\nhere=\"$(cd \"$(dirname \"$0\")\" && pwd)\"\ncat \"$here/parts/it's.txt\" > answer.txt\nexit 7\n"
        );
        File.WriteAllText(Path.Combine(solution, "parts", "it's.txt"), "forty-two é\n");
        var model = Open("""{"item":"*","solution":true}""");
        var context = Provider.Context("a/b") with { SolutionFolder = solution };
        var answer = await model.Open(context).AskAsync(Provider.Question, TestContext.Current.CancellationToken);
        var command = JsonSerializer
            .Deserialize<JsonElement>(answer.ToolCalls.ShouldHaveSingleItem().Arguments)
            .GetProperty("command")
            .GetString()!;
        var work = Directory.CreateDirectory(Path.Combine(_folder, "work")).FullName;
        using var bash = Process.Start(new ProcessStartInfo("bash", ["-c", command]) { WorkingDirectory = work })!;
        await bash.WaitForExitAsync(TestContext.Current.CancellationToken);
        bash.ExitCode.ShouldBe(7);
        File.ReadAllText(Path.Combine(work, "answer.txt")).ShouldBe("forty-two é\n");
        SolutionCall.Command(solution).ShouldBe(command, "the same files give the same command");
    }

    [Fact]
    public async Task A_solution_that_is_missing_or_too_large_for_a_command_is_the_tasks_fault()
    {
        var model = Open("""{"item":"*","solution":true}""");
        (await Should.ThrowAsync<ModelFaultException>(() => AskAsync(model, "a/b", 1))).Error.Cause.ShouldBe(MissingCause.Benchmark);
        var solution = Directory.CreateDirectory(Path.Combine(_folder, "large")).FullName;
        File.WriteAllText(Path.Combine(solution, "solve.sh"), new string('#', 100_000));
        var client = model.Open(Provider.Context("a/b") with { SolutionFolder = solution });
        var thrown = await Should.ThrowAsync<ModelFaultException>(() =>
            client.AskAsync(Provider.Question, TestContext.Current.CancellationToken)
        );
        thrown.Message.ShouldContain("one command holds at most 131000");
    }

    internal static ModelRequest Turn(int number) =>
        Provider.Question with
        {
            Messages =
            [
                .. Provider.Question.Messages,
                .. Enumerable.Range(1, number - 1).Select(_ => new ModelMessage.FromModel(new ModelAnswer("", [], FinishReason.Stop))),
            ],
        };

    private static Task<ModelAnswer> AskAsync(IModelProvider model, string item, int number) =>
        model.Open(Provider.Context(item)).AskAsync(Turn(number), TestContext.Current.CancellationToken);

    private IModelProvider Open(params string[] lines)
    {
        var file = Path.Combine(_folder, "script.jsonl");
        File.WriteAllLines(file, lines);
        using var providers = new ModelProviders(new ModelSettings(), _ => null, TimeProvider.System);
        return providers.Open(new PlannedModel("scripted", $"scripted:{file}"));
    }
}
