using System.Text;
using Tare.Sandboxes;

namespace Tare.Runner.Tests;

/// <summary>Runs nothing: every command prints what a function says, and the reward is what another one says.</summary>
internal sealed class QuietSandbox(SandboxPolicy policy, Func<string, string> output, Func<string?> reward) : ISandbox
{
    public SandboxPolicy Policy { get; } = policy;

    public IReadOnlyList<string> Warnings { get; } = [];

    public string PathSeenByCommands(string path) => path;

    public Task<CommandResult> RunAsync(SandboxedCommand command, CancellationToken cancel = default)
    {
        var text = Encoding.UTF8.GetBytes(command.Identity == CommandIdentity.Agent ? output(command.Arguments[^1]) : "");
        return Task.FromResult(
            new CommandResult(
                CommandEnd.Exited,
                0,
                new CapturedOutput(text, ReadOnlyMemory<byte>.Empty, text.Length),
                new CapturedOutput(ReadOnlyMemory<byte>.Empty, ReadOnlyMemory<byte>.Empty, 0),
                TimeSpan.Zero,
                TimeSpan.Zero,
                null
            )
        );
    }

    public CopyReport CopyIn(string hostPath, string path) => new(0, 0, []);

    public CopyReport CopyOut(string path, string hostFolder) => new(0, 0, []);

    public void WriteFile(string path, ReadOnlySpan<byte> content) { }

    public byte[]? ReadFile(string path, int limit) =>
        path.EndsWith("reward.txt", StringComparison.Ordinal) && reward() is { } text ? Encoding.UTF8.GetBytes(text) : null;

    public void Dispose() { }
}
