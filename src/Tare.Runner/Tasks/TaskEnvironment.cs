using Tare.Records;
using Tare.Sandboxes;

namespace Tare.Runner;

/// <summary>A sandbox made ready for a task.</summary>
public static class TaskEnvironment
{
    /// <summary>Where the verifier's tests are seen.</summary>
    internal const string Tests = "/tests";

    /// <summary>Where the oracle's solution is seen.</summary>
    internal const string Solution = "/solution";

    /// <summary>Name of the folder in the verifier's folder where space is kept back.</summary>
    internal const string ReserveName = ".reserve";

    // Kept back in the verifier's folder until the verifier starts, so that an agent that fills the disk cannot keep a reward from being written.
    private const int ReserveFiles = 16;
    private const int ReserveFileBytes = 64 << 10;

    /// <summary>
    /// Opens a sandbox with the task's limits and copies <c>environment/</c> into its work folder. A task that brings an image gets a container of it, whatever
    /// <paramref name="open"/> would give.
    /// </summary>
    /// <param name="task">The task.</param>
    /// <param name="open">Opens a sandbox.</param>
    /// <param name="isolation">What is demanded of it.</param>
    /// <exception cref="SandboxException">The sandbox cannot be opened, or the environment does not fit into it.</exception>
    public static ISandbox Open(EvalTask task, Func<SandboxPolicy, ISandbox> open, PlannedIsolation isolation)
    {
        ArgumentNullException.ThrowIfNull(task);
        ArgumentNullException.ThrowIfNull(open);
        var policy = Policy(task, isolation);
        var sandbox = task.Container is { } container ? TaskImages.Open(task, container, policy) : open(policy);
        try
        {
            var environment = Path.Combine(task.Folder, "environment");
            // What a Dockerfile is built from gets into the image by its own lines.
            if (task.Container is not { Image: null } && Directory.Exists(environment))
            {
                sandbox.CopyIn(environment, sandbox.Policy.WorkFolder);
            }

            // A container's disk has no limit of its own that an agent could reach.
            if (task.Container is null)
            {
                KeepBack(sandbox);
            }

            return sandbox;
        }
        catch
        {
            sandbox.Dispose();
            throw;
        }
    }

    private static void KeepBack(ISandbox sandbox)
    {
        var reserve = new byte[ReserveFileBytes];
        for (var i = 0; i < ReserveFiles; i++)
        {
            sandbox.WriteFile($"{Reserve(sandbox)}/{i}", reserve);
        }
    }

    /// <summary>The policy of a task: its limits, its variables, its work folder.</summary>
    /// <param name="task">The task.</param>
    /// <param name="isolation">What is demanded.</param>
    public static SandboxPolicy Policy(EvalTask task, PlannedIsolation isolation)
    {
        ArgumentNullException.ThrowIfNull(task);
        var longest = task.Limits.Agent > task.Limits.Verifier ? task.Limits.Agent : task.Limits.Verifier;
        return new SandboxPolicy
        {
            Isolation = Level(isolation),
            WorkFolder = task.WorkFolder,
            WorkFolderBytes = task.Limits.StorageBytes + ((long)ReserveFiles * ReserveFileBytes),
            MemoryBytes = task.Limits.MemoryBytes,
            WallClock = longest,
            CpuTime = longest * task.Limits.Cpus,
            Environment = task.Environment,
        };
    }

    /// <summary>What a plan's isolation asks of a sandbox. Without isolation that is best effort: a process-only sandbox gives none.</summary>
    /// <param name="isolation">What is demanded.</param>
    public static IsolationLevel Level(PlannedIsolation isolation) =>
        isolation == PlannedIsolation.Strict ? IsolationLevel.Strict : IsolationLevel.BestEffort;

    /// <summary>What cannot be promised because tasks bring container images, each a sentence; to be shown to people. Empty where none does.</summary>
    /// <param name="tasks">The tasks that will run.</param>
    public static IReadOnlyList<string> WarningsOf(IEnumerable<EvalTask> tasks)
    {
        ArgumentNullException.ThrowIfNull(tasks);
        return tasks.Any(t => t.Container is not null) ? ContainerEngine.Weaker : [];
    }

    /// <summary>A folder in the verifier's folder, which no command of the agent sees.</summary>
    internal static string Reserve(ISandbox sandbox) => $"{sandbox.Policy.VerifierFolder}/{ReserveName}";

    /// <summary>Whether commands see the paths of the policy as they are; without a file system of its own they do not.</summary>
    internal static bool HasOwnPaths(ISandbox sandbox) =>
        string.Equals(sandbox.PathSeenByCommands(sandbox.Policy.WorkFolder), sandbox.Policy.WorkFolder, StringComparison.Ordinal);

    /// <summary>Where a command sees a hidden folder.</summary>
    internal static string Seen(ISandbox sandbox, string hostPath, string path) => HasOwnPaths(sandbox) ? path : hostPath;
}
