using System.CommandLine;
using System.Text.Json.Nodes;
using Tare.App.Cli;
using Tare.App.Json;
using Tare.App.Runs;
using Tare.App.Screens;
using Tare.Records;
using Tare.Runner;
using Tare.Sandboxes;

namespace Tare.App.Commands;

/// <summary><c>tare task list</c>: the packs that are here, or the items of some.</summary>
internal static class TaskListCommand
{
    public static Command Build(Terminal terminal)
    {
        var arguments = TaskArguments.Of(required: false);
        var command = arguments.On(
            new Command("list", "The packs that are here; with TASKS their items: difficulty, limits, programs present or missing.")
        );
        command.SetAction(
            async (parse, cancel) =>
            {
                if (parse.GetValue(arguments.Tasks) is null)
                {
                    Packs(terminal, parse, parse.GetValue(arguments.Json));
                    return ExitCode.Done;
                }

                var selection = arguments.Selection(parse, terminal);
                var host = await HostSandboxes.OpenAsync(arguments.Isolation(parse), cancel);
                using var drawn = await DrawnTasks.Of(selection, host, terminal, cancel);
                var missing = await MissingAsync(drawn.Tasks, host, cancel);
                if (parse.GetValue(arguments.Json))
                {
                    var result = new JsonObject { ["packs"] = new JsonArray(), ["items"] = TaskJson.Items(drawn.Tasks, missing) };
                    Output.Json(terminal, parse, InputDigest.None, host.Warnings, result);
                }
                else
                {
                    Output.Warnings(terminal, host.Warnings);
                    TaskScreen.Items(terminal, drawn.Tasks, missing);
                }

                return ExitCode.Done;
            }
        );
        return command;
    }

    private static void Packs(Terminal terminal, ParseResult parse, bool json)
    {
        var folders = PackFolders.Of(terminal);
        var packs = TaskSelection.Packs(folders);
        if (json)
        {
            var result = new JsonObject { ["packs"] = new JsonArray([.. packs.Select(TaskJson.Pack)]), ["items"] = new JsonArray() };
            Output.Json(terminal, parse, InputDigest.None, [], result);
        }
        else if (packs.Count == 0)
        {
            throw InputException.At(
                "tasks",
                "no packs are here",
                $"packs in {string.Join(" or ", folders)}",
                "set TARE_TASKS to the folder that holds them, or name a folder: tare task list ./my-tasks"
            );
        }
        else
        {
            TaskScreen.Packs(terminal, packs);
        }
    }

    private static async Task<IReadOnlyDictionary<string, IReadOnlyList<string>>> MissingAsync(
        IReadOnlyList<EvalTask> tasks,
        HostSandboxes host,
        CancellationToken cancel
    )
    {
        var missing = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        var verifier = new TaskVerifier();
        foreach (var task in tasks)
        {
            try
            {
                if (task.Container is not null)
                {
                    // An image is not built for a list.
                    missing[task.Id] = [];
                    continue;
                }

                using var sandbox = host.Open(TaskEnvironment.Policy(task, host.Isolation));
                missing[task.Id] = await verifier.MissingToolsAsync(task, sandbox, cancel);
            }
            catch (SandboxException e)
            {
                throw new InputException($"{task.Id}: {e.Message}", e);
            }
        }

        return missing;
    }
}
