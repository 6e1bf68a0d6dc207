using System.Text.Json;
using Tare.Analysis;
using Tare.App.Runs;
using Tare.Records;
using Tare.Testing;

namespace Tare.App.Tests;

/// <summary><c>tare place RUN</c>: the models of a run on a public scale, through those that are on both.</summary>
[Trait("tier", "gate")]
public sealed class PlaceRunTests(PlaceRunTests.Finished finished) : IClassFixture<PlaceRunTests.Finished>
{
    /// <summary>Simulated models with the names of public ones, a logit for six points of the index, and three that have no name there.</summary>
    public const string Models =
        "gpt-5.5=sim:ability=1.9,kimi-k3=sim:ability=1.2,gpt-5=sim:ability=0.3,claude-3.5-sonnet=sim:ability=-2,mine=sim:ability=0.5,saint=sim:ability=30";

    private Cli Cli => finished.Cli;

    [Theory]
    [InlineData(80)]
    [InlineData(120)]
    public async Task Models_are_placed_through_those_that_are_on_the_scale(int width)
    {
        var result = await Cli.RunAsync(width, "place", Run, "--draws", "200");
        result.Code.ShouldBe(0, result.Error);
        Approval.Check(result.Screen, $"place-run-{width}");
    }

    [Fact]
    public async Task The_numbers_of_the_json_are_those_of_the_line()
    {
        var result = (await Cli.JsonAsync("place", Run, "--draws", "200", "--level", "0.8", "--as", "gpt-5=none")).GetProperty("result");
        var line = result.GetProperty("line");
        double Line(string name) => line.GetProperty(name).GetDouble();
        result.GetProperty("level").GetDouble().ShouldBe(0.8);
        var anchors = result.GetProperty("anchors").EnumerateArray().ToList();
        anchors.Select(a => a.GetProperty("id").GetString()).ShouldBe(["claude-3.5-sonnet", "gpt-5.5", "kimi-k3"]);
        foreach (var a in anchors)
        {
            var predicted = Line("intercept") + (Line("slope") * a.GetProperty("raw").GetDouble());
            a.GetProperty("predicted").GetDouble().ShouldBe(predicted, 1e-9);
            a.GetProperty("residual").GetDouble().ShouldBe(a.GetProperty("public").GetDouble() - predicted, 1e-9);
        }

        var persons = (await Cli.JsonAsync("calibrate", Run)).GetProperty("result").GetProperty("persons").EnumerateArray();
        var weighted = persons.ToDictionary(x => x.GetProperty("id").GetString()!, x => x.GetProperty("weightedLikelihood"));
        foreach (var a in anchors)
        {
            // The same root of the same function, closed in from two scans.
            a.GetProperty("raw").GetDouble().ShouldBe(weighted[a.GetProperty("label").GetString()!].GetDouble(), 1e-9);
        }

        var models = result.GetProperty("models").EnumerateArray().ToDictionary(m => m.GetProperty("label").GetString()!);
        models.Keys.ShouldBe(["gpt-5", "mine", "saint"]);
        var held = models["gpt-5"];
        held.GetProperty("value").GetDouble().ShouldBe(Line("intercept") + (Line("slope") * held.GetProperty("raw").GetDouble()), 1e-9);

        // GPT-5 is 150 by definition; taken out of the anchors it is found again.
        held.GetProperty("lower").GetDouble().ShouldBeLessThan(150);
        held.GetProperty("upper").GetDouble().ShouldBeGreaterThan(150);
        models["saint"].GetProperty("value").ValueKind.ShouldBe(JsonValueKind.Null);
        models["saint"].GetProperty("reason").GetString()!.ShouldContain("no upper end");
    }

    [Fact]
    public async Task Too_few_anchors_are_not_linked_and_the_answer_says_what_to_run()
    {
        var result = await Cli.RunAsync("place", Run, "--draws", "20", "--as", "gpt-5=none", "--as", "kimi-k3=none");
        result.Code.ShouldBe(3);
        Approval.Check(result.Screen, "place-run-not-linked");
    }

    [Theory]
    [InlineData("unknown-label", "min=gpt-5.2")]
    [InlineData("unknown-model", "mine=gpt5.2")]
    [InlineData("same-model", "mine=GPT-5")]
    [InlineData("half", "mine=")]
    public async Task A_statement_that_names_nothing_is_refused(string name, string stated)
    {
        var result = await Cli.RunAsync("place", Run, "--draws", "0", "--as", stated);
        result.Code.ShouldBe(2);
        Approval.Check(result.Screen, $"place-run-{name}");
    }

    [Fact]
    public async Task A_statement_beside_a_table_of_scores_is_refused()
    {
        var path = Cli.Write("mine.csv", "benchmark,score\nWeirdML,0.4\n");
        (await Cli.RunAsync("place", path, "--as", "mine=gpt-5")).Error.ShouldContain("beside a table of scores");
    }

    [Fact]
    public void Names_resolve_by_label_address_and_alias_and_never_by_likeness()
    {
        var found = RunIdentities.Of(
            [
                new PlannedModel("a", "http://127.0.0.1:1/v1#GPT-5"),
                new PlannedModel("b", "openai:Opus 4.6"),
                new PlannedModel("c", "openai:gpt-5-latest"),
                new PlannedModel("kimi-k3", "openai:gpt-5.2"),
                new PlannedModel("gpt-5.1", "sim:ability=1"),
                new PlannedModel("local", "sim:ability=1"),
            ],
            Scale("gpt-5", "claude-opus-4.6", "kimi-k3", "gpt-5.2", "local"),
            []
        );
        found
            .Known.OrderBy(k => k.Key, StringComparer.Ordinal)
            .Select(k => $"{k.Key}={k.Value}")
            .ShouldBe(["a=gpt-5", "b=claude-opus-4.6", "local=local"]);
        found
            .Unresolved.Select(u => $"{u.Label}: {u.Why}")
            .ShouldBe([
                "c: no model is called 'c' nor 'gpt-5-latest'",
                "kimi-k3: 'kimi-k3' and 'gpt-5.2' name two models, kimi-k3 and gpt-5.2",
                "gpt-5.1: gpt-5.1 is not in this fit",
            ]);
    }

    private string Run => Path.Combine(Cli.Folder, "run");

    private static AbilityTable Scale(params string[] ids) =>
        AbilityTables.FromScores([.. ids.Select(id => new AbilityRow(id, id, 1))], "points", 0.9, 0, "test");

    /// <summary>One run for all tests: six models, ten tasks, two attempts.</summary>
    public sealed class Finished : IAsyncLifetime
    {
        internal Cli Cli { get; } = new();

        public async ValueTask InitializeAsync()
        {
            TinyTasks.Write(Cli, 10);
            (await TinyTasks.RunAsync(Cli, "run", Models, attempts: 2)).Code.ShouldBe(0);
        }

        public ValueTask DisposeAsync()
        {
            Cli.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
