using System.CommandLine;
using Tare.Analysis;
using Tare.App.Cli;
using Tare.App.Json;
using Tare.App.Screens;

namespace Tare.App.Commands;

/// <summary><c>tare fit METHOD</c>: abilities and benchmark parameters under a methodology.</summary>
internal static class FitCommand
{
    public static Command Build(Terminal terminal)
    {
        var method = new Argument<string>("METHOD") { Description = "A methodology: a name ('tare methods list') or a YAML file." };
        var (evidence, draws, level, set, json) = (
            CommonOptions.Evidence(),
            CommonOptions.Draws(),
            CommonOptions.Level(),
            CommonOptions.Set(),
            CommonOptions.Json()
        );
        var command = new Command("fit", "Fit a methodology to evidence: abilities and benchmark parameters, with intervals.")
        {
            method,
            evidence,
            draws,
            level,
            set,
            json,
        };
        command.SetAction(
            (parse, cancel) =>
            {
                var inputs = new Inputs(terminal);
                var methodology = Inputs.Methodology(parse.GetValue(method)!, parse.GetValue(set) ?? []);
                var resolved = inputs.Evidence(parse.GetValue(evidence) ?? methodology.Evidence);
                var fit = Fit(terminal, resolved, methodology, parse.GetValue(draws), parse.GetValue(level) ?? methodology.Level, cancel);
                if (parse.GetValue(json))
                {
                    Output.Json(terminal, parse, resolved.Inputs, resolved.Warnings.Concat(Inputs.Warnings(fit)), FitJson.Of(fit));
                }
                else
                {
                    Output.Warnings(terminal, resolved.Warnings);
                    FitScreen.Write(terminal, fit);
                }

                return Task.FromResult(fit.Converged ? ExitCode.Done : ExitCode.NotIdentified);
            }
        );
        return command;
    }

    private static FitFinding Fit(
        Terminal terminal,
        ResolvedInputs resolved,
        Records.Methodology methodology,
        int draws,
        double level,
        CancellationToken cancel
    )
    {
        using var line = new ProgressLine(terminal, "drawing");
        return MethodologyFit.Of(resolved.Evidence, methodology, draws, level, line.Of(draws), cancel);
    }
}
