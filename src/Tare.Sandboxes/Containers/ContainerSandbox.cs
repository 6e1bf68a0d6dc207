using System.Globalization;
using Tare.Sandboxes.Hosts;
using Tare.Sandboxes.Processes;

namespace Tare.Sandboxes.Containers;

/// <summary>
/// One container. It is started anew after each command, which ends every process in it: files are all that stays. The runner's own commands in it run
/// only while none of the agent's does, as root of the container with the rights to give files away and to pass over their modes.
/// </summary>
internal sealed class ContainerSandbox : ISandbox
{
    /// <summary>User and group of the agent.</summary>
    internal const int Agent = 64001;

    private const string AgentHome = "/home/agent";
    private const string Private = "/.tare";

    // Reads from a pipe that nobody writes to; bash buries orphans as the first process.
    private const string Init = "exec 3<> <(:); while :; do read -r -u 3; done";

    private const string Prepare = """
        set -e; umask 022
        rm -rf -- "$2" /.tare
        mkdir -p -- "$1" "$2" /home/agent /tmp /.tare/home /.tare/tmp
        chmod 1777 /tmp; chmod 700 /.tare "$2"
        chown -R -h "$3:$3" "$1" /home/agent
        """;

    private static readonly TimeSpan s_restart = TimeSpan.FromMinutes(1);
    private static int s_opened;
    private readonly EngineClient _engine;
    private readonly string _name;
    private readonly ContainerFiles _files;
    private readonly Turn _turn = new();
    private bool _broken;
    private bool _disposed;

    private ContainerSandbox(EngineClient engine, SandboxPolicy policy, string name)
    {
        _engine = engine;
        _name = name;
        _files = new ContainerFiles(engine, name, policy);
        Policy = policy;
    }

    public SandboxPolicy Policy { get; }

    public IReadOnlyList<string> Warnings => ContainerEngine.Weaker;

    internal static ContainerSandbox Open(EngineClient engine, SandboxPolicy policy, string image)
    {
        var name = $"tare-{Owner(Environment.ProcessId)}-{Interlocked.Increment(ref s_opened)}";
        var sandbox = new ContainerSandbox(engine, policy, name);
        try
        {
            var started = engine.Need($"start of {image}", Start(policy, name, image));
            if (started.Error.ToString().Contains("discarded", StringComparison.OrdinalIgnoreCase))
            {
                throw new SandboxException(
                    engine.Name,
                    EngineClient.Said(started),
                    "that the engine keeps every limit",
                    "give it the control groups"
                );
            }

            sandbox.AsRoot("preparing the container", Prepare, [policy.WorkFolder, policy.VerifierFolder, Number(Agent)]);
            return sandbox;
        }
        catch
        {
            sandbox.Dispose();
            throw;
        }
    }

    /// <summary>Removes containers whose runner has ended.</summary>
    internal static void Sweep(EngineClient engine)
    {
        var listed = engine.Run(["ps", "--all", "--filter", "label=tare.sandbox", "--format", "{{.Names}}"]);
        foreach (var name in listed.Output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = name.Split('-');
            var ours = parts.Length == 4 && parts[0] == "tare" && int.TryParse(parts[1], CultureInfo.InvariantCulture, out _);
            if (ours && Owner(int.Parse(parts[1], CultureInfo.InvariantCulture)) != $"{parts[1]}-{parts[2]}")
            {
                _ = engine.Run(["rm", "--force", name]);
            }
        }
    }

    public string PathSeenByCommands(string path) => path;

    public async Task<CommandResult> RunAsync(SandboxedCommand command, CancellationToken cancel = default)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        ArgumentNullException.ThrowIfNull(command);
        command.Check();
        if (_broken)
        {
            throw new SandboxException(_name, "did not start again after a command", "a container that runs", "open a new sandbox");
        }

        using var turn = _turn.Take();
        foreach (var hidden in command.HiddenFolders)
        {
            _files.Show(hidden);
        }

