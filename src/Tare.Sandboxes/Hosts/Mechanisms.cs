namespace Tare.Sandboxes.Hosts;

/// <summary>What a sandbox is made of on a host.</summary>
internal sealed record Mechanisms
{
    /// <summary>Path of bubblewrap.</summary>
    internal required string Bubblewrap { get; init; }

    /// <summary>True when this process is root and can give every command a user id of its own.</summary>
    internal bool OwnUsers { get; init; }

    /// <summary>True when the work folder is a file system of its own, with a size.</summary>
    internal bool SizedFileSystem { get; init; }

    /// <summary>True when a memory control group bounds a command.</summary>
    internal bool MemoryGroup { get; init; }

    /// <summary>True when the limit of processes holds.</summary>
    internal bool ProcessLimit { get; init; }

    /// <summary>True when system calls are filtered.</summary>
    internal bool Filter { get; init; }

    internal Protection On { get; init; } = Protection.All;

    internal bool Has(Protection protection) => (On & protection) != Protection.None;
}
