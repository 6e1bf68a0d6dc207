using Tare.Records;

namespace Tare.Catalogue;

/// <summary>Named evidence as snapshots in a folder. Every load checks every figure.</summary>
/// <param name="folder">The folder; it is made when the first evidence is saved.</param>
public sealed class EvidenceStore(string folder)
{
    private const string Ending = ".evidence.json";

    /// <summary>The folder.</summary>
    public string Folder { get; } = folder;

    /// <summary>What is stored, ordered by name.</summary>
    public IReadOnlyList<StoredEvidence> List()
    {
        if (!Directory.Exists(Folder))
        {
            return [];
        }

        return
        [
            .. Directory
                .EnumerateFiles(Folder, "*" + Ending)
                .Select(f => new StoredEvidence(System.IO.Path.GetFileName(f)[..^Ending.Length], f, new FileInfo(f).Length))
                .Where(s => Slug.IsId(s.Name))
                .OrderBy(s => s.Name, StringComparer.Ordinal),
        ];
    }

    /// <summary>Whether something has this name.</summary>
    /// <param name="name">The name.</param>
    public bool Contains(string name) => Slug.IsId(name) && File.Exists(PathOf(name));

    /// <summary>Saves evidence under its name. Saving the same figures again changes nothing.</summary>
    /// <param name="evidence">The evidence.</param>
    /// <returns>The file.</returns>
    /// <exception cref="InputException">The name is reserved, cannot be a name, or holds other figures.</exception>
    public string Save(Evidence evidence)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        CheckName(evidence.Name);
        if (Contains(evidence.Name))
        {
            var stored = Load(evidence.Name);
            if (stored.Digest != evidence.Digest)
            {
                throw InputException.At(
                    $"evidence '{evidence.Name}'",
                    $"already stored with other figures (digest {stored.Digest[..12]}, new {evidence.Digest[..12]})",
                    "a name that is free: evidence never changes under its name",
                    $"choose another name, or delete {PathOf(evidence.Name)} first"
                );
            }
        }

        var path = PathOf(evidence.Name);
        AtomicFile.Write(path, EvidenceSnapshot.Write(evidence));
        return path;
    }

    /// <summary>Loads evidence by name.</summary>
    /// <param name="name">The name.</param>
    /// <exception cref="InputException">There is none, or it was changed.</exception>
    public Evidence Load(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (!Contains(name))
        {
            var names = List().Select(s => s.Name).ToList();
            throw InputException.At(
                $"evidence {Quoted.Text(name)}",
                $"not in {Folder}",
                names.Count == 0 ? "a name that is stored; nothing is yet" : $"one of {string.Join(", ", names)}",
                NearestNames.NextStep(name, names, "import it first: tare import PATH")
            );
        }

        var evidence = new SnapshotImporter().Read(ImportSource.FromPath(PathOf(name))).Evidence;
        return evidence.Name == name
            ? evidence
            : throw InputException.At(
                $"{PathOf(name)}, 'name'",
                Quoted.Text(evidence.Name),
                $"'{name}', as the file is called",
                "rename the file back, or import it under the new name: tare import PATH"
            );
    }

    /// <summary>The file of a name.</summary>
    /// <param name="name">The name.</param>
    internal string PathOf(string name) => System.IO.Path.Combine(Folder, name + Ending);

    private static void CheckName(string name)
    {
        if (!Slug.IsId(name))
        {
            throw InputException.At(
                $"evidence {Quoted.Text(name)}",
                "not usable as a name",
                "lower case letters, digits, '.', '-' and '_'",
                $"call it '{Slug.Of(name)}'"
            );
        }

        if (name is CuratedData.CuratedName or CuratedData.CaisiName || DataSets.Find(name) is not null)
        {
            throw InputException.At(
                $"evidence '{name}'",
                "the name is taken by data that come with the program or that it downloads",
                "another name",
                $"call it 'my-{name}', for example"
            );
        }
    }
}
