using Tare.Records;

namespace Tare.Catalogue;

/// <summary>Epoch's <c>benchmark_data</c>: one CSV a benchmark, as a folder or as the ZIP file.</summary>
/// <remarks>
/// A file set with <c>benchmark_metadata.csv</c> and <c>eci_model_versions.csv</c> describes itself and is read by them; an older one is read by the
/// curated policy of spring 2026.
/// </remarks>
public sealed class EpochBenchmarksImporter : IEvidenceImporter
{
    /// <inheritdoc/>
    public string Format => "epoch-benchmarks";

    /// <inheritdoc/>
    public string Description => "Epoch's benchmark_data folder or ZIP file";

    /// <inheritdoc/>
    public bool Recognises(ImportSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        if (!source.IsFolder && !source.IsZip)
        {
            return false;
        }

        try
        {
            using var files = source.OpenFiles();
            return files.Names.Contains(EpochFiles.Index, StringComparer.Ordinal)
                || files.Names.Contains(EpochFiles.Metadata, StringComparer.Ordinal);
        }
        catch (InputException)
        {
            // A ZIP file that cannot be opened is most likely Epoch's, cut off: reading it says what is wrong.
            return true;
        }
    }

    /// <inheritdoc/>
    public ImportResult Read(ImportSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        using var files = source.OpenFiles();
        return new EpochFiles(files, source).Read();
    }
}
