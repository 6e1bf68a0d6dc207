using Tare.Analysis;
using Tare.App.Cli;
using Tare.Catalogue;
using Tare.Records;
using Tare.Web;

namespace Tare.App.Reporting;

/// <summary>The pages of the studies beside a report, each in its own folder, all on the report's evidence.</summary>
internal sealed class ReportStudies
{
    private const int PartSize = 250;
    private readonly PinnedInputs _inputs;
    private readonly ReportSettings _settings;
    private readonly IReadOnlyList<Web.InputDigest> _digests;
    private readonly Dictionary<string, Evidence> _evidences;
    private readonly IProgress<ReportProgress>? _progress;
    private readonly CancellationToken _cancel;

    private ReportStudies(
        PinnedInputs inputs,
        ReportSettings settings,
        IReadOnlyList<Web.InputDigest> digests,
        IProgress<ReportProgress>? progress,
        CancellationToken cancel
    )
    {
        (_inputs, _settings, _digests, _progress, _cancel) = (inputs, settings, digests, progress, cancel);
        _evidences = new Dictionary<string, Evidence>(StringComparer.Ordinal) { [inputs.Evidence.Name] = inputs.Evidence };
    }

    /// <summary>Each study with the command that writes its page alone, and what the page shows.</summary>
    public static IReadOnlyList<(string Folder, string Command, string Title)> Pages { get; } =
    [
        ("explain", "explain caisi-2026 eci", "Why CAISI's answer and Epoch's differ: the share of each choice"),
        ("multiverse", "multiverse", "The gap under every combination of defensible choices"),
        ("influence", "influence eci", "Which benchmarks, domains and models the answer rests on"),
        ("uncertainty", "uncertainty eci", "How sure the answer is, source by source"),
    ];

    /// <summary>Address of a study's page, from the report's.</summary>
    public static string Address(string folder) => $"{folder}/index.html";

    /// <summary>Computes and renders every study that the report has.</summary>
    /// <param name="inputs">The report's inputs.</param>
    /// <param name="settings">The report's settings.</param>
    /// <param name="digests">The inputs by content.</param>
    /// <param name="progress">Which study is at work, or <see langword="null"/>.</param>
    /// <param name="cancel">Stops the computation.</param>
    public static async Task<IReadOnlyList<ReportFile>> FilesAsync(
        PinnedInputs inputs,
        ReportSettings settings,
        IReadOnlyList<Web.InputDigest> digests,
        IProgress<ReportProgress>? progress,
        CancellationToken cancel
    )
    {
        if (inputs.Studies is not { } pins)
        {
            return [];
        }

        var studies = new ReportStudies(inputs, settings, digests, progress, cancel);
        var files = new List<ReportFile>();
        foreach (var (folder, command, _) in Pages)
        {
            var (text, options) = folder switch
            {
                "explain" => studies.Explain(),
                "multiverse" => studies.Multiverse(pins),
                "influence" => studies.Influence(),
                _ => studies.Uncertainty(pins),
            };
            files.AddRange(await studies.PageAsync(folder, $"{command} --evidence {inputs.Evidence.Name}{options}", text));
        }

        return files;
    }

    private string Draws => FormattableString.Invariant($" --draws {_settings.Draws}");

    private (StudyPageText Text, string Options) Explain()
    {
        var (a, b, estimand) = (Applied(_inputs.Caisi), Applied(_inputs.Index), Estimand.Parse("months"));
        var options = new AttributionOptions { SignificanceDraws = _settings.Draws };
        var progress = Of("mixing", 1 << MethodChoices.Differing(a, b, estimand).Count);
        var finding = Attribution.Of(a, b, _evidences, estimand, options, progress, _cancel);
        return (StudyText.Explain(finding, [StudyFigures.Waterfall(finding, _inputs.Evidence, ProductVersion.Text)]), Draws);
    }

    private (StudyPageText Text, string Options) Multiverse(StudyPins pins)
    {
        var grid = MethodGrids.Read(pins.Grid, "inputs/methods/grid.yaml");
        var specifications = GridSpecifications.Of(grid, Applied);
        var multiverse = new Multiverse(_evidences, new MultiverseOptions());
        var results = new List<SpecificationResult>(specifications.Length);
        var progress = Of("every specification", specifications.Length);
        foreach (var part in multiverse.InWorkOrder(specifications).Chunk(PartSize))
        {
            _cancel.ThrowIfCancellationRequested();
            results.AddRange(multiverse.Results(part, null, _cancel));
            progress?.Report(results.Count);
        }

        var finding = MultiverseSummary.Of(GridSpecifications.Choices(grid), results);
        var figure = StudyFigures.SpecificationCurve(finding, grid.Title, _inputs.Evidence, ProductVersion.Text);
        return (StudyText.Multiverse(finding, grid.Title, [figure]), "");
    }

    private (StudyPageText Text, string Options) Influence()
    {
        var options = new InfluenceOptions { Draws = _settings.Draws };
        var progress = Of("leaving out", _inputs.Evidence.Models.Count + _inputs.Evidence.Benchmarks.Count);
        var finding = Analysis.Influence.Of(_inputs.Evidence, Applied(_inputs.Index), null, options, progress, _cancel);
        return (StudyText.Influence(finding, [StudyFigures.Influence(finding, _inputs.Evidence, ProductVersion.Text)]), Draws);
    }

    private (StudyPageText Text, string Options) Uncertainty(StudyPins pins)
    {
        var options = new UncertaintyOptions { Draws = _settings.Draws, Items = pins.ItemCounts };
        var progress = Of("drawing", Enum.GetValues<UncertaintySource>().Length);
        var asked = Estimand.Parse("months");
        var finding = UncertaintyBySource.Of(_inputs.Evidence, Applied(_inputs.Index), asked, options, progress, _cancel);
        return (StudyText.Uncertainty(finding, [StudyFigures.Uncertainty(finding, _inputs.Evidence, ProductVersion.Text)]), Draws);
    }

    private async Task<IEnumerable<ReportFile>> PageAsync(string folder, string command, StudyPageText text)
    {
        var context = new ReportContext
        {
            Version = ProductVersion.Text,
            CommandLine = $"tare {command}",
            Inputs = _digests,
            Pages = [("../index.html", "The report: how far open models are behind")],
        };
        return (await StudyFiles.RenderAsync(text, context)).Select(f => f with { Path = $"{folder}/{f.Path}" });
    }

    private Methodology Applied(Methodology m) => m with { Evidence = _inputs.Evidence.Name, LagEvidence = null };

    private StepProgress? Of(string step, int total) => _progress is null ? null : new StepProgress(_progress, step, total);

    private sealed class StepProgress(IProgress<ReportProgress> report, string step, int total) : IProgress<int>
    {
        public void Report(int value) => report.Report(new ReportProgress(step, value, total));
    }
}
