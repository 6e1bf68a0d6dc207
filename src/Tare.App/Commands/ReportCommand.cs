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

/// <summary><c>tare report</c>: the main job, in one screen and one self-contained page.</summary>
internal static class ReportCommand
{
    private const double DefaultLevel = 0.9;

    public static Command Build(Terminal terminal)
    {
        var outFolder = new Option<string>("--out")
        {
            Description = "Folder for the page, its figures and the pinned inputs. Default tare-report.",
            HelpName = "DIR",
            DefaultValueFactory = _ => "tare-report",
        };
        var noPage = new Option<bool>("--no-page") { Description = "Compute and print only; write no folder." };
        var studies = new Option<bool>("--studies")
        {
            Description = "Also compute and write the pages of explain, multiverse, influence and uncertainty.",
        };
        var (evidence, draws, level, json) = (CommonOptions.Evidence(), CommonOptions.Draws(), CommonOptions.Level(), CommonOptions.Json());
        var command = new Command("report", "How far open models are behind, why the answers differ, and what would change them.")
        {
            outFolder,
            noPage,
            studies,
            evidence,
            draws,
            level,
            json,
        };
        command.SetAction(
            async (parse, cancel) =>
            {
                CheckPages(parse.GetValue(studies), parse.GetValue(noPage));
                var resolved = new Inputs(terminal).Evidence(parse.GetValue(evidence) ?? CuratedData.CuratedName);
                var pinned = PinnedInputs.Of(resolved.Evidence, parse.GetValue(studies));
                var settings = new ReportSettings(parse.GetValue(draws), parse.GetValue(level) ?? DefaultLevel, parse.GetValue(studies));
                var report = Compute(terminal, pinned, settings, cancel);
                var folder = parse.GetValue(noPage) ? null : parse.GetValue(outFolder)!;
                var files = folder is null ? [] : await FilesAsync(terminal, pinned, settings, report, cancel);
                if (folder is not null)
                {
                    ReportFolder.Write(folder, files);
                }

                string[] warnings = [.. resolved.Warnings, .. ChartWarnings()];
                if (parse.GetValue(json))
                {
                    Output.Json(terminal, parse, resolved.Inputs, warnings, Json(report, folder, files.Keys));
                }
                else
                {
                    Output.Warnings(terminal, warnings);
                    ReportScreen.Write(terminal, report);
                    if (folder is not null)
                    {
                        terminal.Out.WriteLine(
                            $"The page with charts, data and methods: {Path.Combine(folder, "index.html")}   (tare verify {folder} computes it again)"
                        );
                    }
                }

                return ExitCode.Done;
            }
        );
        return command;
    }

    private static void CheckPages(bool studies, bool noPage)
    {
        if (studies && noPage)
        {
            throw InputException.At(
                "--studies",
                "given together with --no-page",
                "one of them: the studies are pages",
                "leave --no-page out, or run the studies by their commands, for example 'tare multiverse'"
            );
        }
    }

    private static string[] ChartWarnings() =>
        ReportFiles.HasCharts ? [] : ["charts were not built (npm was not found at build time): the page has its tables"];

    private static Report Compute(Terminal terminal, PinnedInputs pinned, ReportSettings settings, CancellationToken cancel)
    {
        using var line = new ProgressLine(terminal, "computing");
        return ReportRun.Compute(pinned, settings, line.OfReport(), cancel);
    }

    private static async Task<SortedDictionary<string, byte[]>> FilesAsync(
        Terminal terminal,
        PinnedInputs pinned,
        ReportSettings settings,
        Report report,
        CancellationToken cancel
    )
    {
        using var line = new ProgressLine(terminal, "writing");
        return await ReportRun.FilesAsync(pinned, settings, report, line.OfReport(), cancel);
    }

    private static JsonObject Json(Report report, string? folder, IEnumerable<string> files) =>
        new()
        {
            ["folder"] = folder,
            ["files"] = Envelope.Strings(files),
            ["index"] = GapJson.Of(report.IndexGap, report.Index.Methodology),
            ["caisiLike"] = GapJson.Of(report.CaisiLikeGap, report.CaisiLike.Methodology),
            ["caisiLikeOnWeights"] = GapJson.Of(report.CaisiLikeGapOnWeights, report.CaisiLike.Methodology),
            ["caisiTable"] = TableStudyJson.Of(report.CaisiTable),
            ["smallestChange"] = ChangeJson.Of(report.SmallestChange),
        };
}
