using System.CommandLine;
using Tare.App.Cli;
using Tare.App.Runs;
using Tare.Records;
using Tare.Runner;
using Tare.Sandboxes;

namespace Tare.App.Commands;

/// <summary><c>tare run</c>: models on tasks, under a plan that is fixed before the first attempt.</summary>
internal static class RunCommand
{
    public static Command Build(Terminal terminal)
    {
        var options = new RunOptions();
        var command = options.On(
            "run",
            "Run models on tasks in a sandbox: a plan, or --tasks and --models. Nothing that ended is ever lost: 'tare resume' goes on."
        );
        command.SetAction(async (parse, cancel) => await RunAsync(terminal, parse, options, cancel));
        return command;
    }

    private static async Task<int> RunAsync(Terminal terminal, ParseResult parse, RunOptions options, CancellationToken cancel)
    {
        var path = parse.GetValue(options.Folder)!;
        RunFolder.CheckFree(path);
        var draft = options.Draft(parse);
        var words = draft.Tasks.Count > 0 ? draft.Tasks : [.. draft.Plan.Items.Select(i => i.Id)];
        var selection = TaskSelection.Of(words, PackFolders.Of(terminal), options.PlaceOfTasks(parse));
        using var host = await RunHost.OpenAsync(
            terminal,
            draft.Plan,
            parse.GetValue(options.Prices),
            parse.GetValue(options.Parallel),
            cancel
        );
        var plan = draft.Plan with { Items = await DrawAsync(terminal, path, selection, draft.Plan, host.Services, cancel) };
        var execution = new RunExecution(terminal, parse, path)
        {
            Level = parse.GetValue(options.Level) ?? RunOptions.DefaultLevel,
            Json = parse.GetValue(options.Json),
        };
        return await execution.RunAsync(RunFolder.Create(path, plan), host.Services, cancel);
    }

    /// <summary>Draws the tasks into the run folder; takes them away again where that fails, so that the same command can be given again.</summary>
    private static async Task<IReadOnlyList<PlannedItem>> DrawAsync(
        Terminal terminal,
        string path,
        TaskSelection selection,
        Plan draft,
        RunServices services,
        CancellationToken cancel
    )
    {
        var folder = RunFolder.TasksFolder(path);
        if (Directory.Exists(folder))
        {
            throw InputException.At(folder, "is already there", "a new or empty folder", "remove it, or name another folder");
        }

        var existed = Directory.Exists(path);
        Make(path);
        using var line = new ProgressLine(terminal, "drawing tasks");
        try
        {
            var tasks = await selection.DrawAsync(folder, services.OpenSandbox, draft.Isolation, line.Of(selection.Count), cancel);
            IReadOnlyList<PlannedItem> items = [.. tasks.Select(t => new PlannedItem(t.Id, t.Digest))];
            RequireSame(draft.Items, items);
            return items;
        }
        catch (SandboxException e)
        {
            Remove();
            throw e.InnerException is IOException or UnauthorizedAccessException
                ? Unwritable(path, e.InnerException)
                : new InputException(e.Message, e);
        }
        catch
        {
            Remove();
            throw;
        }

        void Remove()
        {
            var made = existed ? folder : path;
            if (Directory.Exists(made))
            {
                Directory.Delete(made, recursive: true);
            }
        }
    }

    private static void Make(string path)
    {
        try
        {
            Directory.CreateDirectory(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Unwritable(path, e);
        }
    }

    private static InputException Unwritable(string path, Exception e) =>
        InputException.At(
            path,
            e.Message,
            "a folder that can be made and written, on a disk with room",
            "free space or correct the rights, or name another folder with --run"
        );

    /// <summary>Refuses items that are not what a plan with digests wants.</summary>
    private static void RequireSame(IReadOnlyList<PlannedItem> wanted, IReadOnlyList<PlannedItem> drawn)
    {
        foreach (var item in wanted)
        {
            if (drawn.First(d => d.Id == item.Id) is var now && now.Digest != item.Digest)
            {
                throw InputException.At(
                    $"the plan's item {item.Id}",
                    $"its task has the digest {now.Digest}",
                    $"{item.Digest}, as planned",
                    "take the version of the pack that the plan was made with, or write 'tasks:' to take today's"
                );
            }
        }
    }
}
