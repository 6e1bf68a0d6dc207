using System.CommandLine;
using Tare.App.Cli;
using Tare.App.Runs;

namespace Tare.App.Commands;

/// <summary><c>tare status DIR</c>: where a run stands, from its journal; works beside a runner.</summary>
internal static class StatusCommand
{
    public static Command Build(Terminal terminal)
    {
        var folder = new Argument<string>("DIR") { Description = "Folder of the run." };
        var level = CommonOptions.Level(description: "Level of the intervals, in (0, 1). Default 0.95.");
        var json = CommonOptions.Json();
        var command = new Command("status", "Where a run stands: scored, missing by cause, running, tokens, cost.") { folder, level, json };
        command.SetAction(parse =>
        {
            RunExecution.Show(
                terminal,
                parse,
                OpenedRun.At(parse.GetValue(folder)!),
                parse.GetValue(level) ?? RunOptions.DefaultLevel,
                parse.GetValue(json)
            );
            return ExitCode.Done;
        });
        return command;
    }
}
