using System.CommandLine;
using System.Text.Json.Nodes;
using Tare.App.Cli;
using Tare.App.Runs;
using Tare.App.Screens;
using Tare.Runner;

namespace Tare.App.Commands;

/// <summary><c>tare task draw</c>: concrete task folders from a pack and a seed.</summary>
internal static class TaskDrawCommand
{
    public static Command Build(Terminal terminal)
    {
        var arguments = TaskArguments.Of(required: true);
        var folder = new Option<string>("--out")
        {
            Description = "Folder that gets PACK/ITEM.",
            HelpName = "DIR",
            Required = true,
        };
        var command = arguments.On(
            new Command("draw", "Draw tasks from packs into a folder; PACK@SEED draws fresh instances of the same kind of work.") { folder }
        );
        command.SetAction(
            async (parse, cancel) =>
            {
                var selection = arguments.Selection(parse, terminal);
                var into = Path.GetFullPath(parse.GetValue(folder)!);
                var host = await HostSandboxes.OpenAsync(arguments.Isolation(parse), cancel);
                IReadOnlyList<EvalTask> tasks;
                using (var line = new ProgressLine(terminal, "drawing"))
                {
                    tasks = await DrawnTasks.DrawAsync(selection, into, host, line.Of(selection.Count), cancel);
                }

                if (parse.GetValue(arguments.Json))
                {
                    Output.Json(terminal, parse, InputDigest.None, host.Warnings, Json(into, tasks));
                    return ExitCode.Done;
                }

                Output.Warnings(terminal, host.Warnings);
                foreach (var task in tasks)
                {
                    terminal.Out.WriteLine($"{task.Id}  {Show.Digest(task.Digest)}");
                }

                terminal.Out.WriteLine($"{Show.Count(tasks.Count, "task")} in {TaskText.Line(into)}");
                return ExitCode.Done;
            }
        );
        return command;
    }

    private static JsonObject Json(string folder, IReadOnlyList<EvalTask> tasks) =>
        new()
        {
            ["folder"] = folder,
            ["tasks"] = new JsonArray([
                .. tasks.Select(t => new JsonObject
                {
                    ["id"] = t.Id,
                    ["digest"] = t.Digest,
                    ["folder"] = t.Folder,
                }),
            ]),
        };
}
