using System.CommandLine;
using Tare.App.Cli;
using Tare.App.Json;
using Tare.App.Runs;
using Tare.App.Screens;
using Tare.Catalogue;
using Tare.Records;

namespace Tare.App.Commands;

/// <summary><c>tare status [DIR]</c>: where a run stands, from its journal; without a folder, the runs that are known.</summary>
internal static class StatusCommand
{
    public static Command Build(Terminal terminal)
    {
        var folder = new Argument<string?>("DIR")
        {
            Description = "Folder of the run. Without it: the runs that are known here.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var rebuild = new Option<string[]>("--rebuild")
        {
            Description = "Makes the list of known runs again from run folders, or folders of them; nothing but this list is changed.",
            HelpName = "DIR",
            AllowMultipleArgumentsPerToken = true,
        };
        var level = CommonOptions.Level(description: "Level of the intervals, in (0, 1). Default 0.95.");
        var json = CommonOptions.Json();
        var command = new Command("status", "Where a run stands: scored, missing by cause, running, tokens, cost; or which runs there are.")
        {
            folder,
            rebuild,
            level,
            json,
        };
        command.SetAction(parse =>
        {
            var (path, again) = (parse.GetValue(folder), parse.GetValue(rebuild) ?? []);
            if (path is not null && again.Length > 0)
            {
                throw InputException.At("--rebuild", $"beside the run {path}", "folders alone", $"tare status --rebuild {path} ...");
            }

            if (path is not null)
            {
                var run = OpenedRun.At(path);
                new KnownRuns(terminal).Keep(run);
                RunExecution.Show(terminal, parse, run, parse.GetValue(level) ?? RunOptions.DefaultLevel, parse.GetValue(json));
                return ExitCode.Done;
            }

            var known = new KnownRuns(terminal);
            List(terminal, parse, again.Length > 0 ? known.Rebuild(again) : known.All(), parse.GetValue(json));
            return ExitCode.Done;
        });
        return command;
    }

    private static void List(Terminal terminal, ParseResult parse, IReadOnlyList<IndexedRun> runs, bool json)
    {
        if (json)
        {
            Output.Json(terminal, parse, InputDigest.None, [], KnownRunsJson.Of(runs), "status-all");
        }
        else
        {
            KnownRunsScreen.Write(terminal, runs);
        }
    }
}
