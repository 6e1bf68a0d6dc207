using System.Text.Json;
using Tare.Testing;

namespace Tare.App.Tests;

/// <summary><c>tare score</c>, <c>select</c> and <c>simulate</c>: items known, persons or items to come.</summary>
[Trait("tier", "gate")]
public sealed class KnownItemCommandTests : IDisposable
{
    private const string Items =
        "item,difficulty,discrimination,guessing,group\na,-0.5,1.2,0,x\nb,0.8,0.7,0,y\nc,0.1,2,0,x\nd,1.5,1,0.2,y\ne,,,,y\n";

    private const string Responses = "person,item,response\np,a,1\np,b,0\np,c,1\nq,a,1\nq,b,1\nq,c,1\nr,a,0\nr,b,0\ns,z,1\nq,d,\n";

    private readonly Cli _cli = new();

    public void Dispose() => _cli.Dispose();

    [Theory]
    [InlineData("wle")]
    [InlineData("ml")]
    [InlineData("map")]
    [InlineData("eap")]
    public async Task Scores_name_what_they_cannot_use(string estimator)
    {
        var (items, responses) = (_cli.Write("items.csv", Items), _cli.Write("responses.csv", Responses));
        var result = await _cli.RunAsync("score", responses, "--items", items, "--estimator", estimator);
        result.Code.ShouldBe(0);
        Approval.Check(result.Screen, $"score-{estimator}");
        (result.Out + result.Error).ShouldNotContain("∞");
        (result.Out + result.Error).ShouldNotContain("NaN");
    }

    [Fact]
    public async Task Persons_whom_nothing_identifies_end_with_code_3()
    {
        var result = await _cli.RunAsync(
            "score",
            _cli.Write("responses.csv", "person,item,response\np,a,1\np,c,1\n"),
            "--items",
            _cli.Write("items.csv", Items),
            "--estimator",
            "ml"
        );
        result.Code.ShouldBe(3);
        result.Out.ShouldContain("not identified");
    }

    [Fact]
    public async Task A_plan_for_a_new_person_and_plans_for_persons_with_answers()
    {
        var (items, responses) = (_cli.Write("items.csv", Items), _cli.Write("responses.csv", Responses));
        Approval.Check((await _cli.RunAsync("select", "--items", items, "--target-se", "0.9")).Screen, "select-new-person");
        Approval.Check(
            (await _cli.RunAsync("select", "--items", items, "--responses", responses, "--target-se", "0.9", "--balance", "bank")).Screen,
            "select-persons"
        );
    }

    [Fact]
    public async Task A_simulation_shows_bias_exposure_and_what_is_saved()
    {
        var folder = Path.Combine(_cli.Folder, "sim");
        await _cli.RunAsync("simulate", "--out", folder, "--persons", "5", "--item-count", "80", "--family", "rasch");
        var result = await _cli.RunAsync(
            "select",
            "--items",
            Path.Combine(folder, "items.csv"),
            "--target-se",
            "0.5",
            "--exposure",
            "randomesque:4",
            "--simulate",
            "--replicates",
            "60",
            "--abilities",
            "-1,0,1"
        );
        Approval.Check(result.Screen, "select-simulate");
    }

    [Fact]
    public async Task Simulated_responses_are_the_same_bytes_every_time()
    {
        string[] command =
        [
            "simulate",
            "--persons",
            "40",
            "--item-count",
            "12",
            "--missing",
            "0.25",
            "--failed",
            "0.05",
            "--family",
            "3pl",
        ];
        var first = await _cli.RunAsync([.. command, "--out", Path.Combine(_cli.Folder, "one")]);
        Approval.Check(first.Screen, "simulate");
        await _cli.RunAsync([.. command, "--out", Path.Combine(_cli.Folder, "two")]);
        foreach (var file in new[] { "responses.csv", "truth.csv", "items.csv" })
        {
            var one = await File.ReadAllBytesAsync(Path.Combine(_cli.Folder, "one", file), TestContext.Current.CancellationToken);
            one.ShouldBe(await File.ReadAllBytesAsync(Path.Combine(_cli.Folder, "two", file), TestContext.Current.CancellationToken));
        }
    }

