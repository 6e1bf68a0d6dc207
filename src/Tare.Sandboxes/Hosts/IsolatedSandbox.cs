using Tare.Sandboxes.Processes;

namespace Tare.Sandboxes.Hosts;

/// <summary>A sandbox of bubblewrap, limits and user ids of its own.</summary>
internal sealed class IsolatedSandbox : ISandbox
{
    // What bubblewrap itself is started with; the command's environment is set by the last program before it.
    private static readonly string[] s_startEnvironment = ["PATH=/usr/bin:/bin", "LC_ALL=C"];

    private readonly Mechanisms _mechanisms;
    private readonly WorkStore _store;
    private readonly Slot _slot;
    private readonly StoreFiles _files;
    private readonly Turn _turn = new();
    private bool _disposed;

    private IsolatedSandbox(Mechanisms mechanisms, SandboxPolicy policy, Slot slot, WorkStore store, IReadOnlyList<string> warnings)
    {
        _mechanisms = mechanisms;
        _slot = slot;
        _store = store;
        _files = new StoreFiles(store, policy.WorkFolderBytes);
        Policy = policy;
        Warnings = warnings;
    }

    public SandboxPolicy Policy { get; }

    public IReadOnlyList<string> Warnings { get; }

    internal uint AgentUser => _store.UserOf(CommandIdentity.Agent);

    internal string FilesOnHost => _store.Files;

    private StoreFiles Files
    {
        get
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            return _files;
        }
    }

    internal static IsolatedSandbox Open(
        Mechanisms mechanisms,
        UserRange? users,
        string parent,
        SandboxPolicy policy,
        IReadOnlyList<string> warnings
    )
    {
        policy.Check();
        MountPoints.Check(policy);
        var slot = Slot.Take(parent);
        try
        {
            var sized = mechanisms.SizedFileSystem && mechanisms.Has(Protection.WorkFolderSize);
            var store = WorkStore.Open(slot, mechanisms.OwnUsers ? users : null, policy, sized);
            return new IsolatedSandbox(mechanisms, policy, slot, store, warnings);
        }
        catch
        {
            slot.Dispose();
            throw;
        }
    }

    public string PathSeenByCommands(string path) => path;

    public async Task<CommandResult> RunAsync(SandboxedCommand command, CancellationToken cancel = default)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        ArgumentNullException.ThrowIfNull(command);
        command.Check();
        MountPoints.Check(Policy, command);
        using var turn = _turn.Take();
        return await RunAloneAsync(command, cancel);
    }

    public CopyReport CopyIn(string hostPath, string path) => Files.CopyIn(hostPath, path);

    public CopyReport CopyOut(string path, string hostFolder) => Files.CopyOut(path, hostFolder);

    public void WriteFile(string path, ReadOnlySpan<byte> content) => Files.Write(path, content);

    public byte[]? ReadFile(string path, int limit) => Files.Read(path, limit);

    public void Dispose()
    {
        if (!_disposed)
        {
            _disposed = true;
            _store.Dispose();
        }
    }

    private async Task<CommandResult> RunAloneAsync(SandboxedCommand command, CancellationToken cancel)
    {
        _store.HandOverTo(command.Identity);
        using var info = Descriptor.OfBytes([]);
        using var options = Descriptor.OfBytes(BubblewrapArguments.Options(_mechanisms, Policy, command, _store));
        using var filter = Descriptor.OfBytes(SyscallFilter.Program(refuseHiddenMemory: !_mechanisms.MemoryGroup));
        using var watch = Watch();
        var launch = new Launch
        {
            Arguments = BubblewrapArguments.Start(_mechanisms, Policy, command, _store, watch as ControlGroup),
            Environment = s_startEnvironment,
            StandardInput = command.StandardInput,
            ExtraFiles = [info, options, filter],
            Heart = () => _mechanisms.Has(Protection.ProcessNamespace) ? BubblewrapInfo.ChildOf(info) : null,
        };
        var result = await Supervisor.RunAsync(launch, Limits(command), watch, cancel);
        BubblewrapInfo.ThrowIfNotStarted(info, result);
        return result;
    }

    private ITreeWatch Watch()
    {
        if (_mechanisms.MemoryGroup && _mechanisms.Has(Protection.Memory))
        {
            // Files written to the store are charged to the group of whoever wrote them.
            var files = _mechanisms.SizedFileSystem ? Policy.WorkFolderBytes : 0;
            return ControlGroup.TryCreate(_slot.Name, Policy.MemoryBytes + files, out var why)
                ?? throw new SandboxException("memory limit", why, "the control group that the probe could make", "probe the host again");
        }

        return new ProcessListWatch(Policy.MemoryBytes);
    }

    private CommandLimits Limits(SandboxedCommand command) =>
        new()
        {
            WallClock = command.WallClock is { } own && own < Policy.WallClock ? own : Policy.WallClock,
            Cpu = Policy.CpuTime,
            OutputBytes = Policy.OutputBytes,
            MemoryBytes = _mechanisms.MemoryGroup || !_mechanisms.Has(Protection.Memory) ? null : Policy.MemoryBytes,
            Processes = _mechanisms.ProcessLimit || !_mechanisms.Has(Protection.ProcessCount) ? null : Policy.Processes,
            WorkFolderIsFull = _mechanisms.SizedFileSystem || !_mechanisms.Has(Protection.WorkFolderSize) ? null : _store.IsFull,
        };
}
