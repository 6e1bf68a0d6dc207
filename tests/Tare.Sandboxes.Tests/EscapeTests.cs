using System.Net;
using System.Net.Sockets;
using System.Text;
using Tare.Sandboxes.Hosts;

namespace Tare.Sandboxes.Tests;

/// <summary>
/// Attacks from inside. Each runs twice: against the full sandbox, where it must fail, and with the protections that stop it taken away, where
/// it must succeed: an attack that fails anyway shows nothing. Every script says TRIED when it ran and ESCAPED when it got through.
/// </summary>
[Trait("tier", "gate")]
[Collection("attacks")]
public sealed class EscapeTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Writing_outside(bool guarded)
    {
        using var outside = new Outside();
        await AttackAsync(guarded, Protection.FileSystem, $"echo x >{outside.Folder}/new && echo ESCAPED");
        File.Exists($"{outside.Folder}/new").ShouldBe(!guarded);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Changing_a_file_of_the_host_through_a_link(bool guarded)
    {
        using var outside = new Outside();
        await AttackAsync(guarded, Protection.FileSystem, $"ln -s {outside.Secret} l; echo x >>l && echo ESCAPED");
        (File.ReadAllText(outside.Secret) == Outside.Content).ShouldBe(guarded);
    }

    // The file is not shown, and its owner is another user: either is enough.
    [Theory]
    [InlineData(true, Protection.All)]
    [InlineData(true, Protection.All & ~Protection.FileSystem)]
    [InlineData(true, Protection.All & ~Protection.Identity)]
    [InlineData(false, Protection.All & ~Protection.FileSystem & ~Protection.Identity)]
    internal async Task Reading_the_password_file(bool guarded, Protection on)
    {
        var host = await Hosting.NeedAsync(Guarantee.Identity);
        Judge(guarded, await RunAsync(host, "head -c 5 /etc/shadow >/dev/null && echo ESCAPED", on));
    }

    [Theory]
    [InlineData(true, Protection.All)]
    [InlineData(true, Protection.All & ~Protection.ProcessNamespace)]
    [InlineData(true, Protection.All & ~Protection.Identity)]
    [InlineData(false, Protection.All & ~Protection.ProcessNamespace & ~Protection.Identity)]
    internal async Task Reading_the_environment_of_the_runner(bool guarded, Protection on)
    {
        var host = await Hosting.NeedAsync(Guarantee.Identity);
        Judge(guarded, await RunAsync(host, $"grep -qa PATH /proc/{Environment.ProcessId}/environ && echo ESCAPED", on));
    }

    [Theory]
    [InlineData(true, Protection.All)]
    [InlineData(true, Protection.All & ~Protection.ProcessNamespace)]
    [InlineData(true, Protection.All & ~Protection.Identity)]
    [InlineData(false, Protection.All & ~Protection.ProcessNamespace & ~Protection.Identity)]
    internal async Task Signalling_the_runner(bool guarded, Protection on)
    {
        var host = await Hosting.NeedAsync(Guarantee.Identity);
        // Signal 0 asks for leave to signal and sends nothing.
        Judge(guarded, await RunAsync(host, $"kill -0 {Environment.ProcessId} && echo ESCAPED", on));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Reaching_the_loopback_of_the_host(bool guarded)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        await AttackAsync(guarded, Protection.Network, $"(exec 3<>/dev/tcp/127.0.0.1/{port}) && echo ESCAPED");
        listener.Pending().ShouldBe(!guarded);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Reaching_a_local_socket_without_a_file(bool guarded)
    {
        var name = $"tare-{Environment.ProcessId}-{guarded}";
        using var listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        listener.Bind(new UnixDomainSocketEndPoint("\0" + name));
        listener.Listen();
        var script =
            $$"""perl -MSocket -e 'socket(S,AF_UNIX,SOCK_STREAM,0); print "ESCAPED\n" if connect(S, pack("S a*", AF_UNIX, "\0{{name}}"))'""";
        await AttackAsync(guarded, Protection.Network, script);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Reaching_the_network(bool guarded)
    {
        // Connecting a datagram socket sends nothing; it needs a route. 192.0.2.0/24 is for documents (RFC 5737).
        if (!guarded && File.ReadLines("/proc/net/route").All(l => l.Split('\t')[1] != "00000000"))
        {
            Assert.Skip("this host has no way to the network itself");
        }

        await AttackAsync(guarded, Protection.Network, "(exec 3<>/dev/udp/192.0.2.1/9) && echo ESCAPED");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Making_a_name_space_with_all_rights(bool guarded) =>
        await AttackAsync(guarded, Protection.SystemCalls, "unshare --user --map-root-user true && echo ESCAPED");

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Opening_a_socket_that_name_spaces_do_not_hold(bool guarded)
    {
        // 40: the way from a virtual machine to its host, and to others on it.
        const string Script = """perl -e 'socket(S,40,1,0) and print "ESCAPED\n"'""";
        if (!guarded && !OpensHere(40))
        {
            Assert.Skip("this kernel has no socket family 40");
        }

        await AttackAsync(guarded, Protection.SystemCalls, Script);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Leaving_a_key_in_the_kernel(bool guarded) =>
        await AttackAsync(
            guarded,
            Protection.SystemCalls,
            """perl -e 'my ($t, $n, $c) = ("user", "tare", "x"); print "ESCAPED\n" if syscall(248, $t, $n, $c, 1, -2) > 0'"""
        );

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_fork_bomb(bool guarded)
    {
        const string Script =
            """perl -e 'for (1..60) { my $p = fork; exit 1 unless defined $p; if (!$p) { sleep 5; exit } } print "ESCAPED\n"'""";
        await AttackAsync(guarded, Protection.ProcessCount, Script, Guarantee.ProcessCount);
    }

    private const string OneBomb = """perl -e '$x = "a" x (160 << 20); select undef, undef, undef, 0.3; print "ESCAPED\n"'""";

    // The process makes itself unreadable first: its folder in /proc then belongs to root.
    private const string HiddenBomb =
        """perl -e 'syscall(157, 4, 0); $x = "a" x (160 << 20); select undef, undef, undef, 0.3; print "ESCAPED\n"'""";

    private const string ManyBombs = """
        perl -e 'for (1..6) { if (!fork) { $x = "a" x (27 << 20); sleep 1; exit 7 } } while (wait != -1) { $n++ if $? >> 8 == 7 } print "ESCAPED\n" if $n == 6'
        """;

    [Theory]
    [InlineData(true, OneBomb, true)]
    [InlineData(true, OneBomb, false)]
    [InlineData(true, ManyBombs, true)]
    [InlineData(true, ManyBombs, false)]
    [InlineData(true, HiddenBomb, false)]
    [InlineData(false, HiddenBomb, false)]
    [InlineData(false, OneBomb, true)]
    [InlineData(false, ManyBombs, true)]
    public async Task A_memory_bomb(bool guarded, string bomb, bool group)
    {
        var host = group ? await Hosting.NeedAsync() : await Hosting.NeedWatchedAsync();
        var result = await RunAsync(host, bomb, guarded ? Protection.All : Protection.All & ~Protection.Memory);
        Judge(guarded, result);
        result.End.ShouldBe(guarded ? CommandEnd.Memory : CommandEnd.Exited);
        result.ExitCode.HasValue.ShouldBe(!guarded);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Memory_that_belongs_to_no_process_where_only_the_watchdog_counts(bool guarded)
    {
        var host = await Hosting.NeedWatchedAsync();
        // memfd_create; five files of 7 MiB stay below the largest file and hold more than the limit of 24 MiB.
        const string Script = """
            perl -e 'for (1..5) { my $n = "x"; $f = syscall(319, $n, 0); exit 1 if $f < 0; open my $h, ">&=", $f; push @h, $h; for (1..7) { syswrite $h, "a" x (1 << 20) } } select undef, undef, undef, 0.3; print "ESCAPED\n"'
            """;
        using var sandbox = host.Open(
            Hosting.Small with
            {
                MemoryBytes = 24 << 20,
            },
            guarded ? Protection.All : Protection.All & ~Protection.SystemCalls
        );
        Judge(guarded, await sandbox.RunAsync(Tried(Script), Hosting.Cancel));
    }

    [Theory]
    [InlineData(true, "head -c 7M /dev/zero >a; head -c 7M /dev/zero >b && echo ESCAPED")]
    [InlineData(false, "head -c 7M /dev/zero >a; head -c 7M /dev/zero >b && echo ESCAPED")]
    [InlineData(true, "for d in . /tmp ~ /dev/shm; do head -c 3M /dev/zero >$d/x || exit; done; echo ESCAPED")]
    [InlineData(false, "for d in . /tmp ~ /dev/shm; do head -c 3M /dev/zero >$d/x || exit; done; echo ESCAPED")]
    [InlineData(true, "perl -e 'for (1..4000) { open F, \">\", $_ or exit 1 } print \"ESCAPED\\n\"'")]
    [InlineData(false, "perl -e 'for (1..4000) { open F, \">\", $_ or exit 1 } print \"ESCAPED\\n\"'")]
    public async Task A_disk_bomb(bool guarded, string bomb) =>
        await AttackAsync(guarded, Protection.WorkFolderSize, bomb, Guarantee.WorkFolderSize);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_disk_bomb_where_only_the_watchdog_counts(bool guarded)
    {
        var host = await Hosting.WithoutAsync(m => m with { SizedFileSystem = false });
        const string Script = "head -c 7M /dev/zero >a; head -c 7M /dev/zero >b; sleep 0.4; echo ESCAPED";
        var result = await RunAsync(host, Script, guarded ? Protection.All : Protection.All & ~Protection.WorkFolderSize);
        Judge(guarded, result);
        result.End.ShouldBe(guarded ? CommandEnd.WorkFolderSize : CommandEnd.Exited);
    }

    [Fact]
    public async Task A_file_larger_than_everything_does_not_come_into_being()
    {
        var result = await RunAsync(await Hosting.NeedAsync(), "truncate -s 1T big && echo ESCAPED", Protection.All);
        Judge(guarded: true, result);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_flood_of_output(bool guarded)
    {
        var host = await Hosting.NeedAsync();
        // Without the cap a fiftieth of the flood is enough to see the memory grow.
        var flood = guarded ? 2L << 30 : 40L << 20;
        var before = GC.GetTotalAllocatedBytes(precise: true);
        var policy = Hosting.Small with { OutputBytes = guarded ? 1 << 20 : 40 << 20 };
        var result = await Hosting.BashAsync(host, $"head -c {flood} /dev/zero; echo end", policy);
        var grown = GC.GetTotalAllocatedBytes(precise: true) - before;
        result.Output.TotalBytes.ShouldBe(flood + 4);
        Encoding.UTF8.GetString(result.Output.Tail.Span[^4..]).ShouldBe("end\n");
        // A buffer that doubles allocates at most four times what it keeps.
        (grown < 16 << 20).ShouldBe(guarded, $"{grown} bytes allocated");
    }

    [Fact]
    public async Task A_command_leaves_no_daemon()
    {
        var host = await Hosting.NeedAsync(Guarantee.Identity);
        using var sandbox = host.Open(Hosting.Small, Protection.All);
        var result = await sandbox.RunAsync(
            Tried("setsid -f sleep 60; setsid -f sh -c 'sleep 60' </dev/null >/dev/null 2>&1; echo started"),
            Hosting.Cancel
        );
        result.Output.ToString().ShouldContain("started");
        Hosting.ProcessesOf(sandbox.AgentUser).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_process_only_sandbox_does_not_stop_a_daemon()
    {
        using var sandbox = ProcessSandbox.Open(Hosting.Small);
        var result = await sandbox.RunAsync(
            new SandboxedCommand([
                "sh",
                "-c",
                "setsid -f sh -c 'echo $$ >daemon; exec sleep 5' </dev/null >/dev/null 2>&1; while [ ! -s daemon ]; do :; done",
            ]),
            Hosting.Cancel
        );
        result.ExitCode.ShouldBe(0);
        var daemon = int.Parse(Encoding.UTF8.GetString(sandbox.ReadFile("/work/daemon", 100)!));
        Processes.ProcessFile.StatOf(daemon).ShouldNotBeNull();
        Processes.Native.kill(daemon, Processes.Native.Kill).ShouldBe(0);
    }

    [Fact]
    public async Task A_process_only_sandbox_ends_what_a_command_leaves_in_its_group()
    {
        using var sandbox = ProcessSandbox.Open(Hosting.Small);
        var result = await sandbox.RunAsync(SandboxedCommand.Bash("sleep 60 & echo $! >left"), Hosting.Cancel);
        result.ExitCode.ShouldBe(0);
        var left = int.Parse(Encoding.UTF8.GetString(sandbox.ReadFile("/work/left", 100)!));
        (Processes.ProcessFile.StatOf(left)?.Ended ?? true).ShouldBeTrue();
    }

    private static async Task AttackAsync(bool guarded, Protection stops, string script, params Guarantee[] needed)
    {
        var host = await Hosting.NeedAsync(needed);
        Judge(guarded, await RunAsync(host, script, guarded ? Protection.All : Protection.All & ~stops));
    }

    private static async Task<CommandResult> RunAsync(SandboxHost host, string script, Protection on)
    {
        using var sandbox = host.Open(Hosting.Small, on);
        return await sandbox.RunAsync(Tried(script), Hosting.Cancel);
    }

    private static SandboxedCommand Tried(string script) => SandboxedCommand.Bash($"echo TRIED; {script}");

    private static void Judge(bool guarded, CommandResult result)
    {
        var output = result.Output.ToString();
        output.ShouldContain("TRIED", customMessage: result.Error.ToString());
        output.Contains("ESCAPED", StringComparison.Ordinal).ShouldBe(!guarded, $"{result.End}, {result.Error}");
    }

    private static bool OpensHere(int family) => HostTool.Run("/usr/bin/perl", "-e", $"exit(socket(S,{family},1,0) ? 0 : 1)") == 0;
}
