using System.Text.Json;
using Tare.Records;

namespace Tare.Catalogue;

/// <summary>The data sets in a folder, each with the record of how it came.</summary>
public static class PulledDataSets
{
    /// <summary>Name of the record beside the files.</summary>
    internal const string Record = "pulled.json";

    /// <summary>Name and version of the record.</summary>
    internal const string Schema = "tare/pulled/1";

    /// <summary>Whether a data set was pulled.</summary>
    /// <param name="folder">The folder of data sets.</param>
    /// <param name="id">The identifier.</param>
    public static bool Exists(string folder, string id) => File.Exists(Path.Combine(folder, id, Record));

    /// <summary>The record of a pulled data set, after a check of every file against the hash that it had when it came.</summary>
    /// <param name="folder">The folder of data sets.</param>
    /// <param name="id">The identifier.</param>
    /// <exception cref="InputException">A file is missing or was changed.</exception>
    public static PulledDataSet Load(string folder, string id)
    {
        var record = Path.Combine(folder, id, Record);
        var again = $"fetch it again: tare data pull {id}";
        PulledDocument document;
        try
        {
            document = JsonSerializer.Deserialize(File.ReadAllText(record), SnapshotJson.Default.PulledDocument)!;
        }
        catch (Exception e) when (e is JsonException or IOException)
        {
            throw InputException.At(record, "not readable as the record of a pulled data set", Schema, again);
        }

        foreach (var file in document.Files)
        {
            var path = Path.Combine(folder, id, file.Name);
            if (!File.Exists(path))
            {
                throw InputException.At(path, "missing", $"the file that came on {document.Retrieved:yyyy-MM-dd}", again);
            }

            var sha256 = ImportSource.Sha256Of(path);
            if (sha256 != file.Sha256)
            {
                throw InputException.At(path, $"changed since it came: sha256 {sha256}", $"sha256 {file.Sha256}", again);
            }
        }

        return new PulledDataSet(document.Id, document.Origin, document.Retrieved, document.Files);
    }

    /// <summary>What an importer reads of a pulled data set: its only file, or its folder.</summary>
    internal static string EvidencePath(string folder, DataSet set)
    {
        var file = Path.Combine(folder, set.Id, set.Files[0].Name);
        return File.Exists(file) ? file : Path.Combine(folder, set.Id);
    }
}
