using System.Text.Json;
using Tare.Testing;

namespace Tare.App.Tests;

/// <summary><c>tare gap</c> against the published comparison of definitions, through the command line as a person uses it.</summary>
[Trait("tier", "gate")]
public sealed class GapCommandTests : IDisposable
{
    private readonly Cli _cli = new();

    public void Dispose() => _cli.Dispose();

    /// <summary>Months by definition on the matrix of August 2026. Tolerance 0.05 months; catch-up depends on the bootstrap: 0.2.</summary>
    [Theory]
    [InlineData(null, 6.58, 7.21, 7.09, 6.71, 4.25, 16, 19, 7.34)]
    [InlineData("o3=2025-04-16", 5.18, 6.32, 5.77, 6.49, 3.90, 17, 20, 6.73)]
    public async Task Each_definition_gives_its_own_months(
        string? date,
        double records,
        double levels,
        double daily,
        double trendLine,
        double catchUp,
        int caught,
        int leaderRecords,
        double verticalMean
    )
    {
        string[] redate = date is null ? [] : ["--date", date];
        var result = await GapAsync([.. redate, "--draws", "500"]);
        var months = result
            .GetProperty("definitions")
            .EnumerateArray()
            .ToDictionary(d => d.GetProperty("name").GetString()!, d => d, StringComparer.Ordinal);
        months["records"].GetProperty("months").GetDouble().ShouldBe(records, 0.05);
        months["records"].GetProperty("caught").GetInt32().ShouldBe(11);
        months["levels"].GetProperty("months").GetDouble().ShouldBe(levels, 0.05);
        months["daily"].GetProperty("months").GetDouble().ShouldBe(daily, 0.05);
        months["trend-line"].GetProperty("months").GetDouble().ShouldBe(trendLine, 0.05);
        months["catch-up"].GetProperty("months").GetDouble().ShouldBe(catchUp, 0.2);
        months["catch-up"].GetProperty("caught").GetInt32().ShouldBe(caught);
        months["catch-up"].GetProperty("censored").GetInt32().ShouldBe(leaderRecords - caught);
        result.GetProperty("verticalGap").GetProperty("dailyMean").GetDouble().ShouldBe(verticalMean, 0.05);
    }

    [Fact]
    public async Task The_models_of_the_debate_have_their_lags()
    {
        var models = (await GapAsync("--draws", "0"))
            .GetProperty("models")
            .EnumerateArray()
            .ToDictionary(m => m.GetProperty("id").GetString()!, m => m, StringComparer.Ordinal);
        foreach (
            var (id, lag, leader) in new[]
            {
                ("deepseek-v4-pro", 8.54, "GPT-5"),
                ("kimi-k2.6", 5.03, "Gemini 3 Pro"),
                ("glm-5.1", 4.60, "Gemini 3 Pro"),
            }
        )
        {
            models[id].GetProperty("months").GetDouble().ShouldBe(lag, 0.05);
            models[id].GetProperty("crossedBy").GetString().ShouldBe(leader);
        }
    }

    [Fact]
    public async Task A_table_of_published_scores_is_all_that_a_gap_needs()
    {
        var path = _cli.Write(
            "scores.csv",
            """
            name,value,lower,upper,release_date,group
            Leader A,130,,,2024-06-20,closed
            Leader B,150,148,152,2025-08-07,closed
            Follower A,131,130,133,2025-02-01,open
            Follower B,155,153,157,2026-01-01,open
            """
        );
        var result = (await _cli.JsonAsync("gap", "--scores", path, "--since", "2025-01-20", "--draws", "200")).GetProperty("result");
        var models = result.GetProperty("models").EnumerateArray().ToArray();
        // Follower A: 2025-02-01 minus 2025-08-07 is -187 days of 30.4375 to a month. Follower B is above every leader: censored, not an error.
        models[0].GetProperty("months").GetDouble().ShouldBe(-187 / 30.4375, 1e-12);
        models[1].GetProperty("months").ValueKind.ShouldBe(JsonValueKind.Null);
        models[1].GetProperty("censored").GetBoolean().ShouldBeTrue();
        Approval.Check((await _cli.RunAsync("gap", "--scores", path, "--draws", "200")).Screen, "gap-scores");
    }

