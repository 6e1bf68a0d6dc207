using System.CommandLine;
using Tare.App.Cli;
using Tare.App.Dossiers;
using Tare.App.Json;
using Tare.App.Screens;
using Tare.Dossier;

namespace Tare.App.Commands;

/// <summary><c>tare dossier lint [FILE]</c>: what is wrong or weak in a dossier, where, and what to do.</summary>
internal static class DossierLintCommand
{
    public static Command Build(Terminal terminal)
    {
        var file = new Argument<string?>("FILE")
        {
            Description = "A dossier in YAML (or JSON, by its ending), or the name of a shipped one. Default: the shipped one.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var against = new Option<string?>("--against")
        {
            Description = "An earlier state of the same dossier: whatever of it was rewritten is an error.",
            HelpName = "FILE",
        };
        var json = CommonOptions.Json();
        var command = new Command("lint", "What is wrong or weak in a dossier, where it stands, and what to do. Exit code 2 on errors.")
        {
            file,
            against,
            json,
        };
        command.SetAction(parse =>
        {
            var (dossier, inputs) = DossierArguments.Read(parse.GetValue(file) ?? DossierArguments.Shipped);
            var options = new LintOptions { AsOf = DossierArguments.Today(terminal), Positions = dossier.Positions };
            var report = DossierLint.Of(DossierIndex.Of(dossier.Dossier), options);
            if (parse.GetValue(against) is { } earlier)
            {
                var (past, pastInputs) = DossierArguments.Read(earlier);
                inputs = inputs with { Files = [.. inputs.Files, .. pastInputs.Files] };
                report = report with { Findings = [.. PastCheck.Of(past.Dossier, dossier.Dossier, dossier.Positions), .. report.Findings] };
            }

            if (parse.GetValue(json))
            {
                Output.Json(terminal, parse, inputs, [], LintJson.Of(dossier.Name, report));
            }
            else
            {
                LintScreen.Write(terminal, dossier.Name, report);
            }

            return report.HasErrors ? ExitCode.BadInput : ExitCode.Done;
        });
        return command;
    }
}
