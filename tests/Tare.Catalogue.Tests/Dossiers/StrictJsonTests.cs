using System.Text;
using System.Text.Json.Nodes;
using Tare.Catalogue.Dossiers;
using Tare.Records;

namespace Tare.Catalogue.Tests.Dossiers;

/// <summary>JSON and YAML of one document are one dossier.</summary>
public sealed class StrictJsonTests : IDisposable
{
    private const string Head = """
        {"schema": "tare/dossier-file/1", "id": "small", "title": "Größe 🧪", "language": "en", "recorded": "2026-11-22", "licence": "CC0-1.0",

        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("tare-json-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void The_curated_dossier_as_json_is_the_same_dossier()
    {
        var yaml = CuratedDossiers.Text("open-closed-gap-2026");
        using var reader = new StringReader(yaml);
        var json = Json(StrictYaml.Parse(reader, "d.yaml"))!.ToJsonString();
        DossierYaml.Write(Open(json).Dossier).ShouldBe(yaml);
    }

    [Fact]
    public void Records_and_fields_have_their_place_in_characters()
    {
        var file = Open(Head + "\"holders\": [\n  {\"name\": \"Ä\", \"id\": \"ann\"}]}");
        file.Positions.Find("holders/ann")!.ToString().ShouldEndWith("d.json:3:3");
        file.Positions.Find("holders/ann/id")!.ToString().ShouldEndWith("d.json:3:23");
    }

    [Theory]
    [InlineData("\"holders\": [{\"id\": \"a\", \"id\": \"a\"}]}", "d.json:2:25: 'id' stands twice")]
    [InlineData("\"holders\": [{\"id\": \"a\", \"name\": null}]}", "(holders/a/name): 'null'")]
    [InlineData("\"holders\": [{\"id\": \"a\", \"nmae\": \"A\", \"name\": \"A\"}]}", "d.json:2:25 (holders/a): 'nmae' is no field here")]
    [InlineData("\"holders\": [{\"id\": \"a\", \"name\": \"A\\u202e\"}]}", "U+202E")]
    [InlineData("\"holders\": [{\"id\": \"a\", \"name\": \"A\\ud800\"}]}", "half of a pair")]
    [InlineData("\"holders\": [{\"id\": \"a\", \"name\": \"A\"},]}", "d.json:2:38")]
    [InlineData("\"holders\": [", "d.json:2:13")]
    [InlineData("\"holders\": [[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]}", "d.json:2:")]
    public void What_is_wrong_is_said_with_its_place(string rest, string expected) =>
        Should.Throw<InputException>(() => Open(Head + rest)).Message.ShouldContain(expected);

    [Fact]
    [Trait("tier", "gate")]
    public void A_large_file_of_one_line_has_its_places_too()
    {
        var claims = Enumerable
            .Range(0, 100_000)
            .Select(i =>
                $$"""{"id": "c{{i}}", "holder": "ä", "reporter": "s", "kind": "finding", "asserted": "2026-05-02", "text": "🧪"}"""
            );
        var json = Head.ReplaceLineEndings("") + "\"claims\": [" + string.Join(", ", claims) + "]}";
        var file = Open(json);
        file.Dossier.Claims.Count.ShouldBe(100_000);
        var last = json.LastIndexOf('{') + 1;
        file.Positions.Find("claims/c99999")!.ToString().ShouldEndWith(FormattableString.Invariant($"d.json:1:{last}"));
    }

    [Fact]
    public void An_empty_file_and_bytes_that_are_no_text_are_refused()
    {
        Should.Throw<InputException>(() => Open("")).Message.ShouldContain("expected: JSON");
        Should.Throw<InputException>(() => Open([.. "{\"id\": \""u8, 0xff, .. "\"}"u8])).Message.ShouldContain("UTF-8");
    }

    [Fact]
    public void A_table_of_many_fields_finds_the_one_that_stands_twice()
    {
        var fields = string.Join(", ", Enumerable.Range(0, 100).Append(7).Select(i => $"\"f{i}\": 1"));
        Should.Throw<InputException>(() => Open("{" + fields + "}")).Message.ShouldContain("'f7' stands twice");
    }

    private DossierFile Open(string json) => Open(Encoding.UTF8.GetBytes(json));

    private DossierFile Open(byte[] json)
    {
        var path = Path.Combine(_folder.FullName, "d.json");
        File.WriteAllBytes(path, json);
        return DossierYaml.Open(path);
    }

    private static JsonNode? Json(YamlNode node) =>
        node switch
        {
            YamlText text => JsonValue.Create(text.Value),
            YamlSequence list => new JsonArray([.. list.Entries.Select(Json)]),
            YamlTable table => new JsonObject(table.Fields.Select(f => KeyValuePair.Create(f.Name, Json(f.Value)))),
            _ => throw new InvalidOperationException(),
        };
}
