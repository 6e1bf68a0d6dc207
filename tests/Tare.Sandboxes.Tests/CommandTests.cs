using System.Diagnostics;
using System.Text;
using Tare.Sandboxes.Hosts;

namespace Tare.Sandboxes.Tests;

/// <summary>What a command gets, what its result says, and each limit reached.</summary>
[Trait("tier", "gate")]
[Collection("attacks")]
public sealed class CommandTests
{
    [Fact]
    public async Task Commands_share_files_and_nothing_else()
    {
        using var sandbox = (await Hosting.NeedAsync()).Open(Hosting.Small);
        await sandbox.RunAsync(
            SandboxedCommand.Bash("x=1; export x; cd /tmp; echo a >/work/f; echo b >/tmp/f; echo c >~/f; echo d >/dev/shm/f"),
            Hosting.Cancel
        );
        var result = await sandbox.RunAsync(SandboxedCommand.Bash("echo $x $PWD; cat f /tmp/f ~/f /dev/shm/f"), Hosting.Cancel);
        result.Output.ToString().ShouldBe("/work\na\nb\nc\nd\n");
    }

    [Fact]
    public async Task The_environment_is_the_list_of_the_policy_and_nothing_else()
    {
        var host = await Hosting.NeedAsync();
        using var sandbox = host.Open(
            Hosting.Small with
            {
                Environment = new Dictionary<string, string> { ["LD_PRELOAD"] = "", ["A"] = "1 2\n3" },
            }
        );
        var command = new SandboxedCommand(["env", "-0"]) { Environment = new Dictionary<string, string> { ["B"] = "=" } };
        var result = await sandbox.RunAsync(command, Hosting.Cancel);
        string[] expected =
        [
            "A=1 2\n3",
            "B==",
            "HOME=/home/agent",
            "LANG=C.UTF-8",
            "LD_PRELOAD=",
            "PATH=/usr/local/bin:/usr/bin:/bin",
            "TMPDIR=/tmp",
            "USER=agent",
        ];
        result.Output.ToString().Split('\0', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal).ShouldBe(expected);
    }

    [Fact]
    public async Task A_command_gets_no_open_file_and_no_path_of_the_runner()
    {
        var host = await Hosting.NeedAsync();
        using var sandbox = host.Open(Hosting.Small, Protection.All);
        var result = await sandbox.RunAsync(
            SandboxedCommand.Bash("ls /proc/self/fd | wc -l; cat /proc/1/cmdline; cat /proc/1/environ; ls /"),
            Hosting.Cancel
        );
        // Three streams, and the folder that ls lists.
        result.Output.ToString().ShouldStartWith("4\n");
        result.Output.ToString().ShouldNotContain(sandbox.FilesOnHost);
        result.Output.ToString().Split('\n').ShouldNotContain("root");
    }

    [Fact]
    public async Task Standard_input_output_and_exit_code_come_through()
    {
        using var sandbox = (await Hosting.NeedAsync()).Open(Hosting.Small);
        var bytes = Enumerable.Range(0, 50_000).Select(i => (byte)(i % 251)).ToArray();
        var result = await sandbox.RunAsync(
            SandboxedCommand.Bash("cat; echo no >&2; exit 3") with
            {
                StandardInput = bytes,
            },
            Hosting.Cancel
        );
        result.Output.Head.ToArray().ShouldBe(bytes);
        result.Error.ToString().ShouldBe("no\n");
        (result.End, result.ExitCode).ShouldBe((CommandEnd.Exited, 3));
        (await sandbox.RunAsync(new SandboxedCommand(["no-such-program"]), Hosting.Cancel)).ExitCode.ShouldBe(127);
        (await sandbox.RunAsync(SandboxedCommand.Bash("kill -9 $$"), Hosting.Cancel)).ExitCode.ShouldBe(137);
    }

    [Fact]
    public async Task A_command_that_closes_its_output_still_runs_to_its_end()
    {
        using var sandbox = (await Hosting.NeedAsync()).Open(Hosting.Small);
        var result = await sandbox.RunAsync(SandboxedCommand.Bash("echo a; exec >&- 2>&-; sleep 0.2; echo x >f; exit 4"), Hosting.Cancel);
        (result.ExitCode, result.Output.ToString()).ShouldBe((4, "a\n"));
        sandbox.ReadFile("/work/f", 10).ShouldNotBeNull();
    }

