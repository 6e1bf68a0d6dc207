using System.Globalization;
using Tare.Analysis;
using Tare.App.Screens;
using Tare.Catalogue;
using Tare.Records;

namespace Tare.App.Cli;

/// <summary>Reads what commands work on: evidence by name or file, methodologies with overrides.</summary>
internal sealed class Inputs(Terminal terminal)
{
    private const int ExamplesShown = 3;
    private static readonly TimeSpan s_downloadTimeout = TimeSpan.FromMinutes(30);

    /// <summary>The folder for pulled data sets and stored evidence: <c>TARE_HOME</c>, else the data folder of the person.</summary>
    public string Home =>
        terminal.Variable("TARE_HOME") is { Length: > 0 } home
            ? home
            : Path.Combine(
                Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify),
                "tare"
            );

    /// <summary>Evidence that the person imported.</summary>
    public EvidenceStore Store => new(Path.Combine(Home, "evidence"));

    /// <summary>Catalogue updates that the person applied.</summary>
    public CatalogueUpdateStore CatalogueUpdates => new(Path.Combine(Home, "catalogue"));

    /// <summary>The curated catalogue of releases with the updates behind it.</summary>
    public ReleaseCatalogue Releases => CuratedData.Releases.With(CatalogueUpdates.Load());

    private string DataFolder => Path.Combine(Home, "data");

    private EvidenceResolver Resolver => new(Store, DataFolder);

    /// <summary>What can be named as evidence now.</summary>
    public IReadOnlyList<string> Names() => Resolver.Names();

    /// <summary>Whether a data set was pulled.</summary>
    public bool IsPulled(string id) => PulledDataSets.Exists(DataFolder, id);

    /// <summary>Evidence by name, or read from a file or folder.</summary>
    public ResolvedInputs Evidence(string nameOrPath)
    {
        var (evidence, notKept, files) = Resolver.Resolve(nameOrPath);
        return new ResolvedInputs(evidence, DigestOf(files, evidence.Digest), [.. notKept.Select(Text)]);
    }

    /// <summary>Pulls a data set from its publisher, or from the folder that <c>TARE_DATA_MIRROR</c> names.</summary>
    public async Task<PulledDataSet> PullAsync(string id, CancellationToken cancel)
    {
        using var http = new HttpClient { Timeout = s_downloadTimeout };
        using var line = new ProgressLine(terminal, "downloading");
        var mirror = terminal.Variable("TARE_DATA_MIRROR") is { Length: > 0 } folder ? folder : null;
        return await new DataPuller(http, TimeProvider.System).PullAsync(id, DataFolder, mirror, line.OfDownload(), cancel);
    }

    /// <summary>A methodology by name or file, with overrides.</summary>
    public static Methodology Methodology(string nameOrPath, string[] settings)
    {
        var methodology = Methodologies.Get(nameOrPath);
        return settings.Length == 0 ? methodology : MethodologyReader.With(methodology, settings);
    }

    /// <summary>Files with their hashes, for the envelope.</summary>
    public static InputDigest DigestOf(IEnumerable<InputFile> files, string? digest = null) =>
        new(digest, [.. files.Select(f => (f.Path, f.Sha256))]);

    /// <summary>What an import could not keep, in one line.</summary>
    public static string Text(NotKept n) =>
        $"not kept: {n.Count.ToString("N0", CultureInfo.InvariantCulture)} x {n.What}{(n.Example is null ? "" : $" (for example {n.Example})")}: {n.Reason}";

    /// <summary>What a fit left out, changed or did not reach.</summary>
    public static IEnumerable<string> Warnings(FitFinding fit)
    {
        foreach (var e in fit.Exclusions)
        {
            yield return $"left out or changed: {Show.Count(e.Count)} {e.What} ({string.Join(", ", e.Examples.Take(ExamplesShown))})";
        }

        if (!fit.Converged)
        {
            yield return $"the fit did not converge: projected gradient {Show.Number(fit.GradientMaxNorm, "0.0e+0")} after {Show.Count(fit.Iterations, "step")}";
        }

        if (fit.AtBound.Count > 0)
        {
            yield return $"on a bound of the box: {string.Join(", ", fit.AtBound)}";
        }

        if (fit.DrawsNotConverged > 0)
        {
            yield return $"{Show.Count(fit.DrawsNotConverged, "draw")} did not converge and are kept";
        }
    }
}
