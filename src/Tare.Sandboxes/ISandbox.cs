namespace Tare.Sandboxes;

/// <summary>
/// A place where commands run one after another, with files as the only thing that stays between them. Not for use by several callers at
/// once: a second command waits for nothing and is refused.
/// </summary>
public interface ISandbox : IDisposable
{
    /// <summary>The policy it keeps.</summary>
    SandboxPolicy Policy { get; }

    /// <summary>Each guarantee that is weaker than <see cref="GuaranteeLevel.Enforced"/>, as a sentence; to be shown to people.</summary>
    IReadOnlyList<string> Warnings { get; }

    /// <summary>The path at which commands see what the policy calls <paramref name="path"/>: the same one where there is a file system of its own.</summary>
    /// <param name="path">A path in the sandbox.</param>
    string PathSeenByCommands(string path);

    /// <summary>Runs a command until it ends or a limit ends it; then nothing of it runs any more.</summary>
    /// <param name="command">The command.</param>
    /// <param name="cancel">Ends the command; the result then says so.</param>
    /// <exception cref="SandboxException">The command cannot be started as asked.</exception>
    Task<CommandResult> RunAsync(SandboxedCommand command, CancellationToken cancel = default);

    /// <summary>Copies a file or folder of the host into the sandbox; it then belongs to the agent. Links are not followed and not copied.</summary>
    /// <param name="hostPath">A file or folder of the host.</param>
    /// <param name="path">A path in the sandbox, below a folder that commands can write.</param>
    CopyReport CopyIn(string hostPath, string path);

    /// <summary>Copies regular files out of the sandbox. Links are neither followed nor copied; the report says what was left out.</summary>
    /// <param name="path">A folder of the sandbox that commands can write.</param>
    /// <param name="hostFolder">A folder of the host that does not exist or is empty.</param>
    CopyReport CopyOut(string path, string hostFolder);

    /// <summary>Writes a file, which then belongs to the agent; folders on the way are made.</summary>
    /// <param name="path">A path in the sandbox, below a folder that commands can write.</param>
    /// <param name="content">Its bytes.</param>
    void WriteFile(string path, ReadOnlySpan<byte> content);

    /// <summary>Reads a regular file, or null where there is none. Links are not followed.</summary>
    /// <param name="path">A path in the sandbox, below a folder that commands can write.</param>
    /// <param name="limit">Largest size that is accepted, bytes.</param>
    /// <exception cref="SandboxException">It is no regular file, it is reached through a link, or it is larger.</exception>
    byte[]? ReadFile(string path, int limit);
}
