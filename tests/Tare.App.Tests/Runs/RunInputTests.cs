using Tare.Testing;

namespace Tare.App.Tests;

/// <summary>What a run cannot use is refused before anything is drawn or paid for, and nothing is left behind.</summary>
[Trait("tier", "gate")]
public sealed class RunInputTests : IDisposable
{
    private readonly Cli _cli = new();

    public void Dispose() => _cli.Dispose();

    [Fact]
    public async Task Bad_input_is_named_with_what_would_be_right()
    {
        var tasks = TinyTasks.Write(_cli, 1);
        var broken = _cli.Write("untested/one/task.toml", "version = \"1.0\"\n");
        _cli.Write("untested/one/instruction.md", "Do it.\n");
        var typo = _cli.Write("typo.yaml", "plan: 1\nmodels:\n  - label: a\n    adress: sim:ability=0\ntasks: [port]\n");
        var rules = _cli.Write(
            "rules.yaml",
            $"plan: 1\nmodels:\n  - label: a\n    address: sim:ability=0\ntasks: [{tasks}]\nisolation: none\nvalidity: lenient/2\n"
        );
        var text = "";
        string[][] commands =
        [
            ["--tasks", tasks, "--models", "opnai:gpt-5"],
            ["--tasks", tasks, "--models", "openai:gpt-5"],
            ["--tasks", tasks, "--models", "http://127.0.0.1:1/v1"],
            ["--tasks", tasks, "--models", "sim:ability=0,sim:ability=0"],
            ["--tasks", tasks, "--models", "sim:ability=0", "--budget", "token=5"],
            ["--tasks", tasks, "--models", "sim:ability=0", "--attempts", "0"],
            ["--tasks", tasks, "--models", "sim:ability=0", "--harness", "claude-code/2"],
            ["--tasks", tasks, "--models", "sim:ability=0", "--isolation", "strong"],
            ["--tasks", Path.GetDirectoryName(Path.GetDirectoryName(broken))!, "--models", "sim:ability=0"],
            ["--tasks", Path.Combine(_cli.Folder, "nowhere"), "--models", "sim:ability=0"],
            ["--models", "sim:ability=0"],
            ["--tasks", tasks],
            [typo],
            [rules],
            [Path.Combine(_cli.Folder, "none.yaml")],
        ];
        foreach (var command in commands)
        {
            var isolation =
                command.Contains("--isolation", StringComparer.Ordinal) || command.Length == 1 ? [] : new[] { "--isolation", "none" };
            var result = await _cli.RunAsync(["run", .. command, .. isolation, "--run", Path.Combine(_cli.Folder, "run")]);
            result.Code.ShouldBe(2, string.Join(' ', command));
            (result.Out + result.Error).ShouldNotContain("   at Tare.");
            Directory.Exists(Path.Combine(_cli.Folder, "run")).ShouldBeFalse(string.Join(' ', command));
            text += $"$ run {string.Join(' ', command)}\n{result.Error}\n".Replace(_cli.Folder, "FOLDER", StringComparison.Ordinal);
        }

        Approval.Check(text, "run-refused");
    }

    [Fact]
    public async Task A_run_folder_is_never_overwritten()
    {
        TinyTasks.Write(_cli, 1);
        (await TinyTasks.RunAsync(_cli, "run", "sim:ability=9")).Code.ShouldBe(0);
        var journal = File.ReadAllBytes(Path.Combine(_cli.Folder, "run", "journal"));
        var again = await TinyTasks.RunAsync(_cli, "run", "sim:ability=9");
        again.Code.ShouldBe(2);
        again.Error.ShouldContain("'tare resume FOLDER/run' goes on with it");
        File.ReadAllBytes(Path.Combine(_cli.Folder, "run", "journal")).ShouldBe(journal);
        (await _cli.RunAsync("status", Path.Combine(_cli.Folder, "nowhere"))).Code.ShouldBe(2);
        (await _cli.RunAsync("resume", Path.Combine(_cli.Folder, "tiny"))).Code.ShouldBe(2);
        (await _cli.RunAsync("resume", Path.Combine(_cli.Folder, "run"), "--retry", "providr")).Error.ShouldContain(
            "did you mean 'provider'?"
        );
    }

    [Fact]
    public async Task A_run_folder_that_cannot_be_made_is_bad_input()
    {
        TinyTasks.Write(_cli, 1);
        _cli.Write("file", "not a folder");
        foreach (var folder in new[] { "file", "file/below" })
        {
            var result = await TinyTasks.RunAsync(_cli, folder, "sim:ability=9");
            result.Code.ShouldBe(2);
            result.Error.ShouldContain($"tare: FOLDER/{folder}: ");
            result.Error.ShouldContain("name another folder with --run");
        }

        File.ReadAllText(Path.Combine(_cli.Folder, "file")).ShouldBe("not a folder");
    }

    [Fact]
    public async Task A_folder_that_holds_no_run_is_no_response_file()
    {
        var result = await _cli.RunAsync("calibrate", _cli.Folder);
        result.Code.ShouldBe(2);
        result.Error.ShouldContain("a folder that holds no run");
    }

    [Fact]
    public async Task A_damaged_journal_is_said_before_anything_is_paid_for_again()
    {
        TinyTasks.Write(_cli, 1);
        (await TinyTasks.RunAsync(_cli, "run", "sim:ability=9", attempts: 3)).Code.ShouldBe(0);
        var journal = Path.Combine(_cli.Folder, "run", "journal");
        var bytes = File.ReadAllBytes(journal);
        bytes[bytes.Length / 2] ^= 1;
        File.WriteAllBytes(journal, bytes);
        var result = await _cli.RunAsync("resume", Path.Combine(_cli.Folder, "run"));
        result.Code.ShouldBe(0, result.Error);
        result.Error.ShouldContain("everything before it was read, what stood behind it is lost");
        result.Out.ShouldContain("3 of 3 attempts ended: 3 scored, none missing");
    }

    [Theory]
    [InlineData("echo nan")]
    [InlineData("echo 2")]
    [InlineData("true")]
    public async Task A_reward_that_is_none_is_missing_and_the_others_are_kept(string verifier)
    {
        TinyTasks.Write(_cli, 1, verifier);
        var result = await TinyTasks.RunAsync(_cli, "run", "sim:ability=9", attempts: 2);
        result.Code.ShouldBe(0, result.Error);
        result.Out.ShouldContain("2 of 2 attempts ended: 0 scored, 2 missing (2 benchmark)");
        result.Out.ShouldContain("no score");
    }
}
