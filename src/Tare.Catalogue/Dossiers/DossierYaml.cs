using System.Text;
using Tare.Records;

namespace Tare.Catalogue.Dossiers;

/// <summary>Dossiers as YAML, strictly: unknown fields, double keys, wrong types and empty values are refused with file, line and column.</summary>
public static class DossierYaml
{
    /// <summary>The first field of every dossier.</summary>
    public const string Schema = "tare/dossier-file/1";

    /// <summary>The dossier in a text. References are not resolved here: that is the lint's work.</summary>
    /// <param name="text">The content of the file.</param>
    /// <param name="file">Its name, for messages and positions.</param>
    /// <exception cref="InputException">The text is no dossier; the message gives place, value, expectation and next step.</exception>
    public static DossierFile Read(string text, string file)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(file);
        using var reader = new StringReader(text);
        return Read(StrictYaml.Parse(reader, file), file);
    }

    /// <summary>The dossier in a file of unknown origin: read as strictly, and without characters that act on the display.</summary>
    /// <param name="path">The file; the same fields as JSON where its name ends in <c>.json</c>.</param>
    /// <exception cref="InputException">It cannot be read or is no dossier.</exception>
    public static DossierFile Open(string path)
    {
        using var stream = ImportSource.FromPath(path).Open();
        var root = path.EndsWith(".json", StringComparison.OrdinalIgnoreCase) ? OfJson(stream, path) : OfYaml(stream, path);
        UnprintableText.Refuse(root, path);
        return Read(root, path);
    }

    /// <summary>A dossier as text, in the one form that this program writes; reading it back gives the same dossier.</summary>
    /// <param name="dossier">The dossier.</param>
    public static string Write(DossierRecord dossier)
    {
        ArgumentNullException.ThrowIfNull(dossier);
        var text = new StringBuilder();
        DossierTables.Dossier("dossier").Exchange(new FieldWriter(text), dossier);
        return text.ToString();
    }

    private static YamlNode OfYaml(Stream stream, string path)
    {
        using var reader = new CheckedTextReader(stream, path);
        return StrictYaml.Parse(reader, path);
    }

    private static YamlNode OfJson(Stream stream, string path)
    {
        if (stream.Length > CheckedTextReader.DefaultMaximum)
        {
            throw InputException.At(
                path,
                FormattableString.Invariant($"{stream.Length:N0} bytes"),
                FormattableString.Invariant($"at most {CheckedTextReader.DefaultMaximum:N0}"),
                "split the dossier"
            );
        }

        var text = new byte[stream.Length];
        stream.ReadExactly(text);
        return StrictJson.Parse(text, path);
    }

    private static DossierFile Read(YamlNode root, string file)
    {
        var dossier = FieldReader.Read(root, file, DossierTables.Dossier(file));
        return new DossierFile(file, dossier, new SourceMap(new NodePositions(root, file).Find));
    }
}
