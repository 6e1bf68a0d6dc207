using System.Text;
using Tare.Sandboxes.Containers;

namespace Tare.Sandboxes.Tests;

/// <summary>Attacks in a real container, where an engine works here; where none does, what is said of that.</summary>
[Trait("tier", "gate")]
[Collection("attacks")]
public sealed class ContainerTests
{
    private static readonly Lazy<ContainerImage?> s_image = new(Build);

    [Fact]
    public void An_engine_that_is_missing_or_only_answers_is_no_engine()
    {
        ContainerEngine
            .Probe(["no-such-engine"])
            .ShouldBe(new ContainerProbe(Engine: null, "no container engine works on this host: no-such-engine: not installed"));
        // It succeeds at everything and does nothing.
        var probe = ContainerEngine.Probe(["true"]);
        probe.Engine.ShouldBeNull();
        probe.Evidence.ShouldStartWith("no container engine works on this host: true: ");
        // It fails at everything.
        ContainerEngine.Probe(["false"]).Engine.ShouldBeNull();
    }

    [Fact]
    public void No_container_is_strict()
    {
        var error = Should.Throw<SandboxException>(() => ContainerEngine.CheckPolicy(new SandboxPolicy()));
        error.Message.ShouldContain("--isolation best-effort");
        error.Message.ShouldContain("WorkFolderSize is NOT given");
        error.Missing.ShouldContain(Guarantee.WorkFolderSize);
    }

    [Fact]
    public async Task The_agent_has_no_rights_no_network_and_nothing_of_the_host()
    {
        using var sandbox = Open();
        var result = await BashAsync(
            sandbox,
            """
            echo "user $UID in $PWD"; [ -w . ] && echo writes; [ -e /etc/shadow ] && echo shadow
            while read -r line; do case $line in CapPrm*|CapEff*|CapAmb*|NoNewPrivs*|Seccomp:*) echo $line;; esac; done < /proc/self/status
            (echo > /dev/tcp/1.1.1.1/53) 2> /dev/null && echo network; (echo > /dev/tcp/127.0.0.1/22) 2> /dev/null && echo loopback
            for i in /sys/class/net/*; do echo "interface ${i##*/}"; done
            for d in / /usr /bin /logs /logs/verifier /.tare; do (echo > $d/x) 2> /dev/null && echo "wrote $d"; done
            ls /logs/verifier /.tare 2> /dev/null && echo listed; ls -d /tmp/tare-* 2> /dev/null
            """
        );
        result
            .Output.ToString()
            .ShouldBe(
                "user 64001 in /work\nwrites\nCapPrm: 0000000000000000\nCapEff: 0000000000000000\nCapAmb: 0000000000000000\n"
                    + "NoNewPrivs: 1\nSeccomp: 2\ninterface lo\n"
            );
        result.Error.ToString().ShouldBe("");
    }

    [Fact]
    public async Task Nothing_of_the_runner_s_environment_enters()
    {
        Environment.SetEnvironmentVariable("https_proxy", "http://user:secret@127.0.0.1:9");
        try
        {
            using var sandbox = Open();
            (await BashAsync(sandbox, "export")).Output.ToString().ShouldNotContain("secret");
        }
        finally
        {
            Environment.SetEnvironmentVariable("https_proxy", null);
        }
    }

    [Fact]
    public async Task A_daemon_is_gone_when_its_command_has_ended_and_files_stay()
    {
        using var sandbox = Open();
        await BashAsync(
            sandbox,
            "(trap '' TERM HUP; while :; do echo x >> alive; sleep 0.05; done) > /dev/null 2>&1 & disown; sleep 0.3; echo kept > file"
        );
        var before = sandbox.ReadFile("/work/alive", 1 << 20)!.Length;
        before.ShouldBeGreaterThan(0);
        var after = await BashAsync(sandbox, "sleep 0.5; for p in /proc/[0-9]*; do echo ${p##*/}; done; cat file");
        sandbox.ReadFile("/work/alive", 1 << 20)!.Length.ShouldBe(before);
        // The first process and this command's own.
        after.Output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(3);
        after.Output.ToString().ShouldEndWith("kept\n");
    }

