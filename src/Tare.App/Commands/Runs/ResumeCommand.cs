using System.CommandLine;
using Tare.App.Cli;
using Tare.App.Runs;
using Tare.Records;
using Tare.Runner;

namespace Tare.App.Commands;

/// <summary><c>tare resume DIR</c>: goes on with a run that was stopped, in whatever way.</summary>
internal static class ResumeCommand
{
    public static Command Build(Terminal terminal)
    {
        var folder = new Argument<string>("DIR") { Description = "Folder of the run." };
        var retry = new Option<string?>("--retry")
        {
            Description =
                $"Also runs attempts again that are missing for these causes, with commas: {string.Join(", ", KebabCase.All<MissingCause>())}. A score is never replaced.",
            HelpName = "CAUSES",
        };
        var parallel = RunOptions.ParallelOption();
        var prices = RunOptions.PricesOption();
        var level = CommonOptions.Level(description: "Level of the intervals, in (0, 1). Default 0.95.");
        var json = CommonOptions.Json();
        var command = new Command("resume", "Go on with a run: what has not ended runs, no finished model call is paid for twice.")
        {
            folder,
            retry,
            parallel,
            prices,
            level,
            json,
        };
        command.SetAction(
            async (parse, cancel) =>
            {
                var path = parse.GetValue(folder)!;
                var causes = Causes(parse.GetValue(retry));
                var run = RunFolder.Open(path);
                using var host = await RunHost.OpenAsync(terminal, run.Plan, parse.GetValue(prices), parse.GetValue(parallel), cancel);
                var execution = new RunExecution(terminal, parse, path)
                {
                    Level = parse.GetValue(level) ?? RunOptions.DefaultLevel,
                    Json = parse.GetValue(json),
                    Retry = causes,
                };
                return await execution.RunAsync(run, host.Services, cancel);
            }
        );
        return command;
    }

    private static IReadOnlyList<MissingCause> Causes(string? list) =>
        list is null
            ? []
            :
            [
                .. PlanArguments
                    .Names("--retry", list)
                    .Select(name =>
                        KebabCase.TryParse<MissingCause>(name, out var cause)
                            ? cause
                            : throw InputException.At(
                                "--retry",
                                $"'{name}'",
                                $"one of {string.Join(", ", KebabCase.All<MissingCause>())}",
                                NearestNames.NextStep(name, KebabCase.All<MissingCause>(), "'tare status DIR' counts the causes")
                            )
                    ),
            ];
}
