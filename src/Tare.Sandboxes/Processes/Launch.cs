namespace Tare.Sandboxes.Processes;

/// <summary>What the supervisor starts.</summary>
internal sealed record Launch
{
    /// <summary>Program and arguments.</summary>
    internal required IReadOnlyList<string> Arguments { get; init; }

    /// <summary><c>NAME=VALUE</c> lines.</summary>
    internal required IReadOnlyList<string> Environment { get; init; }

    /// <summary>Bytes on standard input.</summary>
    internal ReadOnlyMemory<byte> StandardInput { get; init; }

    /// <summary>Open files from number 3 on.</summary>
    internal IReadOnlyList<Descriptor> ExtraFiles { get; init; } = [];

    /// <summary>Where it starts; null for where this process is.</summary>
    internal string? Folder { get; init; }

    /// <summary>The process whose death ends the tree, by its number on the host; null while it is not known.</summary>
    internal Func<int?> Heart { get; init; } = () => null;
}
