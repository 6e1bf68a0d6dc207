using Tare.Sandboxes.Containers;

namespace Tare.Sandboxes;

/// <summary>A container engine that has run a container on this host. Safe for use by several threads.</summary>
public sealed class ContainerEngine
{
    private static readonly Lazy<ContainerProbe> s_probed = new(() => Probe(["podman", "docker"]));

    /// <summary>What a container cannot promise, each a sentence; to be shown to people.</summary>
    public static readonly IReadOnlyList<string> Weaker =
    [
        "WorkFolderSize is NOT given in a container: a single file is limited, all of them together are not, and can fill the engine's disk",
        "Identity is weaker in a container: agents of all containers have one user id, and the verifier is root of its container",
        "SystemCalls of a container are those that the engine's own filter leaves",
        "processor time of a container is limited by the elapsed time on its processors, and not measured",
    ];

    private readonly EngineClient _client;

    private ContainerEngine(EngineClient client)
    {
        _client = client;
    }

    /// <summary>Its name: <c>podman</c> or <c>docker</c>.</summary>
    public string Name => _client.Name;

    /// <summary>
    /// Runs a container with every limit of a sandbox, of an image made from programs of this host, podman first, then docker; removes it, and what killed
    /// runners have left. Done once a process.
    /// </summary>
    public static ContainerProbe Probe() => s_probed.Value;

    /// <summary>The same with other engines, each time anew.</summary>
    internal static ContainerProbe Probe(IReadOnlyList<string> names)
    {
        var failures = new List<string>();
        foreach (var name in names)
        {
            if (OperatingSystem.IsLinux() && EngineClient.Find(name) is { } client)
            {
                var (failure, version) = Try(client);
                if (failure is null)
                {
                    return new ContainerProbe(new ContainerEngine(client), $"{version} ran a container on this host");
                }

                failures.Add($"{name}: {failure}");
            }
            else
            {
                failures.Add($"{name}: {(OperatingSystem.IsLinux() ? "not installed" : "this is not Linux")}");
            }
        }

        return new ContainerProbe(Engine: null, $"no container engine works on this host: {string.Join("; ", failures)}");
    }

    /// <summary>Refuses a policy that no container keeps.</summary>
    /// <param name="policy">The policy.</param>
    /// <exception cref="SandboxException">It asks for strict isolation.</exception>
    public static void CheckPolicy(SandboxPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        policy.Check();
        if (policy.Isolation == IsolationLevel.Strict)
        {
            throw new SandboxException(
                $"policy.{nameof(policy.Isolation)}",
                "Strict in a container\n    " + string.Join("\n    ", Weaker),
                "best-effort isolation for tasks that bring a container image",
                "--isolation best-effort, or take the tasks with an image out",
                [Guarantee.Identity, Guarantee.SystemCalls, Guarantee.WorkFolderSize]
            );
        }
    }

    /// <summary>Finds an image that the engine has.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>The image, or null where the engine has none of that name.</returns>
    public ContainerImage? Find(string name)
    {
        CheckName(name);
        var result = _client.Run(["image", "inspect", "--format", "{{.Config.WorkingDir}}", name]);
        var folder = result.Output.ToString().Trim();
        return result is { End: CommandEnd.Exited, ExitCode: 0 } ? new ContainerImage(name, folder is "" or "/" ? null : folder) : null;
    }

    /// <summary>Fetches an image with the engine's own network.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="patience">Longest time.</param>
    /// <exception cref="SandboxException">It cannot be had; the message ends with what the engine said.</exception>
    public ContainerImage Pull(string name, TimeSpan patience)
    {
        CheckName(name);
        return Made(name, $"pull of {name}", ["pull", name], patience);
    }

    /// <summary>
    /// Builds an image from a folder with a <c>Dockerfile</c>, with the engine's own network: whoever wrote the file is trusted with the build.
    /// </summary>
    /// <param name="folder">The folder.</param>
    /// <param name="name">The name that the image gets.</param>
    /// <param name="patience">Longest time.</param>
    /// <exception cref="SandboxException">It cannot be built; the message ends with the last lines of the build.</exception>
    public ContainerImage Build(string folder, string name, TimeSpan patience)
    {
        ArgumentNullException.ThrowIfNull(folder);
        CheckName(name);
        var file = Path.Combine(folder, "Dockerfile");
        return Made(name, file, ["build", "--tag", name, "--file", file, folder], patience);
    }

    /// <summary>Removes an image.</summary>
    /// <param name="name">Its name.</param>
    public void Remove(string name)
    {
        CheckName(name);
        _ = _client.Run(["rmi", "--force", name]);
    }

    /// <summary>Starts a container and gives it as a sandbox: no network, no mounts of the host, few rights, limits of memory, processes and processors.</summary>
    /// <param name="policy">What its commands may use.</param>
    /// <param name="image">The image; it needs <c>bash</c> and the core utilities.</param>
    /// <exception cref="SandboxException">The policy asks for strict isolation, or the container cannot be started.</exception>
    public ISandbox Open(SandboxPolicy policy, ContainerImage image)
    {
        ArgumentNullException.ThrowIfNull(image);
        CheckPolicy(policy);
        return ContainerSandbox.Open(_client, policy, image.Name);
    }

    private ContainerImage Made(string name, string place, IReadOnlyList<string> arguments, TimeSpan patience)
    {
        var result = _client.BuildAsync(arguments, patience, CancellationToken.None).GetAwaiter().GetResult();
        if (result is { End: CommandEnd.Exited, ExitCode: 0 } && Find(name) is { } image)
        {
            return image;
        }

        var late = result.End == CommandEnd.WallClock ? FormattableString.Invariant($"took more than {patience.TotalSeconds} s; ") : "";
        throw new SandboxException(
            place,
            $"{late}{Name} {arguments[0]}: {EngineClient.Said(result)}",
            "an image",
            "correct the file or the name, give it more time ([environment] build_timeout_sec), or look for the network that it needs"
        );
    }

    // What begins with '-' would be an option.
    private static void CheckName(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (name.Length == 0 || !char.IsAsciiLetterOrDigit(name[0]) || !name.All(c => char.IsAsciiLetterOrDigit(c) || "./:_-@".Contains(c)))
        {
            throw new SandboxException("image", $"'{name}'", "a name such as debian:12 or registry/name@sha256:...", "correct the name");
        }
    }

    private static (string? Failure, string Version) Try(EngineClient client)
    {
        var folder = Directory.CreateTempSubdirectory("tare-probe-").FullName;
        var engine = new ContainerEngine(client);
        var name = $"localhost/tare-probe:{Environment.ProcessId}";
        try
        {
            ContainerSandbox.Sweep(client);
            HostRootFolder.Write(folder);
            var image = engine.Build(folder, name, TimeSpan.FromMinutes(1));
            using var sandbox = engine.Open(new SandboxPolicy { Isolation = IsolationLevel.BestEffort }, image);
            var said = sandbox.RunAsync(SandboxedCommand.Bash("echo \"ran as $UID\"")).GetAwaiter().GetResult();
            var version = OneLine(client.Run(["--version"]).Output.ToString());
            return said.Output.ToString() == $"ran as {ContainerSandbox.Agent}\n"
                ? (null, version)
                : (OneLine(EngineClient.Said(said)), version);
        }
        catch (Exception e) when (e is SandboxException or IOException or UnauthorizedAccessException)
        {
            return (OneLine(e.Message), "");
        }
        finally
        {
            engine.Remove(name);
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string OneLine(string text)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length > 300 ? line[..300] + "..." : line;
    }
}
