using System.CommandLine;
using Tare.Analysis;
using Tare.App.Cli;
using Tare.App.Json;
using Tare.App.Runs;
using Tare.App.Screens;
using Tare.Records;

namespace Tare.App.Commands;

/// <summary><c>tare compare</c>: two models of a run, two runs or two logs, item by item.</summary>
internal static class CompareCommand
{
    private const double DefaultLevel = 0.95;

    public static Command Build(Terminal terminal)
    {
        var sources = new Argument<string[]>("RUN|LOG")
        {
            Description =
                "One run with two models, or two of runs and logs of Inspect (.eval or .json): the first is what the second is held against.",
            Arity = new ArgumentArity(1, 2),
        };
        var models = new Option<string?>("--models")
        {
            Description = "Which models of a run, with a comma: A,B; LABEL@HARNESS where a run has several harnesses.",
            HelpName = "A,B",
        };
        var scorer = new Option<string?>("--scorer")
        {
            Description = "Which score of a log to compare. Default: the first that both have.",
            HelpName = "NAME",
        };
        var all = new Option<bool>("--all") { Description = "Show every item, not only those that differ." };
        var level = CommonOptions.Level(description: "Level of the interval, in (0, 1). Default 0.95.");
        var json = CommonOptions.Json();
        var command = new Command("compare", "Compare two models item by item: what flipped, a paired interval, what could have been seen.")
        {
            sources,
            models,
            scorer,
            level,
            all,
            json,
        };
        command.SetAction(parse =>
        {
            var comparison = Of(parse.GetValue(sources)!, parse.GetValue(models), parse.GetValue(scorer));
            var finding = PairedComparison.Of(comparison.Items, parse.GetValue(level) ?? DefaultLevel);
            if (parse.GetValue(json))
            {
                Output.Json(terminal, parse, comparison.Inputs, comparison.Warnings, CompareJson.Of(comparison, finding));
            }
            else
            {
                Output.Warnings(terminal, comparison.Warnings);
                CompareScreen.Write(terminal, comparison, finding, parse.GetValue(all));
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static Comparison Of(string[] paths, string? models, string? scorer)
    {
        if (models is not null && !paths.Any(OpenedRun.IsAt))
        {
            throw InputException.At("--models", "beside logs, which have one model each", "a run folder", "leave the option out");
        }

        return paths switch
        {
            [var run] when OpenedRun.IsAt(run) || Directory.Exists(run) => RunPairing.Of(run, models),
            [var log] => throw InputException.At(log, "one log", "two logs, or one run folder", "name the log to hold it against"),
            [var a, var b] => (OpenedRun.IsAt(a), OpenedRun.IsAt(b)) switch
            {
                (true, true) => RunPairing.Of(a, b, models),
                (true, false) => RunPairing.WithLog(a, b, runIsFirst: true, models, scorer),
                (false, true) => RunPairing.WithLog(b, a, runIsFirst: false, models, scorer),
                _ => LogPairing.Of(a, b, scorer),
            },
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }
}
