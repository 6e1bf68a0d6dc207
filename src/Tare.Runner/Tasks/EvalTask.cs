namespace Tare.Runner;

/// <summary>One task folder in Harbor's format: what an item of a pack is made of.</summary>
public sealed record EvalTask
{
    /// <summary><c>pack/item</c>; letters, digits, <c>.</c>, <c>_</c>, <c>-</c>, <c>@</c> in each part.</summary>
    public required string Id { get; init; }

    /// <summary>The folder, an absolute path.</summary>
    public required string Folder { get; init; }

    /// <summary>What the model is asked to do: <c>instruction.md</c>, as it stands.</summary>
    public required string Instruction { get; init; }

    /// <summary>SHA-256 of the files with the effective limits and the network policy, 64 hexadecimal digits; see <c>docs/tasks.md</c>.</summary>
    public required string Digest { get; init; }

    /// <summary>Effective limits.</summary>
    public TaskLimits Limits { get; init; } = new();

    /// <summary>The container image in which it runs, or <see langword="null"/> where it runs on the host's own programs.</summary>
    public TaskContainer? Container { get; init; }

    /// <summary>Where commands see the work folder; an image may name another one (<see cref="TaskContainer.NamesWorkFolder"/>). Default: <c>/work</c>.</summary>
    public string WorkFolder { get; init; } = "/work";

    /// <summary>Programs that must be on the sandbox's <c>PATH</c>.</summary>
    public IReadOnlyList<string> Tools { get; init; } = [];

    /// <summary>A string that occurs in the task and nowhere else, by which leaked text is recognised; <see langword="null"/> where the task has none.</summary>
    public string? Canary { get; init; }

    /// <summary>The author's word for the difficulty, such as <c>easy</c>, or <see langword="null"/>.</summary>
    public string? Difficulty { get; init; }

    /// <summary>Difficulty that simulated models are held against, logits, or <see langword="null"/>.</summary>
    public double? SimulatedDifficulty { get; init; }

    /// <summary>The author's word for the kind of task, or <see langword="null"/>.</summary>
    public string? Category { get; init; }

    /// <summary>The author's tags.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Variables that every command of the environment sees: <c>[environment] env</c>.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new SortedDictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Variables that only the verifier sees: <c>[verifier] env</c>.</summary>
    public IReadOnlyDictionary<string, string> VerifierEnvironment { get; init; } =
        new SortedDictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Variables that only the oracle sees: <c>[solution] env</c>.</summary>
    public IReadOnlyDictionary<string, string> SolutionEnvironment { get; init; } =
        new SortedDictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Keys of <c>task.toml</c> on which Tare does not act, with their values as they stand in the file, by dotted path.</summary>
    public IReadOnlyDictionary<string, string> OtherKeys { get; init; } = new SortedDictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The tests, with <c>test.sh</c>: an absolute path.</summary>
    public string TestsFolder => Path.Combine(Folder, "tests");

    /// <summary>The solution, with <c>solve.sh</c>: an absolute path, or <see langword="null"/> where the task has none.</summary>
    public string? SolutionFolder => File.Exists(Path.Combine(Folder, "solution", "solve.sh")) ? Path.Combine(Folder, "solution") : null;

    /// <summary>Reads a task folder, strictly.</summary>
    /// <param name="folder">The folder with <c>task.toml</c>.</param>
    /// <param name="id"><c>pack/item</c>.</param>
    /// <exception cref="Tare.Records.InputException">It is no task that can be run here: place, value, expectation, next step.</exception>
    public static EvalTask Read(string folder, string id) => TaskReader.Read(folder, id);
}
