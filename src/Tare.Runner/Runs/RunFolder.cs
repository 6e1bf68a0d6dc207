using Tare.Records;

namespace Tare.Runner;

/// <summary>The folder of a run: its plan, its tasks, its journal, what each attempt left, its results.</summary>
public sealed class RunFolder
{
    private RunFolder(string path, Plan plan)
    {
        FullPath = path;
        Plan = plan;
    }

    /// <summary>Where it lies.</summary>
    public string FullPath { get; }

    /// <summary>What the run does.</summary>
    public Plan Plan { get; }

    /// <summary>Where the tasks of a run lie: <c>tasks/PACK/ITEM</c>. They are drawn there before <see cref="Create"/>.</summary>
    /// <param name="path">The run folder.</param>
    public static string TasksFolder(string path) => Path.Combine(path, "tasks");

    /// <summary>Makes a run folder around the tasks that were drawn into it. Nothing else may be there.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="plan">What the run does.</param>
    /// <exception cref="InputException">The folder holds something else, or lacks a planned task.</exception>
    public static RunFolder Create(string path, Plan plan) => new(Path.GetFullPath(path), plan);

    /// <summary>Opens a run folder.</summary>
    /// <param name="path">The folder.</param>
    /// <exception cref="InputException">It is none, or its plan was changed after the run began.</exception>
    public static RunFolder Open(string path) => throw new NotSupportedException(path);

    /// <summary>Reads the journal. Works beside a runner; what that is just writing is not in it.</summary>
    public RunState ReadState() => throw new NotSupportedException();

    /// <summary>Folder of what an attempt left: transcript, verifier's output.</summary>
    /// <param name="key">The attempt.</param>
    public string AttemptFolder(AttemptKey key) => Path.Combine(FullPath, "attempts", key.Id);
}
