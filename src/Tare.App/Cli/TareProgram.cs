using System.CommandLine;
using Tare.App.Commands;
using Tare.Psychometrics;
using Tare.Records;

namespace Tare.App.Cli;

/// <summary>The program behind <c>tare</c>: parses, runs, and turns every failure into a text and an exit code.</summary>
internal static class TareProgram
{
    public static async Task<int> RunAsync(string[] args, Terminal terminal, CancellationToken cancel)
    {
        try
        {
            var root = Root(terminal);
            var parse = root.Parse(args);
            HideArgumentsAbove(parse.CommandResult);
            if (parse.Errors.Count > 0)
            {
                foreach (var message in Messages(parse, root))
                {
                    await terminal.Error.WriteLineAsync($"tare: {message}");
                }

                var path = CommandPath(parse.CommandResult);
                await terminal.Error.WriteLineAsync($"  next:     {path} --help lists what it takes.");
                return ExitCode.BadInput;
            }

            var configuration = new InvocationConfiguration
            {
                Output = terminal.Out,
                Error = terminal.Error,
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = null,
            };
            return await parse.InvokeAsync(configuration, cancel);
        }
        catch (InputException e)
        {
            await terminal.Error.WriteLineAsync($"tare: {e.Message}");
            return ExitCode.BadInput;
        }
        catch (NotIdentifiedException e)
        {
            await terminal.Error.WriteLineAsync($"tare: {e.Message}");
            return ExitCode.NotIdentified;
        }
        catch (OperationCanceledException)
        {
            await terminal.Error.WriteLineAsync("tare: interrupted; nothing was left half-written.");
            return ExitCode.Interrupted;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            await terminal.Error.WriteLineAsync($"tare: {e.Message}\n  next:     check the path and the rights on it.");
            return ExitCode.BadInput;
        }
        catch (Exception e) when (terminal.Variable("TARE_DEBUG") is null)
        {
            await terminal.Error.WriteLineAsync(
                $"tare: an unexpected fault: {e.GetType().Name}: {e.Message}\n  next:     run again with TARE_DEBUG=1 and report what it prints, with the command line."
            );
            return ExitCode.Fault;
        }
    }

    private static RootCommand Root(Terminal terminal)
    {
        var root = new RootCommand(
            "Weigh the model, not the harness: how capable AI models are, how far open ones are behind, and how sure that is."
        );
        root.Add(ReportCommand.Build(terminal));
        root.Add(VerifyCommand.Build(terminal));
        root.Add(FitCommand.Build(terminal));
        root.Add(GapCommand.Build(terminal));
        root.Add(ExplainCommand.Build(terminal));
        root.Add(MultiverseCommand.Build(terminal));
        root.Add(InfluenceCommand.Build(terminal));
        root.Add(UncertaintyCommand.Build(terminal));
        root.Add(PlaceCommand.Build(terminal));
        root.Add(CalibrateCommand.Build(terminal));
        root.Add(ScoreCommand.Build(terminal));
        root.Add(SelectCommand.Build(terminal));
        root.Add(SimulateCommand.Build(terminal));
        root.Add(ImputeCommand.Build(terminal));
        root.Add(StudyCommand.Build(terminal));
        root.Add(ModelsCommand.Build(terminal));
        root.Add(CostCommand.Build(terminal));
        root.Add(DossierCommand.Build(terminal));
        root.Add(ClaimsCommand.Build(terminal));
        root.Add(PredictionsCommand.Build(terminal));
        root.Add(MethodsCommand.Build(terminal));
        root.Add(DataCommand.Build(terminal));
        root.Add(ImportCommand.Build(terminal));
        root.Add(RunCommand.Build(terminal));
        root.Add(ResumeCommand.Build(terminal));
        root.Add(StatusCommand.Build(terminal));
        root.Add(CompareCommand.Build(terminal));
        root.Add(TaskCommand.Build(terminal));
        root.Add(TranscriptCommand.Build(terminal));
        return root;
    }

    private static IEnumerable<string> Messages(ParseResult parse, RootCommand root)
    {
        if (parse.CommandResult.Command != root || parse.UnmatchedTokens is not [var word, ..])
        {
            return parse.Errors.Select(e => e.Message);
        }

        var names = root.Subcommands.Select(c => c.Name).ToArray();
        var near = NearestNames.Of(word, names, 1);
        return
        [
            $"'{word}' is not a command; expected one of {string.Join(", ", names)}.{(near.Count == 0 ? "" : $" Did you mean '{near[0]}'?")}",
        ];
    }

    // A subcommand does not take what its parent takes by itself, but the usage line of its help would list it.
    private static void HideArgumentsAbove(System.CommandLine.Parsing.CommandResult result)
    {
        foreach (var argument in result.Command.Parents.OfType<Command>().SelectMany(c => c.Arguments))
        {
            argument.Hidden = true;
        }
    }

    private static string CommandPath(System.CommandLine.Parsing.CommandResult result)
    {
        var names = new List<string>();
        for (System.CommandLine.Parsing.SymbolResult? r = result; r is not null; r = r.Parent)
        {
            if (r is System.CommandLine.Parsing.CommandResult { Parent: not null } c)
            {
                names.Insert(0, c.Command.Name);
            }
        }

        return string.Join(' ', names.Prepend("tare"));
    }
}
