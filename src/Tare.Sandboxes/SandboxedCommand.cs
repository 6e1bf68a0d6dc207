namespace Tare.Sandboxes;

/// <summary>One command for a sandbox: its own process tree, with the work folder as its only memory of earlier ones.</summary>
/// <param name="Arguments">Program and arguments; the program is looked for on the sandbox's <c>PATH</c>.</param>
public sealed record SandboxedCommand(IReadOnlyList<string> Arguments)
{
    /// <summary>Bytes on standard input; then it ends. Default: none.</summary>
    public ReadOnlyMemory<byte> StandardInput { get; init; }

    /// <summary>Variables for this command alone, over those of the policy. Default: none.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>A shorter elapsed time than the policy's. Default: the policy's.</summary>
    public TimeSpan? WallClock { get; init; }

    /// <summary>For whom it runs. Default: <see cref="CommandIdentity.Agent"/>.</summary>
    public CommandIdentity Identity { get; init; }

    /// <summary>What this command sees and no other. Default: none.</summary>
    public IReadOnlyList<HiddenFolder> HiddenFolders { get; init; } = [];

    /// <summary>A line for <c>bash</c>, without the files that a login reads.</summary>
    /// <param name="script">What <c>bash -c</c> gets.</param>
    public static SandboxedCommand Bash(string script) => new(["bash", "--noprofile", "--norc", "-c", script]);

    internal void Check()
    {
        if (Arguments.Count == 0 || Arguments[0].Length == 0)
        {
            throw new SandboxException("command.Arguments", "no program", "a program and its arguments", "name the program to run");
        }

        if (Arguments.FirstOrDefault(a => a.Contains('\0', StringComparison.Ordinal)) is { } broken)
        {
            var place = $"command.Arguments[{Arguments.ToList().IndexOf(broken)}]";
            throw new SandboxException(place, "holds a zero byte", "text without zero bytes", "pass bytes on standard input");
        }

        CommandEnvironment.Check($"command.{nameof(Environment)}", Environment);
        foreach (var hidden in HiddenFolders)
        {
            HostPath.Check($"command.{nameof(HiddenFolders)}", hidden.HostPath);
            InsidePath.Check($"command.{nameof(HiddenFolders)}", hidden.Path);
        }
    }
}
