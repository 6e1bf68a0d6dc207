namespace Tare.Sandboxes.Processes;

/// <summary>The bounds that the supervisor itself keeps; null where the kernel does.</summary>
internal sealed record CommandLimits
{
    internal required TimeSpan WallClock { get; init; }

    internal required TimeSpan Cpu { get; init; }

    internal required int OutputBytes { get; init; }

    internal long? MemoryBytes { get; init; }

    internal int? Processes { get; init; }

    internal Func<bool>? WorkFolderIsFull { get; init; }
}
