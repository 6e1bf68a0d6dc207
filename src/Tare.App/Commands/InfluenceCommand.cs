using System.CommandLine;
using Tare.Analysis;
using Tare.App.Cli;
using Tare.App.Json;
using Tare.App.Reporting;
using Tare.App.Screens;
using Tare.Records;
using Tare.Web;

namespace Tare.App.Commands;

/// <summary><c>tare influence [METHOD]</c>: which benchmarks, domains and models an answer rests on.</summary>
internal static class InfluenceCommand
{
    private const int LargestExact = 3;

    public static Command Build(Terminal terminal)
    {
        var method = StudyOutput.Method();
        var (conclusion, exact) = (ConclusionOption(), ExactOption());
        var (evidence, draws, set, outFolder, json) = (
            CommonOptions.Evidence(),
            CommonOptions.Draws(),
            CommonOptions.Set(),
            StudyOutput.Folder(),
            CommonOptions.Json()
        );
        var command = new Command("influence", "Which benchmarks, domains and models the gap rests on, by leaving each out.")
        {
            method,
            conclusion,
            exact,
            evidence,
            draws,
            set,
            outFolder,
            json,
        };
        command.SetAction(
            async (parse, cancel) =>
            {
                var statement = parse.GetValue(conclusion) is { } text ? Conclusion.Parse(text) : null;
                var study = new StudyInputs(new Inputs(terminal), parse.GetValue(evidence));
                var methodology = study.Applied(Inputs.Methodology(parse.GetValue(method) ?? "eci", parse.GetValue(set) ?? []));
                var read = study.Load([methodology.EvidenceForLag])[methodology.EvidenceForLag];
                var options = new InfluenceOptions { Draws = parse.GetValue(draws), ExactSize = parse.GetValue(exact) };
                var finding = Compute(terminal, read, methodology, statement, options, cancel);
                var folder = parse.GetValue(outFolder);
                if (folder is not null)
                {
                    var figure = StudyFigures.Influence(finding, read, ProductVersion.Text);
                    await StudyOutput.WriteAsync(folder, StudyText.Influence(finding, [figure]), study, parse);
                }

                StudyOutput.Print(
                    terminal,
                    parse,
                    json,
                    folder,
                    study,
                    () => InfluenceJson.Of(finding),
                    () => InfluenceScreen.Write(terminal, finding)
                );
                return ExitCode.Done;
            }
        );
        return command;
    }

    private static Option<string?> ConclusionOption() =>
        new("--conclusion") { Description = "A statement whose turning over is searched: 'months < 6', 'points > 5'.", HelpName = "TEXT" };

    private static Option<int> ExactOption()
    {
        var exact = new Option<int>("--exact")
        {
            Description = "Try every set of up to so many benchmarks, 1 to 3; then greedily. Default 2.",
            HelpName = "N",
            DefaultValueFactory = _ => 2,
        };
        exact.Validators.Add(r =>
        {
            if (r.Tokens.Count > 0 && !r.Errors.Any() && r.GetValue(exact) is < 1 or > LargestExact)
            {
                r.AddError($"--exact: '{r.Tokens[0].Value}'; expected 1, 2 or 3.");
            }
        });
        return exact;
    }

    private static InfluenceFinding Compute(
        Terminal terminal,
        Evidence evidence,
        Methodology methodology,
        Conclusion? conclusion,
        InfluenceOptions options,
        CancellationToken cancel
    )
    {
        using var line = new ProgressLine(terminal, "leaving out");
        return Influence.Of(evidence, methodology, conclusion, options, line.Of(evidence.Models.Count + evidence.Benchmarks.Count), cancel);
    }
}
