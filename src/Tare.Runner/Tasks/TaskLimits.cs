namespace Tare.Runner;

/// <summary>What a task asks for: effective limits of its environment, agent and verifier. Part of an item's identity.</summary>
public sealed record TaskLimits
{
    /// <summary>Elapsed time of the agent. Default: Harbor's 600 s.</summary>
    public TimeSpan Agent { get; init; } = TimeSpan.FromSeconds(600);

    /// <summary>Elapsed time of the verifier. Default: Harbor's 600 s.</summary>
    public TimeSpan Verifier { get; init; } = TimeSpan.FromSeconds(600);

    /// <summary>Memory of all processes of a command together, bytes. Default: Harbor's 2,048 MiB.</summary>
    public long MemoryBytes { get; init; } = 2048L << 20;

    /// <summary>Size of everything that commands can write, bytes. Default: 512 MiB.</summary>
    public long StorageBytes { get; init; } = 512L << 20;

    /// <summary>Processors: a command may use this many times its elapsed time of processor time. Default: Harbor's 1.</summary>
    public int Cpus { get; init; } = 1;
}
