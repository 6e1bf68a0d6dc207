namespace Tare.Sandboxes.Processes;

/// <summary>What the processes of a command use at a moment.</summary>
/// <param name="Cpu">Processor time so far.</param>
/// <param name="MemoryBytes">Memory of all of them.</param>
/// <param name="Threads">Threads of all of them.</param>
/// <param name="OutOfMemory">True when the kernel has killed one of them at the limit.</param>
internal readonly record struct TreeUsage(TimeSpan Cpu, long MemoryBytes, int Threads, bool OutOfMemory);
