using System.Collections.Concurrent;
using Tare.Sandboxes;

namespace Tare.Runner;

/// <summary>Images of tasks: built or fetched once, found again by the task's digest.</summary>
internal static class TaskImages
{
    private static readonly ConcurrentDictionary<string, Lazy<ContainerImage>> s_ready = new(StringComparer.Ordinal);

    /// <summary>What the image of a task is called; the digest covers every file that is built from.</summary>
    internal static string NameOf(EvalTask task) => task.Container?.Image ?? $"localhost/tare-task:{task.Digest}";

    /// <summary>Opens a container of the task's image.</summary>
    /// <exception cref="SandboxException">The policy is strict, no engine works here, or the image cannot be had.</exception>
    internal static ISandbox Open(EvalTask task, TaskContainer container, SandboxPolicy policy)
    {
        ContainerEngine.CheckPolicy(policy);
        var probe = ContainerEngine.Probe();
        var engine = probe.Engine ?? throw new SandboxException($"{task.Id}: {probe.Evidence}");
        // A build that failed is not tried again for each attempt.
        var image = s_ready.GetOrAdd(NameOf(task), name => new Lazy<ContainerImage>(() => Make(engine, name, task, container))).Value;
        var folder = container.NamesWorkFolder ? null : image.WorkFolder;
        return engine.Open(folder is null ? policy : policy with { WorkFolder = folder }, image);
    }

    private static ContainerImage Make(ContainerEngine engine, string name, EvalTask task, TaskContainer container) =>
        engine.Find(name)
        ?? (
            container.Image is null
                ? engine.Build(Path.Combine(task.Folder, "environment"), name, container.BuildTime)
                : engine.Pull(name, container.BuildTime)
        );
}
