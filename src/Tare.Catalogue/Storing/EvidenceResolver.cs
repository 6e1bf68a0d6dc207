using System.Security.Cryptography;
using Tare.Records;

namespace Tare.Catalogue;

/// <summary>Finds evidence by name or path: what comes with the program, pulled data sets, stored evidence, files.</summary>
/// <param name="store">The store, or <see langword="null"/> where there is none.</param>
/// <param name="dataFolder">The folder of pulled data sets, or <see langword="null"/> where there is none.</param>
public sealed class EvidenceResolver(EvidenceStore? store, string? dataFolder)
{
    private const string FullMatrix = "epoch-2026-08";
    private static readonly string[] s_curatedFiles = ["models.csv", "release-dates.csv", "overrides.csv", "benchmarks.csv"];

    /// <summary>The names that can be resolved now, built-in ones first.</summary>
    public IReadOnlyList<string> Names() =>
        [
            CuratedData.CuratedName,
            CuratedData.CaisiName,
            CuratedData.MergedName,
            .. DataSets.All.Where(s => dataFolder is not null && PulledDataSets.Exists(dataFolder, s.Id)).Select(s => s.Id),
            .. store?.List().Select(s => s.Name) ?? [],
        ];

    /// <summary>The evidence of a name or path.</summary>
    /// <param name="nameOrPath">A name of <see cref="Names"/>, or the path of a file, folder or ZIP file in a format that can be imported.</param>
    /// <exception cref="InputException">There is none, or it cannot be used.</exception>
    public ResolvedEvidence Resolve(string nameOrPath)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(nameOrPath);
        if (nameOrPath == CuratedData.CuratedName)
        {
            return new ResolvedEvidence(CuratedData.Evidence(), [], Embedded("scores.csv"));
        }

        if (nameOrPath == CuratedData.CaisiName)
        {
            return new ResolvedEvidence(CuratedData.CaisiTable(), [], Embedded("caisi-2026-05.csv"));
        }

        if (nameOrPath == CuratedData.MergedName)
        {
            return Merged();
        }

        if (DataSets.Find(nameOrPath) is { } set)
        {
            return Pulled(set);
        }

        if (store?.Contains(nameOrPath) == true)
        {
            var path = store.PathOf(nameOrPath);
            return new ResolvedEvidence(store.Load(nameOrPath), [], [new InputFile(path, ImportSource.Sha256Of(path))]);
        }

        if (File.Exists(nameOrPath) || Directory.Exists(nameOrPath))
        {
            var source = ImportSource.FromPath(nameOrPath);
            var (evidence, notKept) = EvidenceImporters.Import(source);
            return new ResolvedEvidence(evidence, notKept, source.Files());
        }

        throw NotFound(nameOrPath);
    }

    /// <summary>The full matrix where it was pulled, else its curated part; and CAISI's table beside it.</summary>
    private ResolvedEvidence Merged()
    {
        var full = DataSets.Find(FullMatrix);
        var matrix =
            full is not null && dataFolder is not null && PulledDataSets.Exists(dataFolder, FullMatrix)
                ? Pulled(full)
                : Resolve(CuratedData.CuratedName);
        var table = Resolve(CuratedData.CaisiName);
        return new ResolvedEvidence(
            EvidenceMerger.Merge(CuratedData.MergedName, matrix.Evidence, table.Evidence),
            [.. matrix.NotKept, .. table.NotKept],
            [.. matrix.Files.Concat(table.Files).DistinctBy(f => f.Path, StringComparer.Ordinal)]
        );
    }

    private ResolvedEvidence Pulled(DataSet set)
    {
        if (dataFolder is null || !PulledDataSets.Exists(dataFolder, set.Id))
        {
            throw InputException.At(
                $"evidence '{set.Id}'",
                "not pulled yet",
                $"one of {string.Join(", ", Names())}",
                $"tare data pull {set.Id}"
            );
        }

        var pulled = PulledDataSets.Load(dataFolder, set.Id);
        var (evidence, notKept) = EvidenceImporters
            .Get(set.Format)
            .Read(ImportSource.FromPath(PulledDataSets.EvidencePath(dataFolder, set)));
        var files = pulled.Files.Select(f => new InputFile(Path.Combine(dataFolder, set.Id, f.Name), f.Sha256));
        return new ResolvedEvidence(evidence with { Name = set.Id }, notKept, [.. files]);
    }

    private InputException NotFound(string nameOrPath) =>
        InputException.At(
            $"evidence {Quoted.Text(nameOrPath)}",
            "neither a name nor a file",
            $"one of {string.Join(", ", Names())}; a data set to pull ({string.Join(", ", DataSets.All.Select(s => s.Id))}); or the path of a file",
            NearestNames.NextStep(
                nameOrPath,
                [.. Names(), .. DataSets.All.Select(s => s.Id)],
                "check the name or path; 'tare data list' shows what there is"
            )
        );

    private static List<InputFile> Embedded(string scores)
    {
        var files = new EmbeddedFiles();
        return [.. s_curatedFiles.Append(scores).Select(name => new InputFile($"embedded:data/{name}", HashOf(files, name)))];
    }

    private static string HashOf(EmbeddedFiles files, string name)
    {
        using var stream = files.Open(name);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }
}
