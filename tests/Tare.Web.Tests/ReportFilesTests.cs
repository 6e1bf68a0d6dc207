using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Tare.Analysis;

namespace Tare.Web.Tests;

public sealed class ReportFilesTests
{
    private const string Hostile = "</script><img src=x onerror=alert(1)>'\"&\u2028{{7*7}}";

    [Fact]
    public async Task One_report_has_one_content_whatever_the_culture_and_the_order_of_rendering()
    {
        var first = await ReportFiles.RenderAsync(SampleReport.Of(), SampleReport.Context);
        var culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("") { NumberFormat = { NumberDecimalSeparator = ",", NegativeSign = "~" } };
            var others = await Task.WhenAll(
                Enumerable.Range(0, 3).Select(_ => ReportFiles.RenderAsync(SampleReport.Of(), SampleReport.Context))
            );
            foreach (var other in others)
            {
                other.Select(f => f.Path).ShouldBe(first.Select(f => f.Path));
                other.Zip(first).Count(pair => !pair.First.Content.AsSpan().SequenceEqual(pair.Second.Content)).ShouldBe(0);
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Fact]
    public async Task Every_figure_has_its_files_beside_the_page()
    {
        var files = await ReportFiles.RenderAsync(SampleReport.Of(), SampleReport.Context);
        var expected = ReportFigures
            .Of(SampleReport.Of(), "0")
            .SelectMany(f => f.Charts.Select(c => $"figures/{c.Id}.vl.json").Prepend($"figures/{f.Id}.csv"))
            .Prepend("index.html");
        files.Select(f => f.Path).ShouldBe(expected);
        files.ShouldAllBe(f => f.Content.Length > 0);
    }

    [Fact]
    public async Task A_hostile_name_stays_text_everywhere()
    {
        var page = await PageAsync(SampleReport.Of(Hostile), script: "/* script */");
        page.ShouldNotContain("<img", Case.Insensitive);
        Regex.Count(page, "</script", RegexOptions.IgnoreCase).ShouldBe(Regex.Count(page, "<script", RegexOptions.IgnoreCase));
        Regex.Count(page, "<script>").ShouldBe(1);
        page.ShouldContain("&lt;/script&gt;&lt;img");
        page.ShouldContain("\\u003C/script\\u003E\\u003Cimg");
        page.ShouldNotContain("\u2028");
    }

    [Fact]
    public async Task Nothing_is_loaded_from_anywhere()
    {
        var page = await PageAsync(SampleReport.Of(), script: null);
        page.ShouldContain("default-src 'none'");
        page.ShouldNotContain("src=");
        page.ShouldNotContain("@import");
        page.ShouldNotContain("url(");
        Regex.Matches(page, "<link[ >]").ShouldBeEmpty();
        var addresses = Regex.Matches(page, "(?<before><[^>]*)\"https?://").Select(m => m.Groups["before"].Value);
        addresses.ShouldAllBe(before => before.StartsWith("<a "));
    }

    [Fact]
    public async Task An_address_that_is_not_of_the_web_is_no_link()
    {
        var context = SampleReport.Context with { Sources = [new("bad", "A source", "Nobody", "none") { Url = "javascript:alert(1)" }] };
        var files = await ReportFiles.RenderAsync(SampleReport.Of(), context, script: null);
        Encoding.UTF8.GetString(files[0].Content).ShouldNotContain("javascript:");
    }

    [Fact]
    public async Task Without_the_script_the_tables_remain_and_the_page_says_so()
    {
        var page = await PageAsync(SampleReport.Of(), script: null);
        page.ShouldContain("Charts were not built into this copy of Tare");
        Regex.Matches(page, "<script>").ShouldBeEmpty();
        foreach (var figure in ReportFigures.Of(SampleReport.Of(), "0"))
        {
            page.ShouldContain($"id=\"{figure.Id}\"");
        }

        Regex.Count(page, "<table>").ShouldBe(ReportFigures.Ids.Count + 3);
        Regex.Count(page, "<tbody>\\s*<tr").ShouldBe(ReportFigures.Ids.Count + 3);
    }

    [Fact]
    public async Task Every_element_is_closed_in_order_and_every_identifier_is_used_once()
    {
        var page = await PageAsync(SampleReport.Of(Hostile), script: null);
        HtmlCheck.Problems(page).ShouldBeEmpty();
        var ids = Regex.Matches(page, " id=\"([^\"]*)\"").Select(m => m.Groups[1].Value).ToArray();
        ids.ShouldBeUnique();
        var targets = Regex.Matches(page, " href=\"#([^\"]*)\"").Select(m => m.Groups[1].Value).Distinct();
        targets.ShouldBeSubsetOf(ids);
    }

    [Theory]
    [InlineData("<p><b></p>", 2)]
    [InlineData("<ul><li></ul>", 2)]
    [InlineData("</p>", 1)]
    [InlineData("<div>", 1)]
    [InlineData("<p><br></p><script>if (a < b) {}</script>", 0)]
    public void The_check_of_the_markup_sees_what_is_left_open(string markup, int problems) =>
        HtmlCheck.Problems(markup).Count.ShouldBe(problems);

    [Fact]
    public async Task Headings_descend_by_one_and_table_headers_have_a_scope()
    {
        var page = await PageAsync(SampleReport.Of(), script: null);
        var levels = Regex.Matches(page, "<h([1-6])[ >]").Select(m => int.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture)).ToArray();
        levels.Count(l => l == 1).ShouldBe(1);
        levels.Zip(levels.Skip(1)).ShouldAllBe(pair => pair.Second - pair.First <= 1);
        Regex.Matches(page, "<th(?![a-z])(?![^>]*scope=)").ShouldBeEmpty();
    }

