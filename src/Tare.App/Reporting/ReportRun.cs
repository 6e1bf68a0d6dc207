using System.Security.Cryptography;
using System.Text;
using Tare.Analysis;
using Tare.App.Cli;
using Tare.App.Screens;
using Tare.Catalogue.Dossiers;
using Tare.Dossier;
using Tare.Web;

namespace Tare.App.Reporting;

/// <summary>From pinned inputs to the files of a report. The same inputs give the same bytes.</summary>
internal static class ReportRun
{
    public static Report Compute(
        PinnedInputs inputs,
        ReportSettings settings,
        IProgress<ReportProgress>? progress,
        CancellationToken cancel
    ) =>
        ReportBuilder.Of(
            inputs.Evidence,
            inputs.CaisiTable,
            inputs.PrintedElo,
            inputs.PublishedIndex,
            inputs.Index,
            inputs.Caisi,
            new ReportOptions { Draws = settings.Draws, Level = settings.Level },
            progress,
            cancel
        );

    /// <summary>Page, figures, pinned inputs and manifest, by path.</summary>
    public static async Task<SortedDictionary<string, byte[]>> FilesAsync(
        PinnedInputs inputs,
        ReportSettings settings,
        Report report,
        IProgress<ReportProgress>? progress,
        CancellationToken cancel
    )
    {
        var files = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        // The pages of the dossier need nothing of the figures: they are rendered beside them.
        var dossier = Task.Run(() => DossierAsync(inputs));
        var pinned = inputs.Files();
        Web.InputDigest[] digests = [.. pinned.Select(p => new Web.InputDigest(p.Key, Convert.ToHexStringLower(SHA256.HashData(p.Value))))];
        var context = new ReportContext
        {
            Version = ProductVersion.Text,
            CommandLine =
                $"tare report --evidence {inputs.Evidence.Name} --draws {settings.Draws} --level {Show.Number(settings.Level, "R")}"
                + (settings.Studies ? " --studies" : ""),
            Inputs = digests,
            Sources = [.. inputs.Evidence.Sources.Concat(inputs.CaisiTable.Sources).DistinctBy(s => s.Id, StringComparer.Ordinal)],
            LicenceNotes = inputs.Evidence.Notes,
            Pages =
            [
                (PageAddress.Topics, "The debate: who holds what, since when, and what would settle it"),
                (PageAddress.Claims, "Claims, how they stand, and what our figures say of them"),
                (PageAddress.Predictions, "Predictions, dated and frozen"),
                .. settings.Studies ? ReportStudies.Pages.Select(p => (ReportStudies.Address(p.Folder), p.Title)) : [],
            ],
            PagesNotMade = settings.Studies ? [] : [.. ReportStudies.Pages.Select(p => ($"tare {p.Command} --out DIR", p.Title))],
        };
        foreach (var file in await ReportFiles.RenderAsync(report, context))
        {
            files[file.Path] = file.Content;
        }

        foreach (var file in await dossier)
        {
            files[file.Path] = file.Content;
        }

        foreach (var file in await ReportStudies.FilesAsync(inputs, settings, digests, progress, cancel))
        {
            files[file.Path] = file.Content;
        }

        foreach (var (path, content) in pinned)
        {
            files[path] = content;
        }

        files[ReportFolder.Manifest] = ReportFolder.ManifestOf(settings, ProductVersion.Text, pinned);
        return files;
    }

    // A report has no clock: its dossier stands as on the day on which the last of its records was made.
    private static Task<IReadOnlyList<ReportFile>> DossierAsync(PinnedInputs inputs)
    {
        const string Name = "inputs/dossier.yaml";
        var dossier = DossierYaml.Read(inputs.Dossier, Name).Dossier;
        return DossierFiles.RenderAsync(
            dossier,
            new DossierContext
            {
                Version = ProductVersion.Text,
                Name = Name,
                Sha256 = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(inputs.Dossier))),
                At = DossierLog.LastRecorded(dossier),
                FiguresPage = "index.html",
            }
        );
    }
}
