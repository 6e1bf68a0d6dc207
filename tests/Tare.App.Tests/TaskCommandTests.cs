using System.Text.RegularExpressions;
using Tare.Records;
using Tare.Testing;

namespace Tare.App.Tests;

/// <summary><c>tare task</c> as a person sees it, over a pack of two small tasks.</summary>
[Trait("tier", "gate")]
public sealed partial class TaskCommandTests : IDisposable
{
    private readonly Cli _cli = new();

    public TaskCommandTests() => _cli.Set("TARE_TASKS", Repository.PathOf("tests/Tare.Runner.Tests/packs"));

    public void Dispose() => _cli.Dispose();

    [Theory]
    [InlineData("task-list", "task", "list")]
    [InlineData("task-list-items", "task", "list", "sample")]
    [InlineData("task-check", "task", "check", "sample")]
    [InlineData("task-no-such-pack", "task", "list", "smaple")]
    [InlineData("task-no-such-item", "task", "check", "sample/totl")]
    [InlineData("task-bad-isolation", "task", "check", "sample", "--isolation", "loose")]
    public async Task Screens(string name, params string[] command)
    {
        string[] here = command[1] == "list" && command.Length == 2 || name == "task-bad-isolation" ? [] : ["--isolation", "best-effort"];
        Approve(await _cli.RunAsync([.. command, .. here]), name);
    }

    [Fact]
    public async Task A_new_task_holds()
    {
        var made = await _cli.RunAsync("task", "new", "fresh", "--dir", _cli.Folder);
        Approve(made, "task-new");
        var check = await _cli.RunAsync("task", "check", Path.Combine(_cli.Folder, "fresh"), "--isolation", "best-effort");
        check.Code.ShouldBe(0, check.Screen);
        check.Out.ShouldContain("Tasks that hold: 1 of 1");
        (await _cli.RunAsync("task", "new", "fresh", "--dir", _cli.Folder)).Code.ShouldBe(2);
    }

    [Fact]
    public async Task Drawn_tasks_lie_where_they_were_asked_for()
    {
        var result = await _cli.RunAsync(
            "task",
            "draw",
            "sample@8",
            "--out",
            Path.Combine(_cli.Folder, "out"),
            "--isolation",
            "best-effort"
        );
        Approve(result, "task-draw");
        File.Exists(Path.Combine(_cli.Folder, "out", "sample@8", "total", "tests", "test.sh")).ShouldBeTrue();
    }

    [Fact]
    public async Task A_task_with_faults_is_shown_with_what_to_do()
    {
        _cli.Write("mine/bad/task.toml", "[metadata]\nsimulated_difficulty = 0\n");
        _cli.Write("mine/bad/instruction.md", "Do nothing.\n");
        _cli.Write(
            "mine/bad/tests/test.sh",
            "printf '\\033[31mtrusting\\n'\ncp reward.json \"$TARE_VERIFIER/\" 2> /dev/null || echo 0.5 > \"$TARE_VERIFIER/reward.txt\"\n"
        );
        _cli.Write("mine/none/task.toml", "[metadata]\ntools = [\"no-such-program\"]\n");
        _cli.Write("mine/none/instruction.md", "Do nothing.\n");
        _cli.Write("mine/none/tests/test.sh", "true\n");
        var result = await _cli.RunAsync("task", "check", Path.Combine(_cli.Folder, "mine"), "--isolation", "best-effort");
        result.Code.ShouldBe(1);
        PlainText.FirstUnprintable(result.Screen).ShouldBe(-1);
        Approve(result, "task-check-fails");
    }

    // Host warnings and elapsed times differ from machine to machine.
    private static void Approve(CliResult result, string name)
    {
        var error = string.Join('\n', result.Error.Split('\n').Where(l => !l.StartsWith("warning: ", StringComparison.Ordinal)));
        Approval.Check(Times().Replace((result with { Error = error }).Screen, "   T s"), name);
    }

    [GeneratedRegex(@" +\d+\.\d s(?= )", RegexOptions.None, 1000)]
    private static partial Regex Times();
}
