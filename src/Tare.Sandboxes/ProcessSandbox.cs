using Tare.Sandboxes.Hosts;
using Tare.Sandboxes.Processes;

namespace Tare.Sandboxes;

/// <summary>
/// NO ISOLATION. Commands run as the user who started this program, see all of its files, its network and its processes. Only for commands
/// whose author is trusted. Time, memory, output and work folder are watched; the process group is killed at the end.
/// </summary>
public sealed class ProcessSandbox : ISandbox
{
    /// <summary>The sentence that stands in <see cref="Warnings"/> and belongs on every screen that uses this sandbox.</summary>
    public const string Notice =
        "NO ISOLATION: commands run as the user of this program, with its files, network and processes. Use this for commands that you trust.";

    private readonly Slot _slot;
    private readonly WorkStore _store;
    private readonly StoreFiles _files;
    private readonly Turn _turn = new();
    private bool _disposed;

    private ProcessSandbox(SandboxPolicy policy, Slot slot, WorkStore store)
    {
        Policy = policy;
        _slot = slot;
        _store = store;
        _files = new StoreFiles(store, policy.WorkFolderBytes);
    }

    private StoreFiles Files
    {
        get
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            return _files;
        }
    }

    /// <inheritdoc/>
    public SandboxPolicy Policy { get; }

    /// <inheritdoc/>
    public IReadOnlyList<string> Warnings { get; } = [Notice];

    /// <summary>Opens one. The policy must not ask for strict isolation: there is none to give.</summary>
    /// <param name="policy">Limits; <see cref="SandboxPolicy.ReadOnlyPaths"/> means nothing here.</param>
    /// <exception cref="SandboxException">The policy asks for strict isolation.</exception>
    public static ProcessSandbox Open(SandboxPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        policy.Check();
        if (policy.Isolation == IsolationLevel.Strict)
        {
            throw new SandboxException(
                $"policy.{nameof(policy.Isolation)}",
                "Strict for the process-only sandbox",
                "best effort, which says that nothing is promised",
                "open a sandbox of the host, or, for commands that you trust, ask for best effort",
                [.. Enum.GetValues<Guarantee>()]
            );
        }

        if (!OperatingSystem.IsLinux())
        {
            throw new SandboxException(
                "process-only sandbox",
                "this is not Linux",
                "Linux",
                "run in a virtual machine or container with Linux"
            );
        }

        var slot = Slot.Take(Slot.Parent());
        try
        {
            return new ProcessSandbox(policy, slot, WorkStore.Open(slot, users: null, policy, sized: false));
        }
        catch
        {
            slot.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public string PathSeenByCommands(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        var hidden = Path.Combine(_slot.Folder, "hidden", path.TrimStart('/'));
        if (Path.Exists(hidden))
        {
            return hidden;
        }

        var (folder, below, _) = _store.Resolve(path);
        return below.Length == 0 ? folder : $"{folder}/{below}";
    }

    /// <inheritdoc/>
    public async Task<CommandResult> RunAsync(SandboxedCommand command, CancellationToken cancel = default)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        ArgumentNullException.ThrowIfNull(command);
        command.Check();
        using var turn = _turn.Take();
        ShowHidden(command);
        var own = _store.FolderOf(command.Identity);
        var launch = new Launch
        {
            // The command dies with the thread that started it, as far as it does not leave its group.
            Arguments =
            [
                "/usr/bin/setpriv",
                "--pdeathsig",
                "KILL",
                .. BubblewrapArguments.Limits(Policy, processes: null),
                .. command.Arguments,
            ],
            Environment = CommandEnvironment.Of(Policy, command, $"{own}/home", $"{own}/tmp"),
            StandardInput = command.StandardInput,
            Folder = _store.Work,
        };
        var limits = new CommandLimits
        {
            WallClock = command.WallClock is { } shorter && shorter < Policy.WallClock ? shorter : Policy.WallClock,
            Cpu = Policy.CpuTime,
            OutputBytes = Policy.OutputBytes,
            MemoryBytes = Policy.MemoryBytes,
            Processes = Policy.Processes,
            WorkFolderIsFull = _store.IsFull,
        };
        return await Supervisor.RunAsync(launch, limits, new ProcessListWatch(Policy.MemoryBytes), cancel);
    }

    /// <inheritdoc/>
    public CopyReport CopyIn(string hostPath, string path) => Files.CopyIn(hostPath, path);

    /// <inheritdoc/>
    public CopyReport CopyOut(string path, string hostFolder) => Files.CopyOut(path, hostFolder);

    /// <inheritdoc/>
    public void WriteFile(string path, ReadOnlySpan<byte> content) => Files.Write(path, content);

    /// <inheritdoc/>
    public byte[]? ReadFile(string path, int limit) => Files.Read(path, limit);

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!_disposed)
        {
            _disposed = true;
            _store.Dispose();
        }
    }

    // Without mounts, a link stands where the command is told to look.
    private void ShowHidden(SandboxedCommand command)
    {
        var root = Path.Combine(_slot.Folder, "hidden");
        if (Directory.Exists(root))
        {
            HostTool.Run("/bin/rm", "-rf", "--one-file-system", "--", root);
        }

        foreach (var hidden in command.HiddenFolders)
        {
            var link = Path.Combine(root, hidden.Path.TrimStart('/'));
            Directory.CreateDirectory(Path.GetDirectoryName(link)!);
            File.CreateSymbolicLink(link, hidden.HostPath);
        }
    }
}