    [Fact]
    public async Task Simulate_calibrate_and_score_recover_the_truth()
    {
        var (sim, cal) = (Path.Combine(_cli.Folder, "sim"), Path.Combine(_cli.Folder, "cal"));
        await _cli.JsonAsync("simulate", "--out", sim, "--persons", "2000", "--item-count", "60", "--missing", "0.2");
        var fit = await _cli.JsonAsync("calibrate", Path.Combine(sim, "responses.csv"), "--out", cal);
        var scores = await _cli.JsonAsync("score", Path.Combine(sim, "responses.csv"), "--items", Path.Combine(cal, "items.csv"));
        var truth = (await File.ReadAllLinesAsync(Path.Combine(sim, "truth.csv"), TestContext.Current.CancellationToken))
            .Skip(1)
            .Select(l => l.Split(','))
            .ToDictionary(
                f => $"{f[1]} {f[2]}",
                f => double.Parse(f[3], System.Globalization.CultureInfo.InvariantCulture),
                StringComparer.Ordinal
            );

        // Differences in their own standard errors: over 60 items their mean square has a standard error of 0.18, over 2,000 persons of 0.03;
        // the weighted likelihood's standard error is asymptotic and the items are estimated too, which the wider band of persons allows for.
        MeanSquare(
                fit.GetProperty("result").GetProperty("items"),
                "difficulty",
                i => i.GetProperty("standardErrors").GetProperty("difficulty"),
                truth
            )
            .ShouldBeInRange(0.4, 1.7);
        MeanSquare(scores.GetProperty("result").GetProperty("persons"), "value", p => p.GetProperty("standardError"), truth, "ability")
            .ShouldBeInRange(0.85, 1.25);
    }

    [Fact]
    public async Task Items_come_back_from_their_file_without_a_change_in_any_bit()
    {
        var (sim, cal) = (Path.Combine(_cli.Folder, "sim"), Path.Combine(_cli.Folder, "cal"));
        await _cli.JsonAsync("simulate", "--out", sim, "--persons", "300", "--item-count", "12", "--family", "3pl");
        var responses = Path.Combine(sim, "responses.csv");
        var fit = (await _cli.JsonAsync("calibrate", responses, "--family", "3pl", "--out", cal)).GetProperty("result");
        var items = Path.Combine(cal, "items.csv");
        var rows = (await File.ReadAllLinesAsync(items, TestContext.Current.CancellationToken)).Select(l => l.Split(',')).ToArray();
        foreach (var (item, row) in fit.GetProperty("items").EnumerateArray().Zip(rows.Skip(1)))
        {
            Number(row, rows[0], "difficulty").ShouldBe(item.GetProperty("difficulty").GetDouble());
            Number(row, rows[0], "discrimination").ShouldBe(item.GetProperty("discrimination").GetDouble());
            Number(row, rows[0], "guessing").ShouldBe(item.GetProperty("guessing").GetDouble());
        }

        // Both layouts hold the same slopes and intercepts, so scores on them are the same in every bit.
        var scores = (await _cli.JsonAsync("score", responses, "--items", items)).GetProperty("result").GetRawText();
        await _cli.JsonAsync("calibrate", responses, "--family", "3pl", "--out", cal, "--layout", "mirt");
        (await File.ReadAllTextAsync(items, TestContext.Current.CancellationToken)).ShouldStartWith("item,a1,d,g,u,");
        (await _cli.JsonAsync("score", responses, "--items", items)).GetProperty("result").GetRawText().ShouldBe(scores);
    }

    [Fact]
    public async Task The_coefficients_in_mirt_s_layout()
    {
        var responses = _cli.Write("responses.csv", SmallTable());
        Approval.Check((await _cli.RunAsync("calibrate", responses, "--family", "rasch", "--layout", "mirt")).Screen, "calibrate-mirt");
    }

