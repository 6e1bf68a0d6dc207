using Tare.Records;

namespace Tare.Catalogue;

/// <summary>The curated data that comes with the program. Nothing is read before it is asked for.</summary>
/// <remarks>Thread-safe; every call returns the same objects.</remarks>
public static class CuratedData
{
    /// <summary>Name of the evidence that <see cref="Evidence"/> returns.</summary>
    public const string CuratedName = "curated";

    /// <summary>Name of the evidence that <see cref="CaisiTable"/> returns.</summary>
    public const string CaisiName = "caisi-2026-05";

    /// <summary>Name of the evidence that merges the others: <see cref="EvidenceMerger"/>.</summary>
    public const string MergedName = "merged";

    private static readonly CuratedLoader s_loader = new(new EmbeddedFiles());
    private static readonly Lazy<ReleaseCatalogue> s_releases = new(() => new ReleaseReader(new EmbeddedFiles(), s_loader).Read());
    private static readonly Lazy<IReadOnlyDictionary<string, double>> s_publishedEci = new(BestVersions);

    /// <summary>All curated models, scored or not, ordered by identifier.</summary>
    public static IReadOnlyList<LanguageModel> Models => s_loader.Models;

    /// <summary>All curated benchmarks, scored or not, ordered by identifier.</summary>
    public static IReadOnlyList<Benchmark> Benchmarks => s_loader.Benchmarks;

    /// <summary>The sources of the curated data.</summary>
    public static IReadOnlyList<Source> Sources => s_loader.Sources;

    /// <summary>Names and aliases of models and benchmarks.</summary>
    public static NameTable Names => s_loader.Names;

    /// <summary>The releases of all sources, joined; conflicts are kept.</summary>
    public static ReleaseCatalogue Releases => s_releases.Value;

    /// <summary>The redistributable subset of Epoch's matrix: the evidence <c>curated</c>.</summary>
    public static Evidence Evidence() => s_loader.Evidence;

    /// <summary>CAISI's table of May 2026: the evidence <c>caisi-2026-05</c>.</summary>
    public static Evidence CaisiTable() => s_loader.CaisiTable;

    /// <summary>The Elo values that CAISI printed beside its table.</summary>
    public static IReadOnlyList<PublishedElo> CaisiElo() => s_loader.CaisiElo;

    /// <summary>Number of tasks by benchmark identifier, where a source states one; others are absent.</summary>
    public static IReadOnlyDictionary<string, int> ItemCounts() => s_loader.ItemCounts;

    /// <summary>The index as Epoch published it in spring 2026, one value a model version.</summary>
    public static IReadOnlyList<PublishedIndexValue> PublishedEci() => s_loader.PublishedEci;

    /// <summary>The published index by curated model, the best version of each; models that no name maps are absent.</summary>
    public static IReadOnlyDictionary<string, double> PublishedEciByModel() => s_publishedEci.Value;

    /// <summary>Who stands behind the rows of Terminal-Bench 2.0's results task by task.</summary>
    public static IReadOnlyList<Submission> Submissions() => new HarnessTables(new EmbeddedFiles()).Submissions();

    /// <summary>Published tables of models by harnesses.</summary>
    public static IReadOnlyList<HarnessScore> HarnessScores() => new HarnessTables(new EmbeddedFiles()).Scores();

    /// <summary>Developers' own scores beside those of others.</summary>
    public static IReadOnlyList<SelfReport> SelfReports() => new HarnessTables(new EmbeddedFiles()).SelfReports();

    internal static IReadOnlyList<SpringPolicy> SpringPolicy => s_loader.SpringPolicy;

    internal static Source Source(string id) => s_loader.Sources.First(s => s.Id == id);

    private static Dictionary<string, double> BestVersions() =>
        PublishedEci()
            .Where(v => v.ModelId is not null)
            .GroupBy(v => v.ModelId!, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.Max(v => v.Value), StringComparer.Ordinal);
}
