using System.Text.Json;
using Tare.Testing;

namespace Tare.App.Tests;

/// <summary><c>models</c> and the imports of catalogues through the command line.</summary>
[Trait("tier", "gate")]
public sealed class ModelsCommandTests : IDisposable
{
    private readonly Cli _cli = new();

    public void Dispose() => _cli.Dispose();

    [Theory]
    [InlineData(120)]
    [InlineData(80)]
    public async Task The_list_fits_the_screen_and_names_what_it_leaves_out(int width)
    {
        var result = await _cli.RunAsync(
            width,
            "models",
            "--open",
            "--since",
            "2026-04",
            "--active-below",
            "5b",
            "--licence",
            "permissive",
            "--draws",
            "0"
        );
        result.Code.ShouldBe(0, result.Error);
        result.Out.Split('\n').ShouldAllBe(line => line.Length <= width);
        Approval.Check(result.Screen, $"models-{width}");
    }

    [Theory]
    [InlineData("models-by-gigabyte", "models", "--open", "--since", "2026-01", "--sort", "ability-per-gigabyte", "--draws", "100")]
    [InlineData("models-show", "models", "show", "kimi-k2.6", "--draws", "100")]
    [InlineData("models-show-override", "models", "show", "GLM-5.1", "--draws", "0")]
    [InlineData("models-unjoined", "models", "unjoined")]
    public async Task The_screens_are_approved(string name, params string[] args)
    {
        var result = await _cli.RunAsync(args);
        result.Code.ShouldBe(0, result.Error);
        Approval.Check(result.Screen, name);
    }

    [Theory]
    [InlineData("models-unknown", "models", "show", "kimi-k2.66")]
    [InlineData("models-future", "models", "--since", "2999-01")]
    [InlineData("models-no-date", "models", "--since", "2026-02-30")]
    [InlineData("models-open-and-closed", "models", "--open", "--closed")]
    [InlineData("models-no-licence", "models", "--licence", "permisive")]
    [InlineData("models-no-country", "models", "--country", "XX")]
    [InlineData("models-no-developer", "models", "--developer", "deepsek")]
    [InlineData("models-no-sort", "models", "--sort", "abilty")]
    [InlineData("models-no-size", "models", "--active-below", "-5b")]
    [InlineData("models-no-bits", "models", "--weight-bits", "0")]
    public async Task A_bad_question_says_what_would_be_right(string name, params string[] args)
    {
        var result = await _cli.RunAsync(args);
        result.Code.ShouldBe(2);
        Approval.Check(result.Screen, name);
    }

    [Fact]
    public async Task Whoever_passes_a_filter_has_the_fact_and_whoever_lacks_it_is_counted()
    {
        var all = await ModelsAsync();
        var below = await ResultAsync("--active-below", "5b");
        var passed = below.GetProperty("models").EnumerateArray().ToArray();
        passed.ShouldAllBe(m => m.GetProperty("activeParameters").GetInt64() < 5_000_000_000);
        passed.Length.ShouldBe(all.Count(m => Whole(m, "activeParameters") < 5_000_000_000));
        var left = below.GetProperty("leftOutAsUnknown")[0];
        left.GetProperty("fact").GetString().ShouldBe("active parameters");
        left.GetProperty("count").GetInt32().ShouldBe(all.Count(m => Whole(m, "activeParameters") is null));
        (await ModelsAsync("--open")).ShouldAllBe(m => m.GetProperty("weights").GetString() == "open");
        (await ModelsAsync("--closed", "--developer", "openai")).ShouldAllBe(m => m.GetProperty("developer").GetString() == "OpenAI");
        (await ModelsAsync("--licence", "mit")).ShouldAllBe(m => m.GetProperty("licence").GetString() == "MIT");
    }