    [Fact]
    public async Task A_folder_of_variance_components_has_its_tables_and_its_page()
    {
        var responses = _cli.Write(
            "responses.csv",
            "person,item,response,trials,harness\na,x,1,3,h\na,y,2,3,h\nb,x,2,3,h\nb,y,1,3,g\nc,x,0,3,g\nc,y,2,3,g\nc,z,1,3,h\na,z,2,3,g\n"
        );
        var cal = Path.Combine(_cli.Folder, "cal");
        var result = await _cli.RunAsync("calibrate", responses, "--family", "many-facet", "--out", cal);
        result.Code.ShouldBe(0);
        Directory
            .GetFiles(cal)
            .Select(Path.GetFileName)
            .Order()
            .ShouldBe(["calibration.json", "components.csv", "effects.csv", "index.html"]);
        (await File.ReadAllTextAsync(Path.Combine(cal, "index.html"), TestContext.Current.CancellationToken)).ShouldContain(
            "Variance components"
        );
    }

    [Theory]
    [InlineData("items-missing-column", "item,difficulty\na,0\n")]
    [InlineData("items-negative-discrimination", "item,difficulty,discrimination\na,0,-0.31\n")]
    [InlineData("items-nan-discrimination", "item,difficulty,discrimination\na,0,NaN\n")]
    [InlineData("items-empty", "")]
    [InlineData("items-none-identified", "item,difficulty,discrimination\na,,\n")]
    public async Task A_bad_file_of_items_is_refused_with_its_place(string name, string content)
    {
        var result = await _cli.RunAsync("score", _cli.Write("responses.csv", Responses), "--items", _cli.Write("items.csv", content));
        result.Code.ShouldBe(2);
        Approval.Check(result.Screen, name);
    }

    [Theory]
    [InlineData("select-target-0", "--target-se", "0")]
    [InlineData("select-exposure", "--exposure", "sympson-hetter:20")]
    [InlineData("select-balance", "--balance", "x=1")]
    [InlineData("select-unknown-left-out", "--leave-out", "bb")]
    [InlineData("select-max-0", "--max-items", "0")]
    public async Task A_bad_option_of_select_says_what_would_be_right(string name, params string[] options)
    {
        var items = _cli.Write("items.csv", Items.Replace("e,,,,y\n", "", StringComparison.Ordinal));
        var result = await _cli.RunAsync(["select", "--items", items, .. options]);
        result.Code.ShouldBe(2);
        Approval.Check(result.Screen, name);
    }

    [Theory]
    [InlineData("simulate-family", "--family", "4pl")]
    [InlineData("simulate-missing", "--missing", "1")]
    [InlineData("simulate-persons", "--persons", "0")]
    public async Task A_bad_option_of_simulate_says_what_would_be_right(string name, params string[] options)
    {
        var result = await _cli.RunAsync(["simulate", "--out", Path.Combine(_cli.Folder, "sim"), .. options]);
        result.Code.ShouldBe(2);
        Approval.Check(result.Screen, name);
    }

    [Fact]
    public async Task A_bad_estimator_and_a_bad_layout_are_named()
    {
        var (items, responses) = (_cli.Write("items.csv", Items), _cli.Write("responses.csv", Responses));
        Approval.Check((await _cli.RunAsync("score", responses, "--items", items, "--estimator", "mle")).Screen, "score-estimator");
        Approval.Check((await _cli.RunAsync("calibrate", responses, "--layout", "wide")).Screen, "calibrate-layout");
    }

    private static double Number(string[] row, string[] header, string column) =>
        double.Parse(row[Array.IndexOf(header, column)], System.Globalization.CultureInfo.InvariantCulture);

    private static double MeanSquare(
        JsonElement rows,
        string value,
        Func<JsonElement, JsonElement> error,
        Dictionary<string, double> truth,
        string? parameter = null
    ) =>
        rows.EnumerateArray()
            .Average(r =>
                Math.Pow(
                    (r.GetProperty(value).GetDouble() - truth[$"{r.GetProperty("id").GetString()} {parameter ?? value}"])
                        / error(r).GetDouble(),
                    2
                )
            );

    private static string SmallTable()
    {
        var rows = new System.Text.StringBuilder("person,item,response\n");
        for (var p = 0; p < 40; p++)
        {
            for (var i = 0; i < 5; i++)
            {
                var right = Math.Sin((7 * p) + (11 * i) + 0.5) + (0.03 * (p - 20)) > 0.4 * (i - 2) ? 1 : 0;
                rows.Append(FormattableString.Invariant($"p{p:00},i{i},{right}\n"));
            }
        }

        return rows.ToString();
    }
}
