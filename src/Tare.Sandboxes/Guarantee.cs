namespace Tare.Sandboxes;

/// <summary>One promise of a sandbox. <c>docs/design/sandboxes.md</c> says what each stops.</summary>
public enum Guarantee
{
    /// <summary>A command sees only what the policy binds, and writes only below its own folders.</summary>
    FileSystem,

    /// <summary>No network, no loopback of the host.</summary>
    Network,

    /// <summary>A command sees no process but its own, and all of them end with it.</summary>
    ProcessTree,

    /// <summary>A command runs under user ids that nothing else on the host has, the verifier under another one.</summary>
    Identity,

    /// <summary>System calls that widen the attack surface (name spaces, mounts, key rings, odd socket families) are refused.</summary>
    SystemCalls,

    /// <summary>Processes and threads of a command are limited.</summary>
    ProcessCount,

    /// <summary>Memory of the whole tree is limited.</summary>
    Memory,

    /// <summary>Bytes and files in everything that a command can write are limited.</summary>
    WorkFolderSize,
}
