using System.CommandLine;
using System.Globalization;
using Tare.Analysis;
using Tare.App.Cli;
using Tare.App.Json;
using Tare.App.Reporting;
using Tare.App.Screens;
using Tare.Catalogue;
using Tare.Records;
using Tare.Web;

namespace Tare.App.Commands;

/// <summary><c>tare uncertainty [METHOD]</c>: how sure an answer is, source by source.</summary>
internal static class UncertaintyCommand
{
    private const int MostItems = 1_000_000;

    public static Command Build(Terminal terminal)
    {
        var method = StudyOutput.Method();
        var (estimand, items, subset) = (EstimandOption(), ItemsOption(), SubsetOption());
        var (evidence, draws, set, outFolder, json) = (
            CommonOptions.Evidence(),
            CommonOptions.Draws(500),
            CommonOptions.Set(),
            StudyOutput.Folder(),
            CommonOptions.Json()
        );
        var command = new Command("uncertainty", "How sure an answer is, source by source, and what a printed interval leaves out.")
        {
            method,
            estimand,
            items,
            subset,
            evidence,
            draws,
            set,
            outFolder,
            json,
        };
        command.SetAction(
            async (parse, cancel) =>
            {
                var asked = Estimand.Parse(parse.GetValue(estimand)!);
                var study = new StudyInputs(new Inputs(terminal), parse.GetValue(evidence));
                var methodology = study.Applied(Inputs.Methodology(parse.GetValue(method) ?? "eci", parse.GetValue(set) ?? []));
                var name = asked.Kind == EstimandKind.Elo ? methodology.Evidence : methodology.EvidenceForLag;
                var read = study.Load([name])[name];
                var options = new UncertaintyOptions
                {
                    Draws = parse.GetValue(draws),
                    Items = Items(parse.GetValue(items) ?? []),
                    SubsetShare = parse.GetValue(subset) ?? new UncertaintyOptions().SubsetShare,
                };
                var finding = Compute(terminal, read, methodology, asked, options, cancel);
                var folder = parse.GetValue(outFolder);
                if (folder is not null)
                {
                    var figure = StudyFigures.Uncertainty(finding, read, ProductVersion.Text);
                    await StudyOutput.WriteAsync(folder, StudyText.Uncertainty(finding, [figure]), study, parse);
                }

                StudyOutput.Print(
                    terminal,
                    parse,
                    json,
                    folder,
                    study,
                    () => UncertaintyJson.Of(finding),
                    () => UncertaintyScreen.Write(terminal, finding)
                );
                return ExitCode.Done;
            }
        );
        return command;
    }

    private static Option<string> EstimandOption() =>
        new("--estimand")
        {
            Description = "What is asked: months, points, or elo:FIRST:SECOND for the lead of one model over another. Default months.",
            HelpName = "WHAT",
            DefaultValueFactory = _ => "months",
        };

    private static Option<string[]> ItemsOption() =>
        new("--items")
        {
            Description = "Number of tasks of a benchmark, where no source states it; may be given several times.",
            HelpName = "ID=N",
            AllowMultipleArgumentsPerToken = false,
        };

    private static Option<double?> SubsetOption() =>
        CommonOptions.Level("--subset-share", "Share of the tasks that an imputed score is assumed to have been run on. Default 0.25.");

    private static UncertaintyFinding Compute(
        Terminal terminal,
        Evidence evidence,
        Methodology methodology,
        Estimand estimand,
        UncertaintyOptions options,
        CancellationToken cancel
    )
    {
        using var line = new ProgressLine(terminal, "drawing");
        return UncertaintyBySource.Of(
            evidence,
            methodology,
            estimand,
            options,
            line.Of(Enum.GetValues<UncertaintySource>().Length),
            cancel
        );
    }

    private static Dictionary<string, int> Items(string[] given)
    {
        var counts = CuratedData.ItemCounts().ToDictionary(c => c.Key, c => c.Value, StringComparer.Ordinal);
        foreach (var text in given)
        {
            var (id, value) = CommonOptions.Pair("--items", text);
            counts[id] =
                int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n is > 0 and <= MostItems
                    ? n
                    : throw InputException.At(
                        "--items",
                        $"'{text}'",
                        "ID=N with a whole number of tasks",
                        "for example --items portbench=50"
                    );
        }

        return counts;
    }
}
