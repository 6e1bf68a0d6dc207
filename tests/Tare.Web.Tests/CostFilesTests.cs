using System.Text;
using System.Text.Json.Nodes;
using Tare.Catalogue;
using Tare.Costs;
using Tare.Records;

namespace Tare.Web.Tests;

/// <summary>The pages of costs: chart, table and CSV say the same, and nothing in a name can run.</summary>
public sealed class CostFilesTests
{
    private const string Hostile = "</script><img src=x onerror=alert(1)>";

    [Fact]
    public async Task The_page_has_the_chart_the_table_and_the_command()
    {
        var (models, comparison) = Compared("deepseek-v4-pro");
        var files = await CostFiles.ServingAsync(models, comparison, "0", "tare cost serve deepseek-v4-pro --vs deepseek-v3.2");
        files.Select(f => f.Path).ShouldBe(["index.html", "figures/serving-ratio.csv", "figures/serving-ratio.vl.json"]);
        var page = Text(files[0]);
        page.ShouldContain("tare cost serve deepseek-v4-pro --vs deepseek-v3.2");
        page.ShouldContain("id=\"chart-serving-ratio\"");
        page.ShouldNotContain("Why this number");
        page.ShouldNotContain("0 scores");
        var rows = JsonNode.Parse(Text(files[2]))!["datasets"]!["ratios"]!.AsArray();
        rows.Count.ShouldBe(2 * comparison.Points.Count);
        rows[^2]!["percent"]!.GetValue<double>().ShouldBe(Math.Round(100 * comparison.Points[^1].CacheRatio!.Value, 2));
        Text(files[1]).Split("\r\n")[^2].ShouldStartWith("\"1,048,576\",1048576,10.48,26.50,");
    }

    [Fact]
    public async Task A_development_page_says_its_assumptions_and_what_it_leaves_out()
    {
        var inputs = new DevelopmentInputs();
        var files = await CostFiles.DevelopmentAsync(
            DevelopmentCost.Of(inputs),
            DevelopmentCost.Curve(inputs, [1, 5, 50]),
            "0",
            "tare cost develop"
        );
        var page = Text(files[0]);
        page.ShouldContain("Assumptions that no source states");
        page.ShouldContain("Left out: export controls.");
        Text(files[1]).Split("\r\n").Length.ShouldBe(1 + 3 + 1);
    }

    [Fact]
    public async Task A_hostile_name_stays_text()
    {
        var (models, comparison) = Compared("deepseek-v4-pro");
        var hostile = models with
        {
            Subject = models.Subject with { Name = Hostile, Notes = [Hostile], Sources = [Hostile] },
            Remarks = [Hostile],
        };
        var page = Text((await CostFiles.ServingAsync(hostile, comparison, "0", Hostile))[0]);
        page.ShouldNotContain("<img src=x");
        page.ShouldContain("alert(1)");
    }

    [Fact]
    public async Task The_same_cost_gives_the_same_bytes()
    {
        var (models, comparison) = Compared("kimi-k2.6");
        var first = await CostFiles.ServingAsync(models, comparison, "0", "c");
        var second = await CostFiles.ServingAsync(models, comparison, "0", "c");
        first.Zip(second).ShouldAllBe(pair => pair.First.Content.SequenceEqual(pair.Second.Content));
    }

    private static (CostedModels Models, ServingComparison Comparison) Compared(string id)
    {
        var known = ArchitectureDocument.Curated();
        Architecture Named(string name) => known.First(a => a.Id == name);
        var models = new CostedModels(Named(id), Named("deepseek-v3.2"));
        return (models, ServingComparison.Of(models.Subject, models.Reference, ServingComparison.UsualContexts));
    }

    private static string Text(ReportFile file) => Encoding.UTF8.GetString(file.Content);
}
