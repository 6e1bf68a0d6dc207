using System.CommandLine;
using Tare.Analysis;
using Tare.App.Cli;
using Tare.App.Json;
using Tare.App.Reporting;
using Tare.App.Screens;
using Tare.Records;
using Tare.Web;

namespace Tare.App.Commands;

/// <summary><c>tare explain A B</c>: why two methodologies differ, as a sum over their choices.</summary>
internal static class ExplainCommand
{
    public static Command Build(Terminal terminal)
    {
        var a = new Argument<string>("A") { Description = "A methodology: a name ('tare methods list') or a YAML file." };
        var b = new Argument<string>("B") { Description = "The methodology that it is compared with." };
        var estimand = new Option<string>("--estimand")
        {
            Description = "What both are asked: months, or elo:FIRST:SECOND for the lead of one model over another. Default months.",
            HelpName = "WHAT",
            DefaultValueFactory = _ => "months",
        };
        var (setA, setB) = (SetOf("--set-a", "A"), SetOf("--set-b", "B"));
        var (evidence, outFolder, json) = (CommonOptions.Evidence(), StudyOutput.Folder(), CommonOptions.Json());
        var draws = StudyOutput.SignificanceDraws();
        var command = new Command("explain", "Why two methodologies differ: each choice's share of the difference; the shares add up.")
        {
            a,
            b,
            estimand,
            setA,
            setB,
            evidence,
            draws,
            outFolder,
            json,
        };
        command.SetAction(
            async (parse, cancel) =>
            {
                var asked = Estimand.Parse(parse.GetValue(estimand)!);
                var left = Inputs.Methodology(parse.GetValue(a)!, parse.GetValue(setA) ?? []);
                var right = Inputs.Methodology(parse.GetValue(b)!, parse.GetValue(setB) ?? []);
                var study = new StudyInputs(new Inputs(terminal), parse.GetValue(evidence));
                var names = Attribution.EvidenceNames(study.Applied(left), study.Applied(right), asked);
                var evidences = study.Load(names);
                var finding = Compute(terminal, study.Applied(left), study.Applied(right), evidences, asked, parse.GetValue(draws), cancel);
                var folder = parse.GetValue(outFolder);
                if (folder is not null)
                {
                    var figures = new[] { StudyFigures.Waterfall(finding, evidences[names[0]], ProductVersion.Text) };
                    await StudyOutput.WriteAsync(folder, StudyText.Explain(finding, figures), study, parse);
                }

                StudyOutput.Print(
                    terminal,
                    parse,
                    json,
                    folder,
                    study,
                    () => ExplainJson.Of(finding),
                    () => ExplainScreen.Write(terminal, finding)
                );
                return ExitCode.Done;
            }
        );
        return command;
    }

    private static Option<string[]> SetOf(string name, string which) =>
        new(name)
        {
            Description = $"Override a field of {which}; may be given several times.",
            HelpName = "KEY=VALUE",
            AllowMultipleArgumentsPerToken = false,
        };

    private static AttributionFinding Compute(
        Terminal terminal,
        Methodology a,
        Methodology b,
        IReadOnlyDictionary<string, Evidence> evidences,
        Estimand estimand,
        int draws,
        CancellationToken cancel
    )
    {
        using var line = new ProgressLine(terminal, "mixing");
        var total = 1 << MethodChoices.Differing(a, b, estimand).Count;
        var options = new AttributionOptions { SignificanceDraws = draws };
        return Attribution.Of(a, b, evidences, estimand, options, line.Of(total), cancel);
    }
}
