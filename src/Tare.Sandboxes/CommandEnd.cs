namespace Tare.Sandboxes;

/// <summary>What ended a command.</summary>
public enum CommandEnd
{
    /// <summary>It ended by itself, or by a signal of its own; see the exit code.</summary>
    Exited,

    /// <summary>The elapsed time.</summary>
    WallClock,

    /// <summary>The processor time of the tree.</summary>
    CpuTime,

    /// <summary>The memory of the tree.</summary>
    Memory,

    /// <summary>The number of processes, where only the watchdog bounds it. Where the kernel does, a fork fails and the command goes on.</summary>
    ProcessCount,

    /// <summary>The size of the work folder, where only the watchdog bounds it. Where the kernel does, a write fails and the command goes on.</summary>
    WorkFolderSize,

    /// <summary>The caller withdrew it.</summary>
    Cancelled,
}
