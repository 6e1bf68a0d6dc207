using System.CommandLine;
using Tare.Analysis;
using Tare.App.Cli;
using Tare.App.Json;
using Tare.App.Reporting;
using Tare.App.Screens;

namespace Tare.App.Commands;

/// <summary><c>tare study list|show|report</c>: claims that others made, each tested by a criterion fixed before the number.</summary>
internal static class StudyCommand
{
    public static Command Build(Terminal terminal) =>
        new("study", "Claims about how far open models are behind, each tested on public data by a stated criterion.")
        {
            ListOf(terminal),
            ShowOf(terminal),
            ReportOf(terminal),
        };

    private static Command ListOf(Terminal terminal)
    {
        var json = CommonOptions.Json();
        var command = new Command("list", "The claims, and what each study needs.") { json };
        command.SetAction(parse =>
        {
            if (parse.GetValue(json))
            {
                Output.Json(terminal, parse, InputDigest.None, [], StudyJson.Of(ClaimStudies.All));
            }
            else
            {
                StudyScreen.Write(terminal, ClaimStudies.All);
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static Command ShowOf(Terminal terminal)
    {
        var name = new Argument<string>("NAME") { Description = "A study ('tare study list'), or the number of its claim." };
        var json = CommonOptions.Json();
        var command = new Command("show", "Run one study: verdict, number, interval, what stands behind it, and what would decide it.")
        {
            name,
            json,
        };
        command.SetAction(
            (parse, cancel) =>
            {
                var study = ClaimStudies.Get(parse.GetValue(name)!);
                var (data, inputs) = new ClaimStudyInputs(terminal).For([study]);
                var finding = ClaimStudies.Run(study.Name, data, cancel);
                if (parse.GetValue(json))
                {
                    Output.Json(terminal, parse, inputs, [], StudyJson.Of(finding));
                }
                else
                {
                    StudyScreen.Write(terminal, finding);
                }

                return Task.FromResult(ExitCode.Done);
            }
        );
        return command;
    }

    private static Command ReportOf(Terminal terminal)
    {
        var folder = new Option<string>("--out")
        {
            Description = "Folder for README.md and findings.csv. Default claims-report.",
            HelpName = "DIR",
            DefaultValueFactory = _ => "claims-report",
        };
        var json = CommonOptions.Json();
        var command = new Command("report", "Run every study and write the report of all claims.") { folder, json };
        command.SetAction(
            (parse, cancel) =>
            {
                var target = parse.GetValue(folder)!;
                var (findings, inputs) = ClaimsReport.Run(terminal, cancel);
                Directory.CreateDirectory(target);
                File.WriteAllText(Path.Combine(target, "README.md"), ClaimsReport.Text(findings, inputs));
                File.WriteAllText(Path.Combine(target, "findings.csv"), ClaimsReport.Csv(findings));
                if (parse.GetValue(json))
                {
                    Output.Json(terminal, parse, inputs, [], StudyJson.Of(findings));
                }
                else
                {
                    StudyScreen.Write(terminal, findings, target);
                }

                return Task.FromResult(ExitCode.Done);
            }
        );
        return command;
    }
}
