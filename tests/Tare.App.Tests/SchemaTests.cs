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
            { "gap", ["gap", "eci", "--models", "kimi-k2.6,glm-5.1", "--draws", "10"] },
            { "gap", ["gap", "eci", "--axis", "model", "--model", "kimi-k3", "--draws", "10", "--definition", "first-crossing"] },
            { "models", ["models", "--conflicts", "--draws", "10"] },
            { "models-show", ["models", "show", "kimi-k2.6", "--draws", "10"] },
            { "models-unjoined", ["models", "unjoined"] },
            { "import-models-dev", ["import", "models-dev", "API", "--retrieved", "2026-07-02"] },
            { "import-tracked-models", ["import", "tracked-models", "TRACKED", "--retrieved", "2026-08-17"] },
            { "methods-list", ["methods", "list"] },
            { "methods-show", ["methods", "show", "eci"] },
            { "methods-diff", ["methods", "diff", "eci", "caisi-2026"] },
            { "data-list", ["data", "list"] },
            { "explain", ["explain", "caisi-2026", "eci", "--draws", "10"] },
            { "explain", ["explain", "caisi-2026", "eci", "--estimand", "elo:gpt-5.5:deepseek-v4-pro"] },
            { "multiverse", ["multiverse", "GRID"] },
            { "multiverse", ["multiverse", "GRID", "--draws", "10", "--out", "OUT"] },
            { "influence", ["influence", "mcnair", "--draws", "0", "--conclusion", "months < 5", "--exact", "1"] },
            { "influence", ["influence", "eci", "--draws", "10"] },
            { "uncertainty", ["uncertainty", "caisi-2026", "--estimand", "elo:gpt-5.5:deepseek-v4-pro", "--draws", "10"] },
            { "uncertainty", ["uncertainty", "eci", "--draws", "10"] },
            { "place", ["place", "PLACE", "--draws", "10"] },
            { "import", ["import", "SCORES"] },
            { "cost-serve", ["cost", "serve", "kimi-k2.6"] },
            { "cost-serve", ["cost", "serve", "kimi-k2.6", "--vs", "deepseek-v3.2", "--bandwidth", "3.35tb/s"] },
            { "cost-serve", ["cost", "serve", "deepseek-v4-pro", "--context", "1m", "--vs", "deepseek-v3.2", "--memory", "2000g"] },
            { "calibrate", ["calibrate", "RESPONSES", "--family", "rasch"] },
            { "calibrate", ["calibrate", "RESPONSES", "--family", "many-facet"] },
            { "calibrate", ["calibrate", "RESPONSES", "--family", "rasch", "--out", "OUT"] },
            { "score", ["score", "RESPONSES", "--items", "ITEMS"] },
            { "select", ["select", "--items", "ITEMS"] },
            { "select", ["select", "--items", "ITEMS", "--responses", "RESPONSES", "--simulate", "--replicates", "4"] },
            { "simulate", ["simulate", "--out", "OUT", "--persons", "4", "--item-count", "3", "--family", "many-facet"] },
            { "dossier", ["dossier"] },
            { "dossier", ["dossier", "--as-of", "2026-05-18"] },
            { "dossier-history", ["dossier", "history"] },
            { "dossier-history", ["dossier", "history", "c03"] },
            { "dossier-diff", ["dossier", "diff", "1", "2"] },
            { "dossier-diff", ["dossier", "diff", "2026-05-18", "2026-11-22"] },
            { "dossier-lint", ["dossier", "lint"] },
            { "dossier-export", ["dossier", "export", "--out", "OUT"] },
            { "predictions", ["predictions"] },
            { "claims", ["claims"] },
            { "claims-show", ["claims", "show", "c03"] },
            { "claims-check", ["claims", "check", "c02"] },
            { "calibrate", ["calibrate", "RASCH", "--family", "rasch", "--estimator", "cml"] },
            { "calibrate", ["calibrate", "RASCH", "--family", "rasch", "--standard-errors", "bootstrap", "--draws", "20"] },
            { "calibrate", ["calibrate", "CORRELATED", "--family", "multidimensional", "--domains", "DOMAINS"] },
            { "calibrate", ["calibrate", "GROUPED", "--family", "1pl", "--dif", "harness", "--compare", "2pl"] },
            { "calibrate", ["calibrate", "RESPONSES", "--family", "rasch", "--attempts", "pass@2"] },
            { "impute", ["impute", "PARTS", "--person", "m9", "--benchmark", "left", "--repeats", "2"] },
            { "impute", ["impute", "PARTS", "--benchmark", "left", "--hold-out", "--shares", "25,50", "--repeats", "2"] },
            { "study-list", ["study", "list"] },
            { "study-show", ["study", "show", "1"] },
            { "study-show", ["study", "show", "token-budget"] },
            { "cost-develop", ["cost", "develop", "--members", "1"] },
            { "compare", ["compare", "LOG", "LOG"] },
            { "task-list", ["task", "list"] },
            { "task-list", ["task", "list", "sample", "--isolation", "best-effort"] },
            { "task-new", ["task", "new", "fresh", "--dir", "OUT"] },
            { "task-draw", ["task", "draw", "sample@8/total", "--out", "OUT", "--isolation", "best-effort"] },
            { "task-check", ["task", "check", "sample/total", "--isolation", "best-effort"] },
            { "run", ["run", "--tasks", "TASKS", "--models", "sim:ability=1", "--isolation", "none", "--run", "OUT"] },
            { "resume", ["resume", "TINYRUN"] },
            { "status", ["status", "TINYRUN"] },
            { "status-all", ["status", "--rebuild", "TINYRUN"] },
            { "compare", ["compare", "TINYRUN"] },
            { "calibrate", ["calibrate", "TINYRUN"] },
            { "place-run", ["place", "TINYRUN", "--draws", "20"] },
            { "transcript", ["transcript", "RUN", "port/wc/2"] },
        };

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Output_and_schema_agree(string schema, string[] command)
    {
        _cli.Set("TARE_TASKS", Repository.PathOf("tests/Tare.Runner.Tests/packs"));
        var place = _cli.Write("mine.csv", "benchmark,score\nGPQA diamond,0.75\nWeirdML,0.4\n");
        var scores = _cli.Write("scores.csv", "model,benchmark,score\nGPT-5,MMLU,0.9\n");
        var grid = _cli.Write("grid.yaml", StudyCommandsTests.SmallGrid);
        var responses = _cli.Write(
            "responses.csv",
            "person,item,response,trials,harness\na,x,1,3,h\na,y,2,3,h\nb,x,2,3,h\nb,y,1,3,g\nc,x,0,3,g\nc,y,2,3,g\nc,z,1,3,h\na,z,2,3,g\n"
        );
        var items = _cli.Write("items.csv", "item,difficulty,discrimination\nx,0,1\ny,0.5,1.5\nw,,\n");
        var grouped = _cli.Write(
            "grouped.csv",
            "person,item,response,harness\n"
                + string.Concat(
                    Enumerable
                        .Range(0, 720)
                        .Select(k =>
                            FormattableString.Invariant(
                                $"p{k / 6},i{k % 6},{(Math.Sin(k * k) > (k % 6 / 4.0) - 0.6 ? 1 : 0)},h{k / 6 % 2}\n"
                            )
                        )
                )
        );
        var words = command.Select(w =>
            w switch
            {
                "OUT" => Path.Combine(_cli.Folder, "out"),
                "PLACE" => place,
                "GRID" => grid,
                "SCORES" => scores,
                "RESPONSES" => responses,
                "RUN" => TranscriptCommandTests.Run(_cli),
                "LOG" => Mirror.PathOf("formats/inspect/popularity_2025-09-23.eval"),
                "ITEMS" => items,
                "API" => PublishedCatalogues.WriteApi(_cli),
                "TRACKED" => PublishedCatalogues.WriteTracked(_cli),
                "RASCH" => Repository.PathOf("tests/Tare.Psychometrics.Tests/golden/rasch-complete.csv"),
                "CORRELATED" => Repository.PathOf("tests/Tare.Psychometrics.Tests/golden/correlated.csv"),
                "DOMAINS" => _cli.Write(
                    "domains.csv",
                    "item,domain\n"
                        + string.Concat(
                            Enumerable.Range(1, 10).Select(i => FormattableString.Invariant($"i{i:00},{(i <= 5 ? "first" : "second")}\n"))
                        )
                ),
                "GROUPED" => grouped,
                "TASKS" => TinyTasks.Write(_cli, 1),
                "TINYRUN" => Path.Combine(_cli.Folder, "run"),
                "PARTS" => _cli.Write("parts.csv", ImputeCommandTests.Parts()),
                _ => w,
            }
        );
        if (command.Contains("TINYRUN", StringComparer.Ordinal))
        {
            var models = schema == "place-run" ? PlaceRunTests.Models : "weak=sim:ability=0,strong=sim:ability=2";
            await TinyTasks.RunAsync(_cli, "run", models, attempts: 3);
        }

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
            .ShouldBe(
                Commands
                    .Select(c => c.Data.Item1)
                    .Append("verify")
                    .Append("data-pull")
                    .Append("study-report")
                    .Append("transcript-file")
                    .Distinct()
                    .Order()
            );
    }

    private static void Agree(string schema, JsonElement document)
    {
        var file = Repository.PathOf($"docs/schemas/{schema}.json");
        JsonShape.Violations(JsonDocument.Parse(File.ReadAllText(file)).RootElement, document).ShouldBeEmpty();
    }
}
