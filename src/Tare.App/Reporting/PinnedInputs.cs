using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Tare.App.Dossiers;
using Tare.Catalogue;
using Tare.Catalogue.Dossiers;
using Tare.Records;

namespace Tare.App.Reporting;

/// <summary>Everything that a report is computed from, copied beside it so that it can be computed again.</summary>
internal sealed record PinnedInputs
{
    private const string EvidenceFile = "inputs/evidence.json";
    private const string TableFile = "inputs/caisi-table.json";
    private const string PrintedFile = "inputs/printed.json";
    private const string IndexFile = "inputs/methods/index.yaml";
    private const string DossierPath = "inputs/dossier.yaml";
    private const string GridFile = "inputs/methods/grid.yaml";
    private const string ItemsFile = "inputs/item-counts.json";
    private const string CaisiFile = "inputs/methods/caisi.yaml";
    private static readonly JsonSerializerOptions s_indented = new() { WriteIndented = true };

    /// <summary>The evidence behind the index.</summary>
    public required Evidence Evidence { get; init; }

    /// <summary>CAISI's published table.</summary>
    public required Evidence CaisiTable { get; init; }

    /// <summary>The index as a methodology.</summary>
    public required Methodology Index { get; init; }

    /// <summary>The CAISI-like methodology.</summary>
    public required Methodology Caisi { get; init; }

    /// <summary>The dossier of claims, as its file has it.</summary>
    public required string Dossier { get; init; }

    /// <summary>CAISI's printed Elo: value and half width at 95 %, by model identifier.</summary>
    public required IReadOnlyDictionary<string, (double Value, double HalfWidth95)> PrintedElo { get; init; }

    /// <summary>Published values of the index, by model identifier.</summary>
    public required IReadOnlyDictionary<string, double> PublishedIndex { get; init; }

    /// <summary>What only the studies need; <see langword="null"/> where the report has none.</summary>
    public StudyPins? Studies { get; init; }

    /// <summary>What comes with the program, with the given evidence behind the index.</summary>
    public static PinnedInputs Of(Evidence evidence, bool studies) =>
        new()
        {
            Studies = studies ? new StudyPins(MethodGrids.DefaultText(), CuratedData.ItemCounts()) : null,
            Evidence = evidence,
            CaisiTable = CuratedData.CaisiTable(),
            Index = Methodologies.Get("eci"),
            Caisi = Methodologies.Get("caisi-2026"),
            PrintedElo = CuratedData.CaisiElo().ToDictionary(e => e.ModelId, e => (e.Value, e.HalfWidth95), StringComparer.Ordinal),
            PublishedIndex = CuratedData.PublishedEciByModel(),
            Dossier = CuratedDossiers.Text(DossierArguments.Shipped),
        };

    /// <summary>The files to put beside the report, by path inside its folder.</summary>
    public IReadOnlyDictionary<string, byte[]> Files()
    {
        var files = new SortedDictionary<string, byte[]>(StringComparer.Ordinal)
        {
            [EvidenceFile] = Bytes(EvidenceSnapshot.Write(Evidence)),
            [TableFile] = Bytes(EvidenceSnapshot.Write(CaisiTable)),
            [PrintedFile] = Bytes(Printed().ToJsonString(s_indented) + "\n"),
            [IndexFile] = Bytes(MethodologyWriter.Write(Index)),
            [CaisiFile] = Bytes(MethodologyWriter.Write(Caisi)),
            [DossierPath] = Bytes(Dossier),
        };
        if (Studies is { } studies)
        {
            files[GridFile] = Bytes(studies.Grid);
            files[ItemsFile] = Bytes(Counts(studies.ItemCounts).ToJsonString(s_indented) + "\n");
        }

        return files;
    }

    /// <summary>Reads the files back.</summary>
    /// <param name="folder">The report's folder.</param>
    /// <param name="studies">Whether the report has studies.</param>
    /// <exception cref="InputException">A file is missing, or a digit in it was changed; the message names the place.</exception>
    public static PinnedInputs Read(string folder, bool studies)
    {
        var printed = JsonNode.Parse(Text(folder, PrintedFile)) ?? throw Broken(folder, PrintedFile, "null");
        return new PinnedInputs
        {
            Evidence = EvidenceSnapshot.Read(Text(folder, EvidenceFile), Path.Combine(folder, EvidenceFile)),
            CaisiTable = EvidenceSnapshot.Read(Text(folder, TableFile), Path.Combine(folder, TableFile)),
            Index = MethodologyReader.Read(Text(folder, IndexFile), Path.Combine(folder, IndexFile)),
            Dossier = Text(folder, DossierPath),
            Caisi = MethodologyReader.Read(Text(folder, CaisiFile), Path.Combine(folder, CaisiFile)),
            PrintedElo = printed["caisiElo"]!
                .AsObject()
                .ToDictionary(
                    e => e.Key,
                    e => (e.Value!["value"]!.GetValue<double>(), e.Value!["halfWidth95"]!.GetValue<double>()),
                    StringComparer.Ordinal
                ),
            PublishedIndex = printed["publishedIndex"]!
                .AsObject()
                .ToDictionary(e => e.Key, e => e.Value!.GetValue<double>(), StringComparer.Ordinal),
            Studies = studies ? ReadStudies(folder) : null,
        };
    }

    private static StudyPins ReadStudies(string folder)
    {
        var counts = JsonNode.Parse(Text(folder, ItemsFile)) ?? throw Broken(folder, ItemsFile, "null");
        return new StudyPins(
            Text(folder, GridFile),
            counts.AsObject().ToDictionary(c => c.Key, c => c.Value!.GetValue<int>(), StringComparer.Ordinal)
        );
    }

    private static JsonObject Counts(IReadOnlyDictionary<string, int> counts)
    {
        var root = new JsonObject();
        foreach (var (id, count) in counts.OrderBy(c => c.Key, StringComparer.Ordinal))
        {
            root[id] = count;
        }

        return root;
    }

    private JsonObject Printed()
    {
        var elo = new JsonObject();
        foreach (var (id, (value, halfWidth)) in PrintedElo.OrderBy(e => e.Key, StringComparer.Ordinal))
        {
            elo[id] = new JsonObject { ["value"] = value, ["halfWidth95"] = halfWidth };
        }

        var index = new JsonObject();
        foreach (var (id, value) in PublishedIndex.OrderBy(e => e.Key, StringComparer.Ordinal))
        {
            index[id] = value;
        }

        return new JsonObject { ["caisiElo"] = elo, ["publishedIndex"] = index };
    }

    private static string Text(string folder, string file)
    {
        var path = Path.Combine(folder, file);
        return File.Exists(path) ? File.ReadAllText(path) : throw Broken(folder, file, "missing");
    }

    private static InputException Broken(string folder, string file, string value) =>
        InputException.At(
            Path.Combine(folder, file),
            value,
            "an input that the report was computed from",
            "write the report again: tare report --out DIR"
        );

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
