using FsCheck;
using FsCheck.Fluent;
using Tare.Records;

namespace Tare.Costs.Tests;

/// <summary>Random layer lists, always the same ones.</summary>
internal static class RandomServing
{
    public static Gen<FullAttention> FullLayers { get; } =
        from groups in Gen.Choose(1, 4)
        from keyValueHeads in Gen.Choose(1, 4)
        from keyDimension in Gen.Choose(1, 24)
        from valueDimension in Gen.Choose(1, 24)
        from shared in Gen.Elements(ValueStorage.Separate, ValueStorage.KeyIsValue)
        from position in Gen.Choose(0, keyDimension)
        select new FullAttention
        {
            QueryHeads = groups * keyValueHeads,
            KeyValueHeads = keyValueHeads,
            KeyDimension = keyDimension,
            ValueDimension = shared == ValueStorage.KeyIsValue ? keyDimension : valueDimension,
            Values = shared,
            PositionDimension = position,
        };

    public static Gen<LatentAttention> LatentLayers { get; } =
        from heads in Gen.Choose(1, 6)
        from rank in Gen.Choose(1, 20)
        from position in Gen.Choose(0, 8)
        from sparse in Gen.Elements(true, false)
        from indexer in Indexers
        select new LatentAttention
        {
            QueryHeads = heads,
            LatentRank = rank,
            PositionDimension = position,
            Indexer = sparse ? indexer : null,
        };

    public static Gen<ConvolutionalAttention> ConvolutionalLayers { get; } =
        from groups in Gen.Choose(1, 4)
        from keyValueHeads in Gen.Choose(1, 3)
        from dimension in Gen.Choose(1, 24)
        select new ConvolutionalAttention
        {
            QueryHeads = groups * keyValueHeads,
            KeyValueHeads = keyValueHeads,
            Dimension = dimension,
        };

    /// <summary>Layers whose cache is proportional to the context.</summary>
    public static Gen<LayerKind> GrowingLayers { get; } =
        Gen.OneOf<LayerKind>(
            FullLayers.Select(l => (LayerKind)l),
            LatentLayers.Select(l => (LayerKind)l),
            ConvolutionalLayers.Select(l => (LayerKind)l)
        );

    public static Gen<CacheFormat> Formats { get; } =
        from content in Gen.Elements(4, 8, 16)
        from position in Gen.Elements(8, 16)
        from scale in Gen.Elements(0, 32, 64)
        from index in Gen.Elements(4, 8, 16)
        from indexScale in Gen.Elements(0, 32)
        select new CacheFormat
        {
            Name = "random",
            ContentBits = content,
            PositionBits = position,
            ScaleBits = scale,
            IndexBits = index,
            IndexScaleBits = indexScale,
        };

    public static Gen<Architecture> Architectures { get; } =
        from layers in Gen.ArrayOf(Layers, 3)
        from counts in Gen.ArrayOf(Gen.Choose(1, 5), 3)
        from reader in Gen.Choose(1, 4)
        from shares in Gen.Elements(true, false)
        select Of([
            .. layers.Zip(counts, (layer, count) => new LayerGroup(count, layer)),
            .. shares ? (LayerGroup[])[new LayerGroup(reader, layers[0]) { CacheOwner = 0 }] : [],
        ]);

    private static Gen<SparseIndexer> Indexers =>
        from heads in Gen.Choose(1, 4)
        from dimension in Gen.Choose(1, 12)
        from top in Gen.Choose(1, 40)
        select new SparseIndexer
        {
            Heads = heads,
            Dimension = dimension,
            TopEntries = top,
        };

    private static Gen<LayerKind> Layers =>
        Gen.OneOf<LayerKind>(
            FullLayers.Select(l => (LayerKind)l),
            LatentLayers.Select(l => (LayerKind)l),
            ConvolutionalLayers.Select(l => (LayerKind)l),
            from full in FullLayers
            from window in Gen.Choose(1, 200)
            select (LayerKind)
                new WindowAttention
                {
                    QueryHeads = full.QueryHeads,
                    KeyValueHeads = full.KeyValueHeads,
                    KeyDimension = full.KeyDimension,
                    ValueDimension = full.ValueDimension,
                    Values = full.Values,
                    PositionDimension = full.PositionDimension,
                    WindowTokens = window,
                },
            from heads in Gen.Choose(1, 6)
            from dimension in Gen.Choose(8, 24)
            from position in Gen.Choose(0, 8)
            from rate in Gen.Choose(1, 32)
            from window in Gen.Choose(0, 60)
            from sparse in Gen.Elements(true, false)
            from indexer in Indexers
            select (LayerKind)
                new CompressedAttention
                {
                    QueryHeads = heads,
                    Dimension = dimension,
                    PositionDimension = position,
                    Rate = rate,
                    WindowTokens = window,
                    Indexer = sparse ? indexer : null,
                },
            from heads in Gen.Choose(1, 4)
            from keys in Gen.Choose(1, 4)
            from dimension in Gen.Choose(1, 12)
            from kernel in Gen.Choose(0, 5)
            select (LayerKind)
                new LinearAttention
                {
                    ValueHeads = heads,
                    KeyHeads = keys,
                    KeyDimension = dimension,
                    ValueDimension = dimension + 1,
                    Kernel = kernel == 0 ? null : kernel,
                },
            from channels in Gen.Choose(1, 50)
            from kernel in Gen.Choose(1, 5)
            select (LayerKind)new ShortConvolution { Channels = channels, Kernel = kernel }
        );

    public static FullAttention Full(int heads, int keyValueHeads, int dimension) =>
        new()
        {
            QueryHeads = heads,
            KeyValueHeads = keyValueHeads,
            KeyDimension = dimension,
            ValueDimension = dimension,
        };

    public static Architecture Of(LayerKind layer, int count = 1) => Of([new LayerGroup(count, layer)]);

    public static Architecture Of(IReadOnlyList<LayerGroup> layers) =>
        new()
        {
            Id = "random",
            Name = "random",
            Layers = layers,
            ActiveParameters = 12_345,
        };

    /// <summary>Three hundred cases from a fixed seed.</summary>
    public static void Check<T>(Gen<T> cases, Func<T, bool> holds) =>
        Prop.ForAll(cases.ToArbitrary(), holds).Check(Config.QuickThrowOnFailure.WithMaxTest(300).WithReplay(20_260_501, 7919));
}
