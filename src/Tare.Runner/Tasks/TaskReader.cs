using Tare.Records;
using Tare.Runner.Toml;
using Tare.Sandboxes;

namespace Tare.Runner;

/// <summary>Reads a task folder. What it cannot honour it refuses by name; what it does not act on it keeps.</summary>
internal static class TaskReader
{
    internal const string Configuration = "task.toml";
    private const int LargestInstruction = 1 << 20;
    private const long MiB = 1L << 20;
    private static readonly TimeSpan s_buildTime = TimeSpan.FromSeconds(600);
    private static readonly string[] s_schemaVersions = ["1.0", "1.1", "1.2", "1.3", "1.4"];

    internal static EvalTask Read(string folder, string id) => Read(folder, id, ContainerEngine.Probe);

    /// <summary>The same on a host whose container engine is found by <paramref name="probe"/>, which is asked where a task brings an image.</summary>
    internal static EvalTask Read(string folder, string id, Func<ContainerProbe> probe)
    {
        ArgumentNullException.ThrowIfNull(folder);
        folder = Path.GetFullPath(folder);
        TaskId.Check(folder, id);
        var files = TaskFiles.Of(folder);
        TaskFiles.Need(folder, Configuration, "a task says its limits in task.toml; 'tare task new NAME' writes a folder to start from");
        TaskFiles.Need(folder, "instruction.md", "write what the model is asked to do");
        TaskFiles.Need(folder, "tests/test.sh", "write a script that puts a number from 0 to 1 into /logs/verifier/reward.txt");
        var keys = new TaskKeys(TomlReader.ReadFile(Path.Combine(folder, Configuration)));
        Version(keys);
        TaskRefusals.Check(folder, keys, probe);
        var limits = Limits(keys);
        var task = new EvalTask
        {
            Id = id,
            Folder = folder,
            Instruction = Instruction(Path.Combine(folder, "instruction.md")),
            Digest = TaskDigest.Of(folder, files, limits),
            Limits = limits,
            Container = Container(folder, keys),
            WorkFolder = WorkFolder(keys),
            Tools = Tools(keys),
            Canary = keys.Text("metadata.canary"),
            Difficulty = keys.Text("metadata.difficulty"),
            SimulatedDifficulty = keys.Number("metadata.simulated_difficulty", -20, 20, "logits from -20 to 20"),
            Category = keys.Text("metadata.category"),
            Tags = keys.Texts("metadata.tags"),
            Environment = keys.Variables("environment.env"),
            VerifierEnvironment = keys.Variables("verifier.env"),
            SolutionEnvironment = keys.Variables("solution.env"),
        };
        return task with { OtherKeys = keys.Rest() };
    }

    private static void Version(TaskKeys keys)
    {
        foreach (var key in new[] { "schema_version", "version" })
        {
            if (keys.Text(key) is { } version && !s_schemaVersions.Contains(version))
            {
                throw InputException.At(
                    $"{keys.Place(key)} ({key})",
                    $"'{version}'",
                    $"one of {string.Join(", ", s_schemaVersions)}",
                    "convert the task to a version that is read here, or update this program"
                );
            }
        }
    }

    private static TaskLimits Limits(TaskKeys keys)
    {
        var usual = new TaskLimits();
        TimeSpan Time(string key, TimeSpan otherwise) => Seconds(keys, key) ?? otherwise;
        long Size(string key, long least, long otherwise) =>
            keys.Integer(key, least, 1 << 20, $"whole MiB from {least} to 1048576") is { } size ? size * MiB : otherwise;
        return new TaskLimits
        {
            Agent = Time("agent.timeout_sec", usual.Agent),
            Verifier = Time("verifier.timeout_sec", usual.Verifier),
            MemoryBytes = Size("environment.memory_mb", 16, usual.MemoryBytes),
            StorageBytes = Size("environment.storage_mb", 1, usual.StorageBytes),
            Cpus = (int)(keys.Integer("environment.cpus", 1, 1024, "a whole number from 1 to 1024") ?? usual.Cpus),
        };
    }

    private static TimeSpan? Seconds(TaskKeys keys, string key)
    {
        const double longest = 7 * 24 * 3600;
        return keys.Number(key, 0.001, longest, "seconds, above 0 and at most a week") is { } seconds
            ? TimeSpan.FromSeconds(seconds)
            : null;
    }

    private static TaskContainer? Container(string folder, TaskKeys keys)
    {
        var time = Seconds(keys, "environment.build_timeout_sec") ?? s_buildTime;
        var image = keys.Text("environment.docker_image");
        return image is not null || File.Exists(Path.Combine(folder, "environment", TaskRefusals.Dockerfile))
            ? new TaskContainer(image, time, keys.Text("environment.workdir") is not null)
            : null;
    }

    private static string WorkFolder(TaskKeys keys)
    {
        const string key = "environment.workdir";
        var folder = keys.Text(key) ?? "/work";
        var parts = folder.Split('/');
        string[] taken =
        [
            "usr",
            "bin",
            "sbin",
            "lib",
            "lib64",
            "etc",
            "proc",
            "sys",
            "dev",
            "tmp",
            "home",
            "tests",
            "solution",
            "logs",
            "oracle",
        ];
        return
            parts.Length >= 2
            && parts[0].Length == 0
            && parts[1..].All(p => p is not ("" or "." or ".."))
            && !taken.Contains(parts[1])
            && !folder.Any(PlainText.IsUnprintable)
            ? folder
            : throw InputException.At(
                $"{keys.Place(key)} ({key})",
                $"'{TaskText.Line(folder)}'",
                "an absolute path without '..', not below " + string.Join(", ", taken.Select(t => "/" + t)),
                "use /work or /app"
            );
    }

    private static IReadOnlyList<string> Tools(TaskKeys keys)
    {
        const string key = "metadata.tools";
        var tools = keys.Texts(key);
        return
            tools.FirstOrDefault(t => t.Length == 0 || !t.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-' or '+'))
                is { } bad
            ? throw InputException.At(
                $"{keys.Place(key)} ({key})",
                $"'{TaskText.Line(bad)}'",
                "names of programs: letters, digits, '.', '_', '-', '+'",
                "for example tools = [\"python3\", \"gcc\"]"
            )
            : tools;
    }

    private static string Instruction(string path)
    {
        var length = new FileInfo(path).Length;
        if (length > LargestInstruction)
        {
            throw InputException.At(
                path,
                $"{length} bytes",
                $"at most {LargestInstruction}",
                "put data into environment/ and name the file"
            );
        }

        var text = File.ReadAllText(path).ReplaceLineEndings("\n");
        return string.IsNullOrWhiteSpace(text)
            ? throw InputException.At(path, "is empty", "what the model is asked to do", "write the instruction")
            : text;
    }
}
