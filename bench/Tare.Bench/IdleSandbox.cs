using Tare.Sandboxes;

namespace Tare.Bench;

/// <summary>Runs nothing and gives every attempt the reward 1: what is left is the runner.</summary>
/// <param name="policy">The policy that it is asked for.</param>
internal sealed class IdleSandbox(SandboxPolicy policy) : ISandbox
{
    private static readonly CapturedOutput s_nothing = new(ReadOnlyMemory<byte>.Empty, ReadOnlyMemory<byte>.Empty, 0);

    public SandboxPolicy Policy { get; } = policy;

    public IReadOnlyList<string> Warnings { get; } = [];

    public string PathSeenByCommands(string path) => path;

    public Task<CommandResult> RunAsync(SandboxedCommand command, CancellationToken cancel = default) =>
        Task.FromResult(new CommandResult(CommandEnd.Exited, 0, s_nothing, s_nothing, TimeSpan.Zero, TimeSpan.Zero, null));

    public CopyReport CopyIn(string hostPath, string path) => new(0, 0, []);

    public CopyReport CopyOut(string path, string hostFolder) => new(0, 0, []);

    public void WriteFile(string path, ReadOnlySpan<byte> content) { }

    public byte[]? ReadFile(string path, int limit) => path.EndsWith("reward.txt", StringComparison.Ordinal) ? "1"u8.ToArray() : null;

    public void Dispose() { }
}
