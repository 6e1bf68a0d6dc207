namespace Tare.Sandboxes;

/// <summary>How a command went.</summary>
/// <param name="End">What ended it.</param>
/// <param name="ExitCode">Its exit code; 128 + n after signal n; null when a limit or the caller ended it.</param>
/// <param name="Output">Standard output.</param>
/// <param name="Error">Standard error.</param>
/// <param name="Wall">Elapsed time, the sandbox's own start included.</param>
/// <param name="Cpu">
/// User and system time of the tree, the sandbox's own start included, where a control group exists. Without one it is a lower bound: what the
/// watchdog saw last, which for a command of a few milliseconds is next to nothing.
/// </param>
/// <param name="PeakMemoryBytes">
/// Largest memory of the tree: the kernel's count (files written included) where a memory control group exists, else the largest sum that the
/// watchdog saw, which knows nothing of a command that ended before its first look: null.
/// </param>
public sealed record CommandResult(
    CommandEnd End,
    int? ExitCode,
    CapturedOutput Output,
    CapturedOutput Error,
    TimeSpan Wall,
    TimeSpan Cpu,
    long? PeakMemoryBytes
);