    /// <summary>Ability over memory, worked here from the parts that the row prints: 8 bits a parameter, and what a sequence keeps.</summary>
    [Fact]
    public async Task The_orders_are_quotients_of_what_the_row_prints_and_the_unknown_come_last()
    {
        var rows = await ModelsAsync("--sort", "ability-per-gigabyte");
        var known = rows.TakeWhile(r => r.GetProperty("abilityPerGigabyte").ValueKind == JsonValueKind.Number).ToArray();
        known.Length.ShouldBeGreaterThan(2);
        rows.Skip(known.Length).ShouldAllBe(r => r.GetProperty("abilityPerGigabyte").ValueKind == JsonValueKind.Null);
        var values = known.Select(r => r.GetProperty("abilityPerGigabyte").GetDouble()).ToArray();
        values.ShouldBe(values.OrderDescending());
        var kimi = known.Single(r => r.GetProperty("id").GetString() == "kimi-k2.6");
        // 61 layers of (512 + 64) elements in BF16 for each of 32,768 tokens.
        const long Cache = 61L * 576 * 2 * 32_768;
        kimi.GetProperty("memoryBytes").GetInt64().ShouldBe(1_000_000_000_000 + Cache);
        kimi.GetProperty("abilityPerGigabyte")
            .GetDouble()
            .ShouldBe(kimi.GetProperty("ability").GetProperty("value").GetDouble() / ((1_000_000_000_000 + Cache) / 1e9), 1e-12);
        kimi.GetProperty("abilityPerBillionActiveParameters")
            .GetDouble()
            .ShouldBe(kimi.GetProperty("ability").GetProperty("value").GetDouble() / 32, 1e-12);
        kimi.GetProperty("abilityPerDollar").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task The_list_says_the_abilities_that_the_fit_says()
    {
        var fit = (await _cli.JsonAsync("fit", "eci", "--draws", "50")).GetProperty("result").GetProperty("models");
        var rows = (await ResultAsync("--draws", "50"))
            .GetProperty("models")
            .EnumerateArray()
            .ToDictionary(m => m.GetProperty("id").GetString()!);
        foreach (var fitted in fit.EnumerateArray())
        {
            var ability = rows[fitted.GetProperty("id").GetString()!].GetProperty("ability");
            ability.GetProperty("value").GetDouble().ShouldBe(fitted.GetProperty("value").GetDouble());
            ability.GetProperty("lower").ToString().ShouldBe(fitted.GetProperty("lower").ToString());
        }

        rows.Values.Count(m => m.GetProperty("ability").ValueKind == JsonValueKind.Object).ShouldBe(fit.GetArrayLength());
    }

    [Fact]
    public async Task The_help_of_an_import_of_a_catalogue_shows_its_own_argument_only()
    {
        var help = (await _cli.RunAsync("import", "models-dev", "--help")).Out;
        help.ShouldContain("import models-dev <FILE> [options]");
        help.ShouldNotContain("[FORMAT] PATH");
        (await _cli.RunAsync("import", "--help")).Out.ShouldContain("<[FORMAT] PATH>...");
    }

    [Fact]
    public async Task An_import_shows_what_it_would_change_and_writes_nothing()
    {
        var api = PublishedCatalogues.WriteApi(_cli);
        var result = await _cli.RunAsync("import", "models-dev", api, "--retrieved", "2026-07-02");
        result.Code.ShouldBe(0, result.Error);
        Approval.Check(result.Screen, "import-models-dev");
        var tracked = await _cli.RunAsync("import", "tracked-models", PublishedCatalogues.WriteTracked(_cli), "--retrieved", "2026-08-17");
        Approval.Check(tracked.Screen, "import-tracked-models");
        Directory.Exists(Path.Combine(_cli.Folder, "home")).ShouldBeFalse();
    }

    [Fact]
    public async Task An_applied_import_fills_what_was_unknown_and_changes_nothing_curated()
    {
        var before = (await ModelsAsync()).ToDictionary(m => m.GetProperty("id").GetString()!);
        var api = PublishedCatalogues.WriteApi(_cli);
        (await _cli.RunAsync("import", "models-dev", api, "--retrieved", "2026-07-02", "--apply")).Code.ShouldBe(0);
        (
            await _cli.RunAsync("import", "tracked-models", PublishedCatalogues.WriteTracked(_cli), "--retrieved", "2026-08-17", "--apply")
        ).Code.ShouldBe(0);
        var after = (await ModelsAsync()).ToDictionary(m => m.GetProperty("id").GetString()!);
        string[] facts =
        [
            "developer",
            "country",
            "date",
            "weights",
            "terms",
            "licence",
            "totalParameters",
            "activeParameters",
            "contextTokens",
        ];
        foreach (var (id, model) in before)
        {
            foreach (
                var fact in facts.Where(f =>
                    model.GetProperty(f).ValueKind != JsonValueKind.Null && model.GetProperty(f).ToString() != "unknown"
                )
            )
            {
                after[id].GetProperty(fact).ToString().ShouldBe(model.GetProperty(fact).ToString(), $"{id}, {fact}");
            }
        }

        before["kimi-k3"].GetProperty("activeParameters").ValueKind.ShouldBe(JsonValueKind.Null);
        after["kimi-k3"].GetProperty("activeParameters").GetInt64().ShouldBe(60_000_000_000);
        after["kimi-k3"].GetProperty("contextTokens").GetInt64().ShouldBe(524_288);
        // An offer of nothing is no price to divide by.
        after["kimi-k3"].GetProperty("price").ValueKind.ShouldBe(JsonValueKind.Null);
        after["kimi-k2.6"].GetProperty("price").ValueKind.ShouldBe(JsonValueKind.Null);
        var price = after["deepseek-v4-pro"].GetProperty("price");
        price.GetProperty("blended").GetDecimal().ShouldBe(((3 * 0.5m) + 2.0m) / 4);
        price.GetProperty("cacheWrite").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task A_price_holds_from_the_day_on_which_it_was_seen()
    {
        foreach (var (day, input) in (ValueTuple<string, string>[])[("2026-08-01", "0.4"), ("2026-07-02", "0.5"), ("2026-08-15", "0.4")])
        {
            var api = PublishedCatalogues.WriteApi(_cli, input);
            (await _cli.RunAsync("import", "models-dev", api, "--retrieved", day, "--apply")).Code.ShouldBe(0);
        }

        var prices = (await _cli.JsonAsync("models", "show", "deepseek-v4-pro", "--draws", "0"))
            .GetProperty("result")
            .GetProperty("prices");
        prices
            .EnumerateArray()
            .Select(p => $"{p.GetProperty("effectiveFrom").GetString()} {p.GetProperty("input").GetDecimal()}")
            .ShouldBe(["2026-07-02 0.5", "2026-08-01 0.4"]);
        (
            await _cli.RunAsync("import", "models-dev", PublishedCatalogues.WriteApi(_cli, "0.9"), "--retrieved", "2026-08-16")
        ).Out.ShouldContain("deepseek-v4-pro, price, deepseek: 0.4 in, 2 out, USD a million tokens becomes 0.9 in, 2 out");
    }

    [Theory]
    [InlineData("import-catalogue-future", "api.json", "{}", "--retrieved", "2999-01-01")]
    [InlineData("import-catalogue-broken", "api.json", "{\n \"a\": }", "--retrieved", "2026-07-02")]
    [InlineData("import-catalogue-no-models", "api.json", "{\"deepseek\": {\"id\": \"deepseek\"}}", "--retrieved", "2026-07-02")]
    public async Task A_bad_catalogue_says_what_would_be_right(string name, string file, string content, params string[] options)
    {
        var result = await _cli.RunAsync(["import", "models-dev", _cli.Write(file, content), .. options]);
        result.Code.ShouldBe(2);
        Approval.Check(result.Screen, name);
    }

    [Fact]
    public async Task A_folder_without_its_list_is_refused()
    {
        _cli.Write("empty/other.csv", "a\n");
        var result = await _cli.RunAsync("import", "tracked-models", Path.Combine(_cli.Folder, "empty"), "--retrieved", "2026-07-02");
        result.Code.ShouldBe(2);
        Approval.Check(result.Screen, "import-tracked-models-empty");
    }

    private static long? Whole(JsonElement model, string field) =>
        model.GetProperty(field) is { ValueKind: JsonValueKind.Number } value ? value.GetInt64() : null;

    private async Task<JsonElement> ResultAsync(params string[] args)
    {
        string[] draws = args.Contains("--draws") ? [] : ["--draws", "0"];
        return (await _cli.JsonAsync(["models", .. args, .. draws])).GetProperty("result");
    }

    private async Task<JsonElement[]> ModelsAsync(params string[] args) =>
        [.. (await ResultAsync(args)).GetProperty("models").EnumerateArray()];
}
