using Tare.Records;
using Tare.Runner.Toml;
using Tare.Sandboxes;

namespace Tare.Runner;

/// <summary>What Harbor allows and this program cannot honour: refused by name, since ignoring it would change the test.</summary>
internal static class TaskRefusals
{
    internal const string Dockerfile = "Dockerfile";
    private static readonly string[] s_images = ["docker-compose.yaml", "docker-compose.yml", "image.def"];

    // Key, what it would mean, what to do instead.
    private static readonly (string Key, string Means, string NextStep)[] s_keys =
    [
        ("steps", "a task of several steps", "split it into one task a step"),
        ("environment.mcp_servers", "servers of tools", "give the tool as a program in environment/"),
        ("environment.healthcheck", "a service that is waited for", "start the service in the task's own scripts"),
        ("environment.skills_dir", "skills for the agent", "put the text into the instruction or environment/"),
        ("environment.gpu_types", "graphics processors", "run it elsewhere"),
        ("verifier.environment", "a verifier with an environment of its own", "write tests that run in the agent's environment"),
        ("verifier.collect", "a verifier that collects from elsewhere", "write tests that read the work folder"),
        ("agent.user", "a user for the agent", "remove it: the agent has a user of its own, never root"),
        ("verifier.user", "a user for the verifier", "remove it: the verifier has a user of its own, never root"),
    ];

    internal static void Check(string folder, TaskKeys keys, Func<ContainerProbe> probe)
    {
        foreach (var (key, means, nextStep) in s_keys)
        {
            if (keys.Get(key) is not null)
            {
                throw InputException.At(
                    $"{keys.Place(key)} ({key})",
                    $"asks for {means}",
                    "a task without it: not supported yet",
                    nextStep
                );
            }
        }

        Network(keys);
        Only(keys, "environment.os", "linux", "a task for Linux");
        Only(
            keys,
            "verifier.environment_mode",
            "shared",
            "a verifier in the agent's environment; its tests and its reward are out of the agent's reach all the same"
        );
        if (keys.Integer("environment.gpus", 0, long.MaxValue, "a whole number") is > 0)
        {
            throw InputException.At(
                $"{keys.Place("environment.gpus")} (environment.gpus)",
                "asks for graphics processors",
                "0",
                "run it elsewhere"
            );
        }

        Images(folder);
        Engine(folder, keys, probe);
    }

    private static void Network(TaskKeys keys)
    {
        foreach (var role in new[] { "environment", "agent", "verifier" })
        {
            Only(keys, $"{role}.network_mode", "no-network", "no network: there is none in a sandbox");
            if (keys.Get($"{role}.allowed_hosts") is { } hosts and not TomlArray { Values.Count: 0 })
            {
                throw InputException.At(
                    $"{hosts.Place} ({role}.allowed_hosts)",
                    "names hosts",
                    "no hosts: there is no network in a sandbox",
                    "put what is needed into environment/"
                );
            }
        }

        if (keys.Boolean("environment.allow_internet") is true)
        {
            throw InputException.At(
                $"{keys.Place("environment.allow_internet")} (environment.allow_internet)",
                "true",
                "false: there is no network in a sandbox",
                "put what is needed into environment/"
            );
        }
    }

    private static void Only(TaskKeys keys, string key, string value, string expectation)
    {
        if (keys.Text(key) is { } found && found != value)
        {
            throw InputException.At(
                $"{keys.Place(key)} ({key})",
                $"'{TaskText.Line(found)}'",
                $"'{value}' or nothing: {expectation}",
                "change the task so that it works without"
            );
        }
    }

    private static void Images(string folder)
    {
        if (s_images.FirstOrDefault(i => File.Exists(Path.Combine(folder, "environment", i))) is { } image)
        {
            throw InputException.At(
                Path.Combine(folder, "environment", image),
                "describes containers in a way that is not supported",
                "files and programs that the host has, or one Dockerfile",
                $"write a Dockerfile, or list the programs as [metadata] tools and put the files into environment/; remove {image}"
            );
        }
    }

    private static void Engine(string folder, TaskKeys keys, Func<ContainerProbe> probe)
    {
        const string key = "environment.docker_image";
        var file = Path.Combine(folder, "environment", Dockerfile);
        var named = keys.Text(key) is not null;
        if (named && File.Exists(file))
        {
            throw InputException.At($"{keys.Place(key)} ({key})", "names an image beside a Dockerfile", "one of the two", "remove one");
        }

        if ((named || File.Exists(file)) && probe() is { Engine: null } host)
        {
            throw InputException.At(
                named ? $"{keys.Place(key)} ({key})" : file,
                $"needs a container ({host.Evidence})",
                "a host on which podman or docker runs a container, or a task of files and programs that the host has",
                "install and start an engine; or list the programs as [metadata] tools, put the files into environment/ and remove "
                    + (named ? "docker_image" : Dockerfile)
            );
        }
    }
}
