using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Tare.Records;

namespace Tare.Catalogue;

/// <summary>Evidence as a JSON document, <c>tare/evidence/1</c>, that notices and names any change of a figure.</summary>
public static class EvidenceSnapshot
{
    /// <summary>Name and version of the document.</summary>
    public const string Schema = "tare/evidence/1";

    /// <summary>Longest document that is read, in characters.</summary>
    internal const long LongestDocument = 1L << 26;

    private static readonly SnapshotJson s_json = new(
        new JsonSerializerOptions(SnapshotJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }
    );

    /// <summary>The document: one line a model, benchmark and score, in the order of the evidence.</summary>
    /// <param name="evidence">The evidence.</param>
    public static string Write(Evidence evidence)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        var text = new StringBuilder("{\n");
        text.Append("\"schema\": ").Append(Line(Schema, s_json.String)).Append(",\n");
        text.Append("\"name\": ").Append(Line(evidence.Name, s_json.String)).Append(",\n");
        text.Append("\"digest\": ").Append(Line(evidence.Digest, s_json.String)).Append(",\n");
        Array(text, "sources", evidence.Sources, s => Line(SnapshotRecords.Of(s), s_json.SnapshotSource), last: false);
        Array(text, "notes", evidence.Notes, n => Line(n, s_json.String), last: false);
        Array(text, "models", evidence.Models, m => Line(SnapshotRecords.Of(m), s_json.SnapshotModel), last: false);
        Array(text, "benchmarks", evidence.Benchmarks, b => Line(SnapshotRecords.Of(b), s_json.SnapshotBenchmark), last: false);
        Array(text, "scores", evidence.Scores, s => Line(SnapshotRecords.Of(s), s_json.SnapshotScore), last: true);
        return text.Append("}\n").ToString();
    }

    /// <summary>Reads a document and checks every figure against its check and the whole against its digest.</summary>
    /// <param name="text">The document.</param>
    /// <param name="place">The file as messages name it.</param>
    /// <exception cref="InputException">The document cannot be used, or was changed; the message says where.</exception>
    public static Evidence Read(string text, string place)
    {
        ArgumentNullException.ThrowIfNull(text);
        var document = Parse(text, place);
        if (document.Schema != Schema)
        {
            throw InputException.At(
                $"{place}, 'schema'",
                Quoted.Text(document.Schema),
                $"'{Schema}'",
                "update the program, or export the evidence again"
            );
        }

        var builder = new EvidenceBuilder();
        Each(
            document.Models,
            place,
            "models",
            (m, where) => builder.Add(Checked(SnapshotRecords.Model(m, where), m.Check, EvidenceDigest.Check, where, m.Id), where)
        );
        Each(
            document.Benchmarks,
            place,
            "benchmarks",
            (b, where) => builder.Add(Checked(SnapshotRecords.Benchmark(b, where), b.Check, EvidenceDigest.Check, where, b.Id), where)
        );
        Each(
            document.Scores,
            place,
            "scores",
            (s, where) =>
                builder.Add(Checked(SnapshotRecords.Score(s), s.Check, EvidenceDigest.Check, where, $"{s.Model} on {s.Benchmark}"), where)
        );
        var sources = document.Sources.Select(SnapshotRecords.Source).ToList();
        var evidence = builder.Build(document.Name, sources, document.Notes);
        CheckWhole(document, evidence, place);
        return evidence;
    }

    private static SnapshotDocument Parse(string text, string place)
    {
        try
        {
            return JsonSerializer.Deserialize(text, s_json.SnapshotDocument)
                ?? throw InputException.At(place, "null", "one JSON object", "export the evidence again");
        }
        catch (JsonException e)
        {
            var line = ((e.LineNumber ?? 0) + 1).ToString(CultureInfo.InvariantCulture);
            throw InputException.At(
                $"{place}, line {line}, '{e.Path ?? "$"}'",
                What(e),
                $"a document {Schema}",
                "restore the file, or import the scores again"
            );
        }
    }

    private static string What(JsonException e) =>
        e.Message.Contains("could not be mapped", StringComparison.Ordinal) ? "a property that the document does not have"
        : e.Message.Contains("Duplicate", StringComparison.Ordinal) ? "a property that appears twice"
        : e.Message.Contains("missing required", StringComparison.Ordinal) ? "a property is missing"
        : e.Message.Contains("could not be converted", StringComparison.Ordinal) ? "a value of another type"
        : "not complete as JSON";

    private static void CheckWhole(SnapshotDocument document, Evidence evidence, string place)
    {
        if (evidence.Models.Count != document.Models.Count || evidence.Benchmarks.Count != document.Benchmarks.Count)
        {
            var unscored = document.Models.Select(m => m.Id).Except(evidence.Models.Select(m => m.Id), StringComparer.Ordinal);
            var unused = document.Benchmarks.Select(b => b.Id).Except(evidence.Benchmarks.Select(b => b.Id), StringComparer.Ordinal);
            throw InputException.At(
                place,
                $"'{unscored.Concat(unused).First()}' has no score",
                "every model and every benchmark with at least one score",
                "restore the file: a score was removed, or a record added"
            );
        }

        if (evidence.Digest != document.Digest)
        {
            throw InputException.At(
                $"{place}, 'digest'",
                $"{Quoted.Text(document.Digest)}, but the content has '{evidence.Digest}'",
                "the digest of the content",
                "restore the file: a record was added or removed, or the digest was edited"
            );
        }
    }

    private static T Checked<T>(T record, string check, Func<T, string> checkOf, string where, string what)
    {
        var computed = checkOf(record);
        return computed == check
            ? record
            : throw InputException.At(
                where,
                $"{what} was changed after the snapshot was written: check {Quoted.Text(check)}, computed '{computed}'",
                "the figures as they were written",
                "restore the file; to work with other figures, import them as a table of scores"
            );
    }

    private static void Each<T>(IReadOnlyList<T> records, string place, string part, Action<T, string> add)
    {
        for (var i = 0; i < records.Count; i++)
        {
            add(records[i], $"{place}, {part}[{i.ToString(CultureInfo.InvariantCulture)}]");
        }
    }

    private static string Line<T>(T value, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type) =>
        JsonSerializer.Serialize(value, type);

    private static void Array<T>(StringBuilder text, string name, IReadOnlyList<T> values, Func<T, string> line, bool last)
    {
        text.Append('"').Append(name).Append("\": [");
        for (var i = 0; i < values.Count; i++)
        {
            text.Append(i == 0 ? "\n  " : ",\n  ").Append(line(values[i]));
        }

        text.Append(values.Count == 0 ? "]" : "\n]").Append(last ? "\n" : ",\n");
    }
}