    [Fact]
    public async Task A_memory_bomb_ends_and_says_so()
    {
        using var sandbox = Open();
        var result = await BashAsync(sandbox, "exec bash -c 'x=x; while :; do x=$x$x; done'");
        result.End.ShouldBe(CommandEnd.Memory);
        (await BashAsync(sandbox, "echo well")).Output.ToString().ShouldBe("well\n");
    }

    [Fact]
    public async Task A_fork_bomb_ends()
    {
        using var sandbox = Open();
        var result = await sandbox.RunAsync(
            SandboxedCommand.Bash("b() { b | b & }; b; while :; do sleep 1; done") with
            {
                WallClock = TimeSpan.FromSeconds(3),
            },
            Hosting.Cancel
        );
        result.End.ShouldBe(CommandEnd.WallClock);
        (await BashAsync(sandbox, "echo well")).Output.ToString().ShouldBe("well\n");
    }

    [Fact]
    public async Task A_flood_is_counted_and_dropped()
    {
        using var sandbox = Open();
        var result = await BashAsync(sandbox, "head -c 20000000 /dev/zero");
        result.Output.TotalBytes.ShouldBe(20_000_000);
        (result.Output.Head.Length + result.Output.Tail.Length).ShouldBe(Hosting.Small.OutputBytes);
    }

    [Fact]
    public async Task One_file_cannot_be_larger_than_the_policy_says()
    {
        using var sandbox = Open();
        var result = await BashAsync(sandbox, "head -c 9000000 /dev/zero > big; echo $?");
        result.Output.ToString().ShouldNotBe("0\n");
    }

    [Fact]
    public async Task Standard_input_exit_code_and_variables()
    {
        using var sandbox = Open();
        var command = SandboxedCommand.Bash("cat; echo $X $HOME $USER; exit 7") with
        {
            StandardInput = Encoding.UTF8.GetBytes("in\n"),
            Environment = new Dictionary<string, string> { ["X"] = "a b" },
        };
        var result = await sandbox.RunAsync(command, Hosting.Cancel);
        result.ExitCode.ShouldBe(7);
        result.Output.ToString().ShouldBe("in\na b /home/agent agent\n");
    }

    [Fact]
    public async Task The_tests_are_there_for_the_verifier_alone()
    {
        using var outside = new Outside();
        using var sandbox = Open();
        var look = "cat /tests/secret 2> /dev/null && echo SEEN; ls -A /logs/verifier 2> /dev/null; true";
        (await BashAsync(sandbox, look)).Output.ToString().ShouldBe("");
        var judge = SandboxedCommand.Bash("cat /tests/secret; echo; echo $UID $HOME; echo 1 > /logs/verifier/reward.txt") with
        {
            Identity = CommandIdentity.Verifier,
            HiddenFolders = [new HiddenFolder(outside.Folder, "/tests")],
        };
        (await sandbox.RunAsync(judge, Hosting.Cancel)).Output.ToString().ShouldBe($"{Outside.Content}\n0 /.tare/home\n");
        Encoding.UTF8.GetString(sandbox.ReadFile("/logs/verifier/reward.txt", 10)!).ShouldBe("1\n");
        (await BashAsync(sandbox, look)).Output.ToString().ShouldBe("");
    }

    [Fact]
    public async Task Links_lead_the_runner_nowhere()
    {
        using var outside = new Outside();
        using var sandbox = Open();
        sandbox.WriteFile("/work/a/b.txt", "text"u8);
        await BashAsync(sandbox, "ln() { :; }; exec 2> /dev/null; echo own >> a/b.txt");
        Encoding.UTF8.GetString(sandbox.ReadFile("/work/a/b.txt", 100)!).ShouldBe("textown\n");
        await BashAsync(sandbox, "/bin/ln -s /etc out; /bin/ln -s /.tare a/link; /bin/ln -s b.txt a/soft");
        Should.Throw<SandboxException>(() => sandbox.WriteFile("/work/out/passwd", "x"u8)).Message.ShouldContain("through a link");
        Should.Throw<SandboxException>(() => sandbox.ReadFile("/work/a/soft", 100)).Message.ShouldContain("through a link");
        Should.Throw<SandboxException>(() => sandbox.CopyIn(outside.Folder, "/work/out")).Message.ShouldContain("link");
        Should.Throw<SandboxException>(() => sandbox.ReadFile("/etc/passwd", 100));
        Should.Throw<SandboxException>(() => sandbox.ReadFile("/work/a/b.txt", 3)).Message.ShouldContain("more than 3 bytes");
        sandbox.ReadFile("/work/none", 10).ShouldBeNull();
        var target = Path.Combine(outside.Folder, "copied");
        var report = sandbox.CopyOut("/work", target);
        report.Files.ShouldBe(1);
        report.NotCopied.Select(n => n.Path).Order(StringComparer.Ordinal).ShouldBe(["a/link", "a/soft", "out"]);
        File.ReadAllText(Path.Combine(target, "a", "b.txt")).ShouldBe("textown\n");
    }

