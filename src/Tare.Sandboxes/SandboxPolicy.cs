namespace Tare.Sandboxes;

/// <summary>What a command may use. There is no network in any policy. Sizes are bytes, 1 MiB = 1,048,576.</summary>
public sealed record SandboxPolicy
{
    /// <summary>What must be promised before anything runs. Default: <see cref="IsolationLevel.Strict"/>.</summary>
    public IsolationLevel Isolation { get; init; } = IsolationLevel.Strict;

    /// <summary>Where commands see their work folder; they start there. Default: <c>/work</c>.</summary>
    public string WorkFolder { get; init; } = "/work";

    /// <summary>Where the verifier's commands, and only they, see a folder for what they decide. Default: <c>/logs/verifier</c>.</summary>
    public string VerifierFolder { get; init; } = "/logs/verifier";

    /// <summary>Everything that commands can write (work folder, <c>/tmp</c>, home, <c>/dev/shm</c>, verifier's folder) together; also the largest single file. Default: 512 MiB.</summary>
    public long WorkFolderBytes { get; init; } = 512L << 20;

    /// <summary>Folders and files of the host that every command sees, read-only, besides <c>/usr</c> and what it needs of <c>/etc</c>. Default: none.</summary>
    public IReadOnlyList<string> ReadOnlyPaths { get; init; } = [];

    /// <summary>
    /// Memory of all processes of a command together. Where a memory control group enforces it, files that the command writes count too and
    /// the bound is this plus <see cref="WorkFolderBytes"/>. Default: 2 GiB.
    /// </summary>
    public long MemoryBytes { get; init; } = 2L << 30;

    /// <summary>Processes and threads of a command at one time, its first one included. Default: 128.</summary>
    public int Processes { get; init; } = 128;

    /// <summary>Processor time of all processes of a command together. Default: 10 minutes.</summary>
    public TimeSpan CpuTime { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Elapsed time of a command. Default: 10 minutes.</summary>
    public TimeSpan WallClock { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>What is kept of each output stream of a command; the rest is read, counted and dropped. Default: 1 MiB.</summary>
    public int OutputBytes { get; init; } = 1 << 20;

    /// <summary>Environment variables of commands, besides <c>PATH</c>, <c>HOME</c>, <c>TMPDIR</c>, <c>USER</c> and <c>LANG</c>. Nothing of the runner's environment enters. Default: none.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Largest number of files and folders that commands can create: one for each 4 KiB of <see cref="WorkFolderBytes"/>, at least 1,024.</summary>
    internal long Files => Math.Max(1024, WorkFolderBytes / 4096);

    internal void Check()
    {
        Positive(nameof(WorkFolderBytes), WorkFolderBytes, 1 << 20);
        Positive(nameof(MemoryBytes), MemoryBytes, 1 << 20);
        Positive(nameof(Processes), Processes, 1);
        Positive(nameof(OutputBytes), OutputBytes, 1);
        Positive(nameof(CpuTime), CpuTime.Ticks, TimeSpan.TicksPerMillisecond);
        Positive(nameof(WallClock), WallClock.Ticks, TimeSpan.TicksPerMillisecond);
        InsidePath.Check($"policy.{nameof(WorkFolder)}", WorkFolder);
        InsidePath.Check($"policy.{nameof(VerifierFolder)}", VerifierFolder);
        CommandEnvironment.Check($"policy.{nameof(Environment)}", Environment);
        foreach (var path in ReadOnlyPaths)
        {
            HostPath.Check($"policy.{nameof(ReadOnlyPaths)}", path);
        }
    }

    private static void Positive(string name, long value, long least)
    {
        if (value < least)
        {
            throw new SandboxException($"policy.{name}", $"{value}", $"at least {least}", "give a larger limit");
        }
    }
}
