using Tare.Records;

namespace Tare.Catalogue;

/// <summary>Layer lists as data: a JSON document with the schema <c>tare/architectures/1</c>.</summary>
public static class ArchitectureDocument
{
    private const string Schema = "tare/architectures/1";
    private const string NextStep = "See data/architectures/README.md for the fields.";
    private const string Resource = "data/architectures/architectures.json";

    /// <summary>The curated architectures that come with the program, in the order of the file.</summary>
    public static IReadOnlyList<Architecture> Curated()
    {
        using Stream stream =
            typeof(ArchitectureDocument).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The assembly has no resource '{Resource}'.");
        using StreamReader reader = new(stream);
        return Read(reader.ReadToEnd(), Resource);
    }

    /// <summary>The architectures of a document.</summary>
    /// <param name="json">The document.</param>
    /// <param name="place">Where it stands, for messages.</param>
    /// <exception cref="InputException">A field is missing, unknown or has a value that cannot be; the message names file and field.</exception>
    public static IReadOnlyList<Architecture> Read(string json, string place)
    {
        JsonFields root = new(JsonFields.Parse(json, place, NextStep), place, string.Empty, NextStep);
        if (root.Text("schema") != Schema)
        {
            throw root.Wrong("schema", $"\"{Schema}\"");
        }

        List<Architecture> architectures = [.. root.Objects("architectures").Select(fields => ReadOne(fields, place))];
        root.RefuseUnread();
        if (architectures.GroupBy(a => a.Id, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1) is { } twice)
        {
            throw InputException.At($"{place}, architectures", $"'{twice.Key}' twice", "every id once", "Remove or rename one of them.");
        }

        return architectures;
    }

    private static Architecture ReadOne(JsonFields fields, string place)
    {
        string id = fields.Text("id");
        Architecture architecture = new()
        {
            Id = id,
            Name = fields.Text("name"),
            ActiveParameters = fields.OptionalLong("activeParameters"),
            TotalParameters = fields.OptionalLong("totalParameters"),
            ContextTokens = fields.OptionalInt("contextTokens"),
            NativeCache = fields.OptionalObject("nativeCache") is { } cache ? ReadCache(cache) : null,
            NativeFlopWeights = fields.OptionalObject("nativeFlopWeights") is { } weights ? ReadWeights(weights) : null,
            Layers = [.. fields.Objects("layers").Select(ReadGroup)],
            Sources = fields.Texts("sources"),
            Notes = fields.Texts("notes"),
        };
        fields.RefuseUnread();
        return ArchitectureCheck.Require(architecture, $"{place}, '{id}'");
    }

    private static CacheFormat ReadCache(JsonFields fields)
    {
        CacheFormat format = new()
        {
            Name = fields.Text("name"),
            ContentBits = fields.Int("contentBits"),
            PositionBits = fields.Int("positionBits"),
            ScaleBits = fields.OptionalInt("scaleBits", 0) ?? 0,
            IndexBits = fields.Int("indexBits"),
            IndexScaleBits = fields.OptionalInt("indexScaleBits", 0) ?? 0,
        };
        fields.RefuseUnread();
        return format;
    }

    private static FlopWeights ReadWeights(JsonFields fields)
    {
        FlopWeights weights = new()
        {
            Name = fields.Text("name"),
            Parameters = fields.Number("parameters", 1),
            AttentionCore = fields.Number("attentionCore", 1),
            Indexer = fields.Number("indexer", 1),
        };
        fields.RefuseUnread();
        return weights;
    }

    private static LayerGroup ReadGroup(JsonFields fields)
    {
        LayerGroup group = new(fields.Int("count"), ReadLayer(fields)) { CacheOwner = fields.OptionalInt("cacheOwner", 0) };
        fields.RefuseUnread();
        return group;
    }

    private static LayerKind ReadLayer(JsonFields fields) =>
        fields.Text("kind") switch
        {
            "full" => Grouped(fields),
            "window" => Windowed(fields),
            "mla" => Latent(fields, null),
            "dsa" => Latent(fields, Indexer(fields)),
            "csa" => Compressed(fields, Indexer(fields)),
            "hca" => Compressed(fields, null),
            "cca" => new ConvolutionalAttention
            {
                QueryHeads = fields.Int("heads"),
                KeyValueHeads = fields.Int("kvHeads"),
                Dimension = fields.Int("dim"),
            },
            "linear" => new LinearAttention
            {
                ValueHeads = fields.Int("valueHeads"),
                KeyHeads = fields.Int("keyHeads"),
                KeyDimension = fields.Int("keyDim"),
                ValueDimension = fields.Int("valueDim"),
                Kernel = fields.OptionalInt("kernel"),
            },
            "conv" => new ShortConvolution { Channels = fields.Int("channels"), Kernel = fields.Int("kernel") },
            _ => throw fields.Wrong("kind", "full, window, mla, dsa, csa, hca, cca, linear or conv"),
        };

    private static FullAttention Grouped(JsonFields fields) =>
        new()
        {
            QueryHeads = fields.Int("heads"),
            KeyValueHeads = fields.Int("kvHeads"),
            KeyDimension = fields.Int("keyDim"),
            ValueDimension = fields.Int("valueDim"),
            Values = Values(fields),
            PositionDimension = fields.OptionalInt("positionDim", 0) ?? 0,
        };

    private static WindowAttention Windowed(JsonFields fields) =>
        new()
        {
            QueryHeads = fields.Int("heads"),
            KeyValueHeads = fields.Int("kvHeads"),
            KeyDimension = fields.Int("keyDim"),
            ValueDimension = fields.Int("valueDim"),
            Values = Values(fields),
            PositionDimension = fields.OptionalInt("positionDim", 0) ?? 0,
            WindowTokens = fields.Int("window"),
        };

    private static ValueStorage Values(JsonFields fields) =>
        fields.Flag("keyIsValue", whenAbsent: false) ? ValueStorage.KeyIsValue : ValueStorage.Separate;

    private static LatentAttention Latent(JsonFields fields, SparseIndexer? indexer) =>
        new()
        {
            QueryHeads = fields.Int("heads"),
            LatentRank = fields.Int("latentRank"),
            PositionDimension = fields.Int("positionDim", 0),
            Indexer = indexer,
        };

    private static CompressedAttention Compressed(JsonFields fields, SparseIndexer? indexer) =>
        new()
        {
            QueryHeads = fields.Int("heads"),
            Dimension = fields.Int("dim"),
            PositionDimension = fields.Int("positionDim", 0),
            Rate = fields.Int("rate"),
            WindowTokens = fields.Int("window", 0),
            Indexer = indexer,
        };

    private static SparseIndexer Indexer(JsonFields fields) =>
        new()
        {
            Heads = fields.Int("indexHeads"),
            Dimension = fields.Int("indexDim"),
            TopEntries = fields.Int("indexTop"),
        };
}
