using Tare.Sandboxes.Processes;

namespace Tare.Sandboxes.Containers;

/// <summary>The command line of a container engine. Two engines are known, whose options are alike.</summary>
/// <param name="name">The engine's name.</param>
/// <param name="program">Absolute path of its program.</param>
internal sealed class EngineClient(string name, string program)
{
    private const int OutputBytes = 64 << 10;

    // Where the engine is found and keeps its things; nothing else, so that no variable of the runner, such as a proxy or a key, gets into a container.
    private static readonly string[] s_passed =
    [
        "PATH",
        "HOME",
        "TMPDIR",
        "XDG_RUNTIME_DIR",
        "XDG_CONFIG_HOME",
        "DBUS_SESSION_BUS_ADDRESS",
        "DOCKER_HOST",
        "DOCKER_CONTEXT",
        "CONTAINER_HOST",
    ];

    internal string Name => name;

    internal string Program => program;

    /// <summary>The engine's client, or null where no such program is on the search path.</summary>
    internal static EngineClient? Find(string name) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(':', StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, name))
            .FirstOrDefault(File.Exists)
            is { } found
            ? new EngineClient(name, Path.GetFullPath(found))
            : null;

    internal static IEnumerable<string> Variables(params string[] more) =>
        s_passed
            .Concat(more)
            .Select(v => (Name: v, Value: Environment.GetEnvironmentVariable(v)))
            .Where(v => !string.IsNullOrEmpty(v.Value))
            .Select(v => $"{v.Name}={v.Value}");

    /// <summary>Runs the client. A client that reaches the time is killed; what it started in the engine's hands is not.</summary>
    internal Task<CommandResult> RunAsync(
        IReadOnlyList<string> arguments,
        TimeSpan patience,
        ReadOnlyMemory<byte> input = default,
        int outputBytes = OutputBytes,
        CancellationToken cancel = default
    ) => StartAsync(arguments, patience, [.. Variables()], new ClientAlone(), input, outputBytes, cancel);

    /// <summary>Builds an image. The author of what is built is trusted with it: it has the network and the host's proxies.</summary>
    internal Task<CommandResult> BuildAsync(IReadOnlyList<string> arguments, TimeSpan patience, CancellationToken cancel)
    {
        string[] proxies = ["http_proxy", "https_proxy", "no_proxy", "HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY"];
        return StartAsync(
            arguments,
            patience,
            [.. Variables(proxies)],
            new ProcessListWatch(long.MaxValue),
            ReadOnlyMemory<byte>.Empty,
            OutputBytes,
            cancel
        );
    }

    /// <summary>Runs the client to its end, for what never takes long.</summary>
    internal CommandResult Run(IReadOnlyList<string> arguments, ReadOnlyMemory<byte> input = default, int outputBytes = OutputBytes) =>
        RunAsync(arguments, TimeSpan.FromMinutes(2), input, outputBytes).GetAwaiter().GetResult();

    /// <summary>The same, and fails where the client does.</summary>
    internal CommandResult Need(string doing, IReadOnlyList<string> arguments, ReadOnlyMemory<byte> input = default)
    {
        var result = Run(arguments, input);
        return result is { End: CommandEnd.Exited, ExitCode: 0 }
            ? result
            : throw new SandboxException(
                $"{name}, {doing}",
                Said(result),
                "that the engine does it",
                "look at the engine's own messages, and at the image: it needs bash and the core utilities"
            );
    }

    /// <summary>The end of what a client said, in at most 15 lines.</summary>
    internal static string Said(CommandResult result)
    {
        var lines = $"{result.Output}\n{result.Error}"
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(l => new string([.. l.Select(c => char.IsControl(c) ? ' ' : c)]).TrimEnd())
            .Where(l => l.Length > 0)
            .TakeLast(15)
            .ToList();
        var end = result.End == CommandEnd.Exited ? FormattableString.Invariant($"exit code {result.ExitCode}") : $"ended by {result.End}";
        return lines.Count == 0 ? end : $"{end}\n    {string.Join("\n    ", lines)}";
    }

    private Task<CommandResult> StartAsync(
        IReadOnlyList<string> arguments,
        TimeSpan patience,
        IReadOnlyList<string> environment,
        ITreeWatch watch,
        ReadOnlyMemory<byte> input,
        int outputBytes,
        CancellationToken cancel
    )
    {
        var launch = new Launch
        {
            Arguments = [program, .. arguments],
            Environment = environment,
            StandardInput = input,
        };
        var limits = new CommandLimits
        {
            WallClock = patience,
            Cpu = TimeSpan.MaxValue,
            OutputBytes = outputBytes,
        };
        return Supervisor.RunAsync(launch, limits, watch, cancel);
    }

    /// <summary>Leaves alone what the client starts: the program that keeps a container must outlive it.</summary>
    private sealed class ClientAlone : ITreeWatch
    {
        public TreeUsage Measure(int root) => default;

        public long? PeakBytes() => null;

        public bool KillRemaining(int root) => true;

        public void Dispose() { }
    }
}
