using System.CommandLine;
using Tare.App.Cli;
using Tare.App.Json;
using Tare.App.Runs;
using Tare.App.Screens;
using Tare.Records;
using Tare.Runner;
using Tare.Sandboxes;

namespace Tare.App.Commands;

/// <summary><c>tare task check</c>: whether tasks measure what they should: oracle, doing nothing, cheats, simulated models, and two draws of a seed.</summary>
internal static class TaskCheckCommand
{
    private const int DefaultParallel = 2;

    public static Command Build(Terminal terminal)
    {
        var arguments = TaskArguments.Of(required: true);
        var parallel = new Option<int>("--parallel")
        {
            Description = $"Tasks tried at one time. Default {DefaultParallel}.",
            HelpName = "N",
            DefaultValueFactory = _ => DefaultParallel,
        };
        parallel.Validators.Add(r =>
        {
            if (!r.Errors.Any() && r.GetValue(parallel) is < 1 or > 256)
            {
                r.AddError($"--parallel: '{r.Tokens[0].Value}'; expected a whole number from 1 to 256.");
            }
        });
        var command = arguments.On(
            new Command("check", "Try tasks: the oracle must score 1, doing nothing 0, no cheat may score, two draws of a seed must agree.")
            {
                parallel,
            }
        );
        command.SetAction(
            async (parse, cancel) =>
            {
                var selection = arguments.Selection(parse, terminal);
                var host = await HostSandboxes.OpenAsync(arguments.Isolation(parse), cancel);
                using var drawn = await DrawnTasks.Of(selection, host, terminal, cancel);
                using var again = await DrawnTasks.Of(selection, host, terminal, cancel);
                var results = await CheckAsync(drawn.Tasks, host, parse.GetValue(parallel), terminal, cancel);
                var unstable = drawn.Tasks.Zip(again.Tasks).Where(p => p.First.Digest != p.Second.Digest).Select(p => p.First.Id).ToArray();
                var spread = SimulatedSpread.Of(results);
                string[] warnings = [.. host.Warnings, .. TaskEnvironment.WarningsOf(drawn.Tasks)];
                if (parse.GetValue(arguments.Json))
                {
                    Output.Json(terminal, parse, InputDigest.None, warnings, TaskJson.Check(results, unstable, spread));
                }
                else
                {
                    Output.Warnings(terminal, warnings);
                    TaskCheckScreen.Write(terminal, results, unstable, spread);
                }

                var holds = unstable.Length == 0 && results.All(r => r.Holds || r.MissingTools.Count > 0);
                return holds ? ExitCode.Done : ExitCode.Fault;
            }
        );
        return command;
    }

    private static async Task<IReadOnlyList<TaskCheckResult>> CheckAsync(
        IReadOnlyList<EvalTask> tasks,
        HostSandboxes host,
        int parallel,
        Terminal terminal,
        CancellationToken cancel
    )
    {
        var check = new TaskCheck(host.Open, host.Isolation);
        var results = new TaskCheckResult[tasks.Count];
        using var line = new ProgressLine(terminal, "checking");
        var progress = line.Of(tasks.Count);
        var done = 0;
        var options = new ParallelOptions { MaxDegreeOfParallelism = parallel, CancellationToken = cancel };
        try
        {
            await Parallel.ForEachAsync(
                Enumerable.Range(0, tasks.Count),
                options,
                async (i, stop) =>
                {
                    results[i] = await check.RunAsync(tasks[i], stop);
                    progress?.Report(Interlocked.Increment(ref done));
                }
            );
        }
        catch (SandboxException e)
        {
            throw new InputException(e.Message, e);
        }

        return results;
    }
}
