using System.Text.Json;
using Tare.Testing;

namespace Tare.App.Tests;

/// <summary>Every <c>--json</c> against its schema, both ways: the output has nothing that the schema does not name, and all that it requires.</summary>
[Trait("tier", "gate")]
public sealed class SchemaTests : IDisposable
{
    private readonly Cli _cli = new();

    public void Dispose() => _cli.Dispose();

    public static TheoryData<string, string[]> Commands =>
        new()
        {
            { "report", ["report", "--draws", "10", "--out", "OUT"] },
            { "fit", ["fit", "eci", "--draws", "10"] },
            { "fit", ["fit", "eci", "--draws", "0"] },
            { "fit", ["fit", "caisi-2026"] },
            { "gap", ["gap", "eci", "--draws", "10"] },
            { "gap", ["gap", "caisi-2026", "--draws", "0"] },
            { "gap", ["gap", "eci", "--axis", "model", "--model", "kimi-k3", "--draws", "10", "--definition", "first-crossing"] },
            { "models", ["models", "--conflicts"] },
            { "methods-list", ["methods", "list"] },
            { "methods-show", ["methods", "show", "eci"] },
            { "methods-diff", ["methods", "diff", "eci", "caisi-2026"] },
            { "data-list", ["data", "list"] },
            { "place", ["place", "PLACE", "--draws", "10"] },
            { "import", ["import", "SCORES"] },
            { "cost-serve", ["cost", "serve", "kimi-k2.6"] },
            { "cost-serve", ["cost", "serve", "deepseek-v4-pro", "--context", "1m", "--vs", "deepseek-v3.2", "--memory", "2000g"] },
            { "calibrate", ["calibrate", "RESPONSES", "--family", "rasch"] },
            { "calibrate", ["calibrate", "RESPONSES", "--family", "many-facet"] },
            { "calibrate", ["calibrate", "RESPONSES", "--family", "rasch", "--attempts", "pass@2"] },
            { "impute", ["impute", "PARTS", "--person", "m9", "--benchmark", "left", "--repeats", "2"] },
            { "impute", ["impute", "PARTS", "--benchmark", "left", "--hold-out", "--shares", "25,50", "--repeats", "2"] },
            { "study-list", ["study", "list"] },
            { "study-show", ["study", "show", "1"] },
            { "study-show", ["study", "show", "token-budget"] },
            { "cost-develop", ["cost", "develop", "--members", "1"] },
        };

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Output_and_schema_agree(string schema, string[] command)
    {
        var place = _cli.Write("mine.csv", "benchmark,score\nGPQA diamond,0.75\nWeirdML,0.4\n");
        var scores = _cli.Write("scores.csv", "model,benchmark,score\nGPT-5,MMLU,0.9\n");
        var responses = _cli.Write(
            "responses.csv",
            "person,item,response,trials,harness\na,x,1,3,h\na,y,2,3,h\nb,x,2,3,h\nb,y,1,3,g\nc,x,0,3,g\nc,y,2,3,g\nc,z,1,3,h\na,z,2,3,g\n"
        );
        var words = command.Select(w =>
            w switch
            {
                "OUT" => Path.Combine(_cli.Folder, "out"),
                "PLACE" => place,
                "SCORES" => scores,
                "RESPONSES" => responses,
                "PARTS" => _cli.Write("parts.csv", ImputeCommandTests.Parts()),
                _ => w,
            }
        );
        Agree(schema, await _cli.JsonAsync([.. words]));
    }

    [Fact]
    public async Task A_verification_agrees_with_its_schema()
    {
        var folder = Path.Combine(_cli.Folder, "out");
        await _cli.JsonAsync("report", "--draws", "10", "--out", folder);
        Agree("verify", await _cli.JsonAsync("verify", folder));
    }

    [Fact]
    public async Task A_report_of_claims_agrees_with_its_schema()
    {
        _cli.Set("TARE_DATA_MIRROR", Mirror.PathOf(""));
        Agree("study-report", await _cli.JsonAsync("study", "report", "--out", Path.Combine(_cli.Folder, "claims")));
    }

    [Fact]
    public void The_check_sees_what_is_missing_and_what_is_too_much()
    {
        var schema = JsonDocument
            .Parse("""{"type":"object","required":["a"],"additionalProperties":false,"properties":{"a":{"type":"number"}}}""")
            .RootElement;
        JsonShape.Violations(schema, JsonDocument.Parse("""{"b":1}""").RootElement).Count.ShouldBe(2);
        JsonShape.Violations(schema, JsonDocument.Parse("""{"a":"1"}""").RootElement).Count.ShouldBe(1);
        JsonShape.Violations(schema, JsonDocument.Parse("""{"a":1}""").RootElement).ShouldBeEmpty();
    }

    [Fact]
    public void Every_command_with_json_has_a_schema()
    {
        var schemas = Directory.GetFiles(Repository.PathOf("docs/schemas"), "*.json").Select(f => Path.GetFileNameWithoutExtension(f)!);
        schemas
            .Order()
            .ShouldBe(Commands.Select(c => c.Data.Item1).Append("verify").Append("data-pull").Append("study-report").Distinct().Order());
    }

    private static void Agree(string schema, JsonElement document)
    {
        var file = Repository.PathOf($"docs/schemas/{schema}.json");
        JsonShape.Violations(JsonDocument.Parse(File.ReadAllText(file)).RootElement, document).ShouldBeEmpty();
    }
}