    [Fact]
    public async Task A_copy_belongs_to_the_agent()
    {
        using var outside = new Outside();
        using var sandbox = Open();
        sandbox.CopyIn(outside.Folder, "/work/in").Files.ShouldBe(1);
        (await BashAsync(sandbox, "cat in/secret; echo more >> in/secret && echo ok")).Output.ToString().ShouldEndWith("ok\n");
        Should.Throw<SandboxException>(() => sandbox.CopyIn(outside.Folder, "/work/in"));
    }

    [Fact]
    public void A_disposed_sandbox_leaves_no_container_and_a_build_that_fails_says_why()
    {
        using (Open()) { }
        var engine = Engine();
        var client = EngineClient.Find(engine.Name)!;
        client
            .Run(["ps", "--all", "--filter", "label=tare.sandbox", "--format", "{{.Names}}"])
            .Output.ToString()
            .ShouldNotContain($"tare-{Environment.ProcessId}-");
        using var outside = new Outside();
        File.WriteAllText(Path.Combine(outside.Folder, "Dockerfile"), $"FROM {s_image.Value!.Name}\nRUN echo because; exit 3\n");
        var error = Should.Throw<SandboxException>(() =>
            engine.Build(outside.Folder, "localhost/tare-test:broken", TimeSpan.FromMinutes(1))
        );
        error.Message.ShouldContain("because");
        error.Message.ShouldContain("Dockerfile");
    }

    [Fact]
    public async Task What_a_killed_runner_left_is_removed_and_nothing_else()
    {
        using var sandbox = Open();
        var client = EngineClient.Find(Engine().Name)!;
        // No process has this number and this start.
        var left = $"tare-{Environment.ProcessId}-1-1";
        client.Need(
            "start",
            ["run", "--detach", "--name", left, "--label", "tare.sandbox", "--network", "none", s_image.Value!.Name, "sleep", "99"]
        );
        ContainerSandbox.Sweep(client);
        client.Run(["ps", "--all", "--filter", "label=tare.sandbox", "--format", "{{.Names}}"]).Output.ToString().ShouldNotContain(left);
        (await BashAsync(sandbox, "echo here")).Output.ToString().ShouldBe("here\n");
    }

    private static Task<CommandResult> BashAsync(ISandbox sandbox, string script) =>
        sandbox.RunAsync(SandboxedCommand.Bash(script), Hosting.Cancel);

    private static ContainerEngine Engine()
    {
        var probe = ContainerEngine.Probe();
        if (probe.Engine is { } engine)
        {
            return engine;
        }

        probe.Evidence.ShouldStartWith("no container engine works on this host: podman: ");
        TestContext.Current.TestOutputHelper?.WriteLine($"NOT RUN IN A CONTAINER: {probe.Evidence}");
        Assert.Skip($"NOT RUN IN A CONTAINER: {probe.Evidence}");
        throw new InvalidOperationException();
    }

    private static ISandbox Open()
    {
        var engine = Engine();
        return engine.Open(Hosting.Small, s_image.Value!);
    }

    private static ContainerImage? Build()
    {
        var folder = Directory.CreateTempSubdirectory("tare-image-").FullName;
        try
        {
            HostRootFolder.Write(folder);
            File.Copy("/usr/bin/ln", $"{folder}/root/bin/ln");
            var image = ContainerEngine.Probe().Engine?.Build(folder, "localhost/tare-test:sandboxes", TimeSpan.FromMinutes(1));
            AppDomain.CurrentDomain.ProcessExit += (_, _) => ContainerEngine.Probe().Engine?.Remove("localhost/tare-test:sandboxes");
            return image;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