    [Fact]
    public async Task The_specifications_on_the_page_are_those_of_the_files()
    {
        var files = await ReportFiles.RenderAsync(SampleReport.Of(), SampleReport.Context, script: null);
        var page = Encoding.UTF8.GetString(files[0].Content);
        foreach (var file in files.Where(f => f.Path.EndsWith(".vl.json", StringComparison.Ordinal)))
        {
            page.ShouldContain(Encoding.UTF8.GetString(file.Content).TrimEnd());
        }
    }

    [Fact]
    public async Task The_answer_comes_first_with_both_methods_and_their_counts()
    {
        var report = SampleReport.Of();
        var page = await PageAsync(report, script: null);
        var top = page[page.IndexOf("<main", StringComparison.Ordinal)..page.IndexOf("<nav", StringComparison.Ordinal)];
        foreach (var gap in new[] { report.IndexGap, report.CaisiLikeGap, report.CaisiLikeGapOnWeights })
        {
            top.ShouldContain($"<span class=\"number\">{Words.Fixed(gap.HeadlineEstimate.Months!.Value, 1)}</span>");
            top.ShouldContain(gap.Vertical.FollowerModel.Name);
            top.ShouldContain(gap.Vertical.LeaderModel.Name);
        }

        Regex.Count(top, Regex.Escape(Denominator.Of(report.Index).ToString())).ShouldBe(3);
        top.ShouldContain("90&#xA0;% interval");
    }

    [Fact]
    public async Task A_censored_headline_is_said_in_words_and_is_no_number()
    {
        var sample = SampleReport.Of();
        var censored = sample.IndexGap with
        {
            Definitions = [.. sample.IndexGap.Definitions.Select(d => d with { Months = null, Interval = null, Caught = 0 })],
        };
        var page = await PageAsync(sample with { IndexGap = censored }, script: null);
        page.ShouldContain("<span class=\"number\">censored</span>");
        page.ShouldContain("is censored in months: it has no value");
        page.ShouldNotContain("<span class=\"number\">0.0</span> months");
    }

    private static async Task<string> PageAsync(Report report, string? script)
    {
        var files = await ReportFiles.RenderAsync(report, SampleReport.Context, script);
        return Encoding.UTF8.GetString(files[0].Content);
    }
}
