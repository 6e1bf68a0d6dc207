using Tare.Records;

namespace Tare.Catalogue.Tests;

public sealed class ArchitectureDocumentTests
{
    private const string File = "mine.json";

    [Fact]
    public void Fifteen_architectures_come_with_the_program_each_with_its_sources()
    {
        IReadOnlyList<Architecture> curated = ArchitectureDocument.Curated();
        curated.Count.ShouldBe(15);
        curated.ShouldAllBe(a =>
            a.Sources.Count > 0 && a.ActiveParameters > 0 && a.TotalParameters >= a.ActiveParameters && a.ContextTokens > 0
        );
        curated.Where(a => a.NativeCache is not null).Select(a => a.Id).ShouldBe(["deepseek-v3.2", "deepseek-v4-pro", "deepseek-v4-flash"]);
        curated.Single(a => a.Id == "gemma4-e4b").OwningLayerCount.ShouldBe(24);
    }

    [Fact]
    public void The_file_in_the_checkout_is_the_one_in_the_program()
    {
        const string Curated = "data/architectures/architectures.json";
        IReadOnlyList<Architecture> read = ArchitectureDocument.Read(
            System.IO.File.ReadAllText(Testing.Repository.PathOf(Curated)),
            Curated
        );
        read.Select(a => a.Id).ShouldBe(ArchitectureDocument.Curated().Select(a => a.Id));
    }

    [Theory]
    [InlineData("""{"count":-61,"kind":"mla","heads":64,"latentRank":512,"positionDim":64}""", "layers[0].count: -61")]
    [InlineData("""{"kind":"mla","heads":64,"latentRank":512,"positionDim":64}""", "layers[0].count: missing")]
    [InlineData("""{"count":1,"kind":"mla","heads":64,"positionDim":64}""", "layers[0].latentRank: missing")]
    [InlineData("""{"count":1,"kind":"mamba"}""", "layers[0].kind: \"mamba\"")]
    [InlineData("""{"count":1,"kind":"conv","channels":4,"kernel":3,"kernal":3}""", "layers[0].kernal: not a known field")]
    [InlineData("""{"count":1,"kind":"conv","channels":4,"kernel":3,"cacheOwner":0}""", "cacheOwner: 0")]
    [InlineData("""{"count":1,"kind":"full","heads":6,"kvHeads":4,"keyDim":8,"valueDim":8}""", "a divisor of the 6 query heads")]
    [InlineData("""{"count":1,"kind":"full","heads":4,"kvHeads":4,"keyDim":8,"valueDim":4,"keyIsValue":true}""", "valueDim: 4")]
    [InlineData("""{"count":1,"kind":"hca","heads":4,"dim":8,"positionDim":9,"rate":4,"window":1}""", "positionDim: 9")]
    [InlineData("""{"count":1,"kind":"csa","heads":4,"dim":8,"positionDim":8,"rate":4,"window":1}""", "indexHeads: missing")]
    public void A_layer_that_cannot_be_is_refused_with_its_place(string layer, string part)
    {
        string message = Refusal($$"""{"schema":"tare/architectures/1","architectures":[{"id":"a","name":"A","layers":[{{layer}}]}]}""");
        message.ShouldStartWith(File);
        message.ShouldContain(part);
    }

    [Fact]
    public void A_cache_is_read_only_from_an_owner_of_the_same_kind_and_size()
    {
        const string Owner = """{"count":1,"kind":"full","heads":4,"kvHeads":4,"keyDim":8,"valueDim":8}""";
        const string Other = """{"count":1,"kind":"full","heads":4,"kvHeads":4,"keyDim":16,"valueDim":8,"cacheOwner":0}""";
        Refusal($$"""{"schema":"tare/architectures/1","architectures":[{"id":"a","name":"A","layers":[{{Owner}},{{Other}}]}]}""")
            .ShouldContain("layers[1] (full), cacheOwner: 0");
        const string Reader = """{"count":1,"kind":"full","heads":8,"kvHeads":4,"keyDim":8,"valueDim":8,"cacheOwner":0}""";
        ArchitectureDocument
            .Read($$"""{"schema":"tare/architectures/1","architectures":[{"id":"a","name":"A","layers":[{{Owner}},{{Reader}}]}]}""", File)
            .Single()
            .OwningLayerCount.ShouldBe(1);
    }

    [Theory]
    [InlineData("""{"schema":"tare/architectures/2","architectures":[]}""", "schema: \"tare/architectures/2\"")]
    [InlineData("""{"schema":"tare/architectures/1","architectures":[{"id":"a","name":"A","layers":[]}]}""", "layers: empty")]
    [InlineData("""{"schema":"tare/architectures/1","models":[]}""", "models: not a known field")]
    public void A_document_that_cannot_be_is_refused(string json, string part) => Refusal(json).ShouldContain(part);

    [Fact]
    public void An_id_stands_once()
    {
        const string Layer = """{"count":1,"kind":"conv","channels":4,"kernel":3}""";
        string entry = $$"""{"id":"a","name":"A","layers":[{{Layer}}]}""";
        Refusal($$"""{"schema":"tare/architectures/1","architectures":[{{entry}},{{entry}}]}""").ShouldContain("'a' twice");
    }

    private static string Refusal(string json) => Should.Throw<InputException>(() => ArchitectureDocument.Read(json, File)).Message;
}