    [Theory]
    [InlineData("country", "US", "CN")]
    [InlineData("licence", "closed", "permissive")]
    public async Task A_figure_names_its_axis(string axis, string leader, string follower)
    {
        var result = (await _cli.JsonAsync("gap", "eci", "--axis", axis, "--draws", "0")).GetProperty("result");
        result.GetProperty("axis").GetString().ShouldBe(axis);
        result.GetProperty("leader").GetString().ShouldBe(leader);
        result.GetProperty("follower").GetString().ShouldBe(follower);
    }

    [Fact]
    public async Task One_named_model_is_an_axis_of_its_own()
    {
        var result = (await _cli.JsonAsync("gap", "eci", "--axis", "model", "--model", "DeepSeek-V4-Pro", "--draws", "0")).GetProperty(
            "result"
        );
        result.GetProperty("models").EnumerateArray().Single().GetProperty("id").GetString().ShouldBe("deepseek-v4-pro");
    }

    /// <summary>First crossings as in the published comparison, 0.005 months; a group of one has one record, and no rising frontier.</summary>
    [Fact]
    public async Task Single_models_stand_under_every_definition()
    {
        var models = (await GapAsync("--draws", "50", "--models", "deepseek-v4-pro,Kimi K2.6,glm-5.1")).GetProperty("eachModel");
        models.EnumerateArray().Select(m => Math.Round(Months(m, "first-crossing")!.Value, 2)).ShouldBe([8.54, 5.03, 4.60]);
        foreach (var model in models.EnumerateArray())
        {
            Months(model, "records").ShouldBe(Months(model, "first-crossing"));
            Months(model, "levels").ShouldBeNull();
            Definition(model, "levels").GetProperty("defined").GetBoolean().ShouldBeFalse();
            model.GetProperty("known").GetInt32().ShouldBe(5);
            var known = model.GetProperty("definitions").EnumerateArray().Select(d => d.GetProperty("months")).ToArray();
            var months = known.Where(m => m.ValueKind == JsonValueKind.Number).Select(m => m.GetDouble()).ToArray();
            model.GetProperty("span").GetDouble().ShouldBe(months.Max() - months.Min(), 1e-12);
        }
    }

    [Fact]
    public async Task The_screen_of_single_models_is_approved() =>
        Approval.Check(
            (await _cli.RunAsync("gap", "eci", "--draws", "200", "--models", "deepseek-v4-pro,kimi-k2.6,glm-5.1")).Screen,
            "gap-models"
        );

    [Fact]
    public async Task A_model_that_is_not_there_is_named_with_its_option()
    {
        var result = await _cli.RunAsync("gap", "eci", "--draws", "0", "--models", "kimi-k2.6,no-such-model");
        result.Code.ShouldBe(2);
        result.Error.ShouldContain("--models");
        result.Error.ShouldContain("no-such-model");
    }

    private static JsonElement Definition(JsonElement model, string name) =>
        model.GetProperty("definitions").EnumerateArray().Single(d => d.GetProperty("name").GetString() == name);

    private static double? Months(JsonElement model, string name) =>
        Definition(model, name).GetProperty("months") is { ValueKind: JsonValueKind.Number } m ? m.GetDouble() : null;

    [Fact]
    public async Task Earlier_days_see_only_what_was_released()
    {
        var result = (await _cli.JsonAsync("gap", "eci", "--as-of", "2026-05-01", "--draws", "0")).GetProperty("result");
        result
            .GetProperty("followerRecords")
            .EnumerateArray()
            .ShouldAllBe(m => string.CompareOrdinal(m.GetProperty("date").GetString(), "2026-05-01") <= 0);
    }

    [Fact]
    public async Task The_screen_is_approved() => Approval.Check((await _cli.RunAsync("gap", "eci", "--draws", "200")).Screen, "gap-eci");

    private async Task<JsonElement> GapAsync(params string[] options) =>
        (await _cli.JsonAsync(["gap", "eci", "--evidence", Mirror.PathOf("epoch-2026-08/eci_benchmarks.csv"), .. options])).GetProperty(
            "result"
        );
}
