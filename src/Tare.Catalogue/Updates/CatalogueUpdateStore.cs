using Tare.Records;

namespace Tare.Catalogue;

/// <summary>Applied updates as files in a folder, one for each format and day. Curated data are never written.</summary>
/// <param name="folder">The folder; it is made when the first update is applied.</param>
public sealed class CatalogueUpdateStore(string folder)
{
    private const string Ending = ".catalogue-update.json";

    /// <summary>The folder.</summary>
    public string Folder { get; } = folder;

    /// <summary>The applied updates, ordered by name.</summary>
    /// <exception cref="InputException">A file is not an update.</exception>
    public IReadOnlyList<CatalogueUpdate> Load() =>
        Directory.Exists(Folder)
            ?
            [
                .. Directory
                    .EnumerateFiles(Folder, "*" + Ending)
                    .Order(StringComparer.Ordinal)
                    .Select(f => CatalogueUpdateDocument.Read(File.ReadAllText(f), f)),
            ]
            : [];

    /// <summary>Applies an update; one of the same format and day is replaced.</summary>
    /// <param name="update">The update.</param>
    /// <returns>The file.</returns>
    public string Save(CatalogueUpdate update)
    {
        ArgumentNullException.ThrowIfNull(update);
        var path = Path.Combine(Folder, update.SourceId + Ending);
        AtomicFile.Write(path, CatalogueUpdateDocument.Write(update));
        return path;
    }
}
