using System.Text;

namespace Tare.Catalogue;

/// <summary>The program's own snapshot of evidence, <c>tare/evidence/1</c>.</summary>
public sealed class SnapshotImporter : IEvidenceImporter
{
    /// <inheritdoc/>
    public string Format => "evidence";

    /// <inheritdoc/>
    public string Description => "a snapshot written by this program (tare/evidence/1)";

    /// <inheritdoc/>
    public bool Recognises(ImportSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var head = Encoding.UTF8.GetString(source.Head(256));
        return head.TrimStart('\ufeff', ' ', '\n', '\r', '\t').StartsWith('{')
            && head.Contains("\"tare/evidence/", StringComparison.Ordinal);
    }

    /// <inheritdoc/>
    public ImportResult Read(ImportSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        using var reader = new CheckedTextReader(source.Open(), source.Name, EvidenceSnapshot.LongestDocument);
        return new ImportResult(EvidenceSnapshot.Read(reader.ReadToEnd(), source.Name), []);
    }
}
