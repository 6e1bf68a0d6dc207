using System.CommandLine;
using System.Text.Json.Nodes;
using Tare.Analysis;
using Tare.App.Cli;
using Tare.App.Json;
using Tare.App.Reporting;
using Tare.App.Screens;
using Tare.Catalogue;
using Tare.Records;
using Tare.Web;

namespace Tare.App.Commands;

/// <summary><c>tare multiverse [GRID]</c>: the gap under thousands of defensible specifications.</summary>
internal static class MultiverseCommand
{
    private const int PartSize = 500;

    public static Command Build(Terminal terminal)
    {
        var grid = new Argument<string?>("GRID")
        {
            Description = $"A grid of specifications: a name or a YAML file. Default {MethodGrids.DefaultName}.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var (evidence, outFolder, json) = (CommonOptions.Evidence(), StudyOutput.Folder(), CommonOptions.Json());
        outFolder.Description =
            "Folder for the table, the page and its figures; an interrupted run goes on there. Default: none is written.";
        var draws = CommonOptions.Draws(0);
        var command = new Command("multiverse", "The gap in months under every combination of a grid of choices: the specification curve.")
        {
            grid,
            evidence,
            draws,
            outFolder,
            json,
        };
        command.SetAction(
            async (parse, cancel) =>
            {
                var read = MethodGrids.Get(parse.GetValue(grid) ?? MethodGrids.DefaultName);
                var study = new StudyInputs(new Inputs(terminal), parse.GetValue(evidence));
                var options = new MultiverseOptions { Draws = parse.GetValue(draws) };
                var specifications = GridSpecifications.Of(read, study.Applied);
                var evidences = study.Load(
                    specifications.Select(s => s.Methodology?.EvidenceForLag).OfType<string>().Distinct(StringComparer.Ordinal)
                );
                var folder = parse.GetValue(outFolder);
                var table = folder is null ? null : SpecificationTable.Open(folder, read, Manifest(read, study, options));
                var (finding, fits) = Compute(terminal, read, specifications, evidences, options, table, cancel);
                if (folder is not null)
                {
                    var figure = StudyFigures.SpecificationCurve(finding, read.Title, evidences.Values.First(), ProductVersion.Text);
                    await StudyOutput.WriteAsync(folder, StudyText.Multiverse(finding, read.Title, [figure]), study, parse);
                }

                StudyOutput.Print(
                    terminal,
                    parse,
                    json,
                    folder,
                    study,
                    () => MultiverseJson.Of(finding, read, options, fits),
                    () => MultiverseScreen.Write(terminal, finding, read, options)
                );
                return ExitCode.Done;
            }
        );
        return command;
    }

    private static (MultiverseFinding Finding, int Fits) Compute(
        Terminal terminal,
        MethodGrid grid,
        Specification[] specifications,
        IReadOnlyDictionary<string, Evidence> evidences,
        MultiverseOptions options,
        SpecificationTable? table,
        CancellationToken cancel
    )
    {
        var multiverse = new Multiverse(evidences, options);
        var results = (table?.Rows.Values ?? []).Select(Result).ToDictionary(r => r.Index);
        var todo = multiverse.InWorkOrder(specifications.Where(s => !results.ContainsKey(s.Index)));
        using var line = new ProgressLine(terminal, "computing");
        var progress = line.Of(specifications.Length);
        foreach (var part in todo.Chunk(PartSize))
        {
            cancel.ThrowIfCancellationRequested();
            var done = multiverse.Results(part, null, cancel);
            table?.Add([.. done.Select(Row)]);
            foreach (var result in done)
            {
                results[result.Index] = result;
            }

            progress?.Report(results.Count);
        }

        table?.Finish();
        return (MultiverseSummary.Of(GridSpecifications.Choices(grid), results.Values), multiverse.FitCount);
    }

    private static string Manifest(MethodGrid grid, StudyInputs study, MultiverseOptions options) =>
        new JsonObject
        {
            ["schema"] = "tare/multiverse-folder/1",
            ["version"] = ProductVersion.Text,
            ["grid"] = grid.Sha256,
            ["evidence"] = study.Digest().Digest,
            ["draws"] = options.Draws,
            ["significanceDraws"] = options.SignificanceDraws,
        }.ToJsonString() + "\n";

    private static SpecificationResult Result(SpecificationRow r) =>
        new(r.Index, r.Months, r.Lower, r.Upper, r.Caught, r.Censored, r.Reason);

    private static SpecificationRow Row(SpecificationResult r) => new(r.Index, r.Months, r.Lower, r.Upper, r.Caught, r.Censored, r.Reason);
}
