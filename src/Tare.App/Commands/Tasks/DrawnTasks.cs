using Tare.App.Cli;
using Tare.App.Runs;
using Tare.Runner;
using Tare.Sandboxes;

namespace Tare.App.Commands;

/// <summary>Tasks drawn into a temporary folder, which goes when this is disposed.</summary>
internal sealed class DrawnTasks : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("tare-tasks-").FullName;

    public IReadOnlyList<EvalTask> Tasks { get; private set; } = [];

    public static async Task<DrawnTasks> Of(TaskSelection selection, HostSandboxes host, Terminal terminal, CancellationToken cancel)
    {
        var drawn = new DrawnTasks();
        try
        {
            using var line = new ProgressLine(terminal, "drawing");
            drawn.Tasks = await DrawAsync(selection, drawn._folder, host, line.Of(selection.Count), cancel);
            return drawn;
        }
        catch
        {
            drawn.Dispose();
            throw;
        }
    }

    /// <summary>Draws into a folder that stays.</summary>
    /// <exception cref="Records.InputException">The host gives no sandbox for it, or the generator failed.</exception>
    public static async Task<IReadOnlyList<EvalTask>> DrawAsync(
        TaskSelection selection,
        string folder,
        HostSandboxes host,
        IProgress<int>? progress,
        CancellationToken cancel
    )
    {
        try
        {
            return await selection.DrawAsync(folder, host.Open, host.Isolation, progress, cancel);
        }
        catch (SandboxException e)
        {
            throw new Records.InputException(e.Message, e);
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