    [Fact]
    public async Task Elapsed_time_ends_the_whole_tree()
    {
        var host = await Hosting.NeedAsync(Guarantee.Identity);
        using var sandbox = host.Open(Hosting.Small, Protection.All);
        var watch = Stopwatch.StartNew();
        var command = SandboxedCommand.Bash("trap '' TERM INT; setsid -f sleep 60; echo before; sleep 60; echo after") with
        {
            WallClock = TimeSpan.FromMilliseconds(300),
        };
        var result = await sandbox.RunAsync(command, Hosting.Cancel);
        (result.End, result.ExitCode, result.Output.ToString()).ShouldBe((CommandEnd.WallClock, null, "before\n"));
        result.Wall.ShouldBeGreaterThanOrEqualTo(TimeSpan.FromMilliseconds(300));
        // The machine may be busy; the command itself would take a minute.
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(10));
        Hosting.ProcessesOf(sandbox.AgentUser).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Processor_time_of_the_tree_is_limited(bool group)
    {
        var host = group ? await Hosting.NeedAsync() : await Hosting.NeedWatchedAsync();
        using var sandbox = host.Open(Hosting.Small with { CpuTime = TimeSpan.FromMilliseconds(400) });
        var result = await sandbox.RunAsync(SandboxedCommand.Bash("(while :; do :; done) & while :; do :; done"), Hosting.Cancel);
        result.End.ShouldBe(CommandEnd.CpuTime);
        result.Cpu.ShouldBeInRange(TimeSpan.FromMilliseconds(400), TimeSpan.FromSeconds(3));
    }

    [Fact]
    public async Task A_withdrawn_command_says_so()
    {
        using var sandbox = (await Hosting.NeedAsync()).Open(Hosting.Small);
        using var cancel = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        var result = await sandbox.RunAsync(SandboxedCommand.Bash("echo a; sleep 60"), cancel.Token);
        (result.End, result.Output.ToString()).ShouldBe((CommandEnd.Cancelled, "a\n"));
        (await sandbox.RunAsync(SandboxedCommand.Bash("echo b"), Hosting.Cancel)).Output.ToString().ShouldBe("b\n");
    }

    [Fact]
    public async Task A_second_command_at_the_same_time_is_refused()
    {
        using var sandbox = (await Hosting.NeedAsync()).Open(Hosting.Small);
        var first = sandbox.RunAsync(SandboxedCommand.Bash("sleep 0.3"), Hosting.Cancel);
        await Should.ThrowAsync<SandboxException>(() => sandbox.RunAsync(SandboxedCommand.Bash("true"), Hosting.Cancel));
        (await first).ExitCode.ShouldBe(0);
    }

    [Fact]
    public async Task The_result_states_what_was_used()
    {
        using var sandbox = (await Hosting.NeedAsync()).Open(Hosting.Small);
        var result = await sandbox.RunAsync(
            SandboxedCommand.Bash("""perl -e '$x = "a" x (30 << 20); for (1..3000000) { $y++ } sleep 0.1'"""),
            Hosting.Cancel
        );
        result.ExitCode.ShouldBe(0);
        result.Cpu.ShouldBeGreaterThan(TimeSpan.FromMilliseconds(30));
        result.Wall.ShouldBeGreaterThan(TimeSpan.FromMilliseconds(30));
        result.PeakMemoryBytes!.Value.ShouldBeInRange(30L << 20, 72L << 20);
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task Where_no_kernel_limit_holds_the_watchdog_counts_processes(bool guarded, bool group)
    {
        await Hosting.NeedAsync();
        var host = await Hosting.WithoutAsync(m => m with { ProcessLimit = false, MemoryGroup = m.MemoryGroup && group });
        host.Capabilities.Of(Guarantee.ProcessCount).Level.ShouldBe(GuaranteeLevel.Watched);
        using var sandbox = host.Open(Hosting.Small, guarded ? Protection.All : Protection.All & ~Protection.ProcessCount);
        var result = await sandbox.RunAsync(SandboxedCommand.Bash("for i in $(seq 25); do sleep 1 & done; wait; echo all"), Hosting.Cancel);
        result.End.ShouldBe(guarded ? CommandEnd.ProcessCount : CommandEnd.Exited);
        result.Output.ToString().Contains("all", StringComparison.Ordinal).ShouldBe(!guarded);
    }

    [Fact]
    public async Task The_process_only_sandbox_limits_trusted_commands_and_warns()
    {
        using var sandbox = ProcessSandbox.Open(Hosting.Small with { WallClock = TimeSpan.FromSeconds(10) });
        sandbox.Warnings.Single().ShouldStartWith("NO ISOLATION");
        sandbox.WriteFile("/work/in", "x"u8);
        var result = await sandbox.RunAsync(SandboxedCommand.Bash("cat in; echo y >out; cd ~; pwd"), Hosting.Cancel);
        result.ExitCode.ShouldBe(0, result.Error.ToString());
        result.Output.ToString().ShouldStartWith("x/");
        Encoding.UTF8.GetString(sandbox.ReadFile("/work/out", 10)!).ShouldBe("y\n");
        var late = await sandbox.RunAsync(
            SandboxedCommand.Bash("sleep 60 & sleep 60") with
            {
                WallClock = TimeSpan.FromMilliseconds(200),
            },
            Hosting.Cancel
        );
        late.End.ShouldBe(CommandEnd.WallClock);
        var bomb = await sandbox.RunAsync(SandboxedCommand.Bash("""perl -e '$x = "a" x (120 << 20); sleep 5'"""), Hosting.Cancel);
        bomb.End.ShouldBe(CommandEnd.Memory);
        var forks = await sandbox.RunAsync(SandboxedCommand.Bash("for i in $(seq 25); do sleep 5 & done; wait"), Hosting.Cancel);
        forks.End.ShouldBe(CommandEnd.ProcessCount);
    }
}