        try
        {
            _files.CommandsRan = true;
            var limit = command.WallClock is { } shorter && shorter < Policy.WallClock ? shorter : Policy.WallClock;
            var result = await _engine.RunAsync(Execution(command), limit, command.StandardInput, Policy.OutputBytes, cancel);
            return result.ExitCode == 137 && IsOutOfMemory() ? result with { End = CommandEnd.Memory, ExitCode = null } : result;
        }
        finally
        {
            // No agent's command may start beside what an earlier one left, or with the tests in its sight.
            _broken = true;
            await RestartAsync();
            foreach (var hidden in command.HiddenFolders)
            {
                _files.Hide(hidden);
            }

            _broken = false;
        }
    }

    public CopyReport CopyIn(string hostPath, string path) => Files().CopyIn(hostPath, path);

    public CopyReport CopyOut(string path, string hostFolder) => Files().CopyOut(path, hostFolder);

    public void WriteFile(string path, ReadOnlySpan<byte> content) => Files().Write(path, content);

    public byte[]? ReadFile(string path, int limit) => Files().Read(path, limit);

    public void Dispose()
    {
        if (!_disposed)
        {
            _disposed = true;
            _ = _engine.Run(["rm", "--force", _name]);
        }
    }

    internal static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Owner(int process) => $"{process}-{ProcessFile.StatOf(process)?.StartTicks ?? 0}";

    private static IReadOnlyList<string> Start(SandboxPolicy policy, string name, string image)
    {
        var processors = Math.Clamp(policy.CpuTime / policy.WallClock, 0.01, Environment.ProcessorCount);
        return
        [
            .. (string[])["run", "--detach", "--name", name, "--label", "tare.sandbox", "--user", "0:0", "--workdir", "/"],
            // Else an engine that ends it waits for a first process that hears no other signal.
            .. (string[])["--stop-signal", "KILL"],
            .. (string[])["--network", "none", "--ipc", "private", "--hostname", "sandbox"],
            .. (string[])["--memory", Number(policy.MemoryBytes), "--memory-swap", Number(policy.MemoryBytes)],
            // The first process and the runner's own commands are counted too.
            .. (string[])["--pids-limit", Number(policy.Processes + 2)],
            .. (string[])["--cpus", processors.ToString("0.##", CultureInfo.InvariantCulture)],
            .. (string[])["--cap-drop", "all", "--cap-add", "CHOWN", "--cap-add", "DAC_OVERRIDE", "--cap-add", "FOWNER"],
            .. (string[])["--security-opt", "no-new-privileges"],
            .. (string[])["--ulimit", "nofile=1024:1024", "--ulimit", "nproc=4096:4096", "--ulimit", "core=0:0"],
            .. (string[])["--ulimit", $"fsize={policy.WorkFolderBytes}:{policy.WorkFolderBytes}"],
            .. (string[])["--entrypoint", "bash", image, "--noprofile", "--norc", "-c", Init],
        ];
    }

    private IReadOnlyList<string> Execution(SandboxedCommand command)
    {
        var agent = command.Identity == CommandIdentity.Agent;
        var variables = CommandEnvironment.Of(Policy, command, agent ? AgentHome : $"{Private}/home", agent ? "/tmp" : $"{Private}/tmp");
        // The image's own search path stands unless the task names one.
        var named = Policy.Environment.ContainsKey("PATH") || command.Environment.ContainsKey("PATH");
        var user = agent ? $"{Agent}:{Agent}" : "0:0";
        return
        [
            "exec",
            .. (command.StandardInput.Length > 0 ? (string[])["--interactive"] : []),
            .. (string[])["--user", user, "--workdir", Policy.WorkFolder],
            .. variables.Where(v => named || !v.StartsWith("PATH=", StringComparison.Ordinal)).SelectMany(v => (string[])["--env", v]),
            _name,
            .. command.Arguments,
        ];
    }

    private void AsRoot(string doing, string script, IReadOnlyList<string> arguments) =>
        _files.AsRoot(doing, script, arguments, ReadOnlyMemory<byte>.Empty);

    private ContainerFiles Files()
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        return _files;
    }

    private async Task RestartAsync()
    {
        var result = await _engine.RunAsync(["restart", "-t", "0", _name], s_restart);
        if (result is not { End: CommandEnd.Exited, ExitCode: 0 })
        {
            throw new SandboxException(_name, EngineClient.Said(result), "a container that starts again", "open a new sandbox");
        }
    }

    // The control group says so only while its container lives. Where it cannot be read, the command counts as ended by a signal.
    private bool IsOutOfMemory()
    {
        var id = _engine.Run(["inspect", "--format", "{{.State.Pid}}", _name]).Output.ToString().Trim();
        var groups = ProcessFile.Read($"/proc/{id}/cgroup")?.Split('\n') ?? [];
        foreach (var group in groups.Select(g => g.Split(':', 3)).Where(g => g.Length == 3 && g[1] is "" or "memory"))
        {
            var files =
                group[1].Length == 0 ? $"/sys/fs/cgroup{group[2]}/memory.events" : $"/sys/fs/cgroup/memory{group[2]}/memory.oom_control";
            var count = ProcessFile.Read(files)?.Split('\n').FirstOrDefault(l => l.StartsWith("oom_kill ", StringComparison.Ordinal));
            if (count is not null && count != "oom_kill 0")
            {
                return true;
            }
        }

        return false;
    }
}
