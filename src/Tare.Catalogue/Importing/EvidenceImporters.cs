using Tare.Records;

namespace Tare.Catalogue;

/// <summary>The formats that evidence is read from. A new format is one class and one line here.</summary>
public static class EvidenceImporters
{
    /// <summary>All formats, the more specific first.</summary>
    public static IReadOnlyList<IEvidenceImporter> All { get; } =
    [new SnapshotImporter(), new InspectImporter(), new EpochEciImporter(), new EpochBenchmarksImporter(), new ScoresImporter()];

    /// <summary>The importer of a format.</summary>
    /// <param name="format">Its name.</param>
    /// <exception cref="InputException">There is none of this name.</exception>
    public static IEvidenceImporter Get(string format)
    {
        ArgumentNullException.ThrowIfNull(format);
        var found = All.FirstOrDefault(i => i.Format == format);
        if (found is not null)
        {
            return found;
        }

        throw InputException.At(
            $"format {Quoted.Text(format)}",
            "unknown",
            $"one of {string.Join(", ", All.Select(i => i.Format))}",
            NearestNames.NextStep(format, All.Select(i => i.Format), "leave it out: the format is then recognised from the file")
        );
    }

    /// <summary>The importer that recognises a source.</summary>
    /// <param name="source">The source.</param>
    /// <exception cref="InputException">None does.</exception>
    public static IEvidenceImporter Detect(ImportSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return All.FirstOrDefault(i => i.Recognises(source)) ?? throw Unrecognised(source);
    }

    /// <summary>Reads a source in a stated format, or in the one that is recognised.</summary>
    /// <param name="source">The source.</param>
    /// <param name="format">The format, or <see langword="null"/> to recognise it.</param>
    public static ImportResult Import(ImportSource source, string? format = null)
    {
        ArgumentNullException.ThrowIfNull(source);
        var result = (format is null ? Detect(source) : Get(format)).Read(source);
        return result.Evidence.Scores.Count > 0
            ? result
            : throw InputException.At(
                source.Name,
                "no score in it",
                "at least one score",
                result.NotKept.Count == 0
                    ? "check that the file was written to its end"
                    : $"see what was not kept: {string.Join("; ", result.NotKept.Select(n => n.Example is null ? n.What : $"{n.What} {n.Example}"))}"
            );
    }

    private static InputException Unrecognised(ImportSource source)
    {
        var header = HeaderProbe.FirstLine(source);
        var found =
            source.IsFolder ? "a folder without epoch_capabilities_index.csv"
            : source.IsZip ? "a ZIP file without epoch_capabilities_index.csv"
            : header is null ? (source.Head(1).Length == 0 ? "the file is empty" : "not a text file that starts with a header")
            : $"a file that starts with {Quoted.Text(header)}";
        return InputException.At(
            source.Name,
            found,
            $"one of the formats {string.Join("; ", All.Select(i => $"{i.Format} ({i.Description})"))}",
            "check that this is the right file, or name the format to see what is missing: tare import FORMAT PATH"
        );
    }
}
