using System.Text.Json;
using System.Text.RegularExpressions;

namespace Tare.Web.Tests;

public sealed class FigureTests
{
    public static TheoryData<string> Ids => new(ReportFigures.Ids);

    private static Figure Of(string id) => ReportFigures.Of(SampleReport.Of(), "1.2.3").Single(f => f.Id == id);

    [Fact]
    public void Figures_come_in_the_order_of_their_identifiers() =>
        ReportFigures.Of(SampleReport.Of(), "1.2.3").Select(f => f.Id).ShouldBe(ReportFigures.Ids);

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_figure_can_be_cited_by_number_evidence_and_version(string id)
    {
        var figure = Of(id);
        var report = SampleReport.Of();
        figure.Cite.ShouldContain("Tare 1.2.3");
        figure.Cite.ShouldContain($"sha256 {report.Evidence.Digest[..12]}");
        figure.Cite.ShouldContain(figure.Fits[0].Methodology.Name);
        figure.Cite.ShouldMatch("[0-9]");
        figure.Cite.ShouldMatch("interval|No single|without interval|cells|unknown, not zero");
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_figure_says_what_its_interval_contains_and_how_much_stands_behind_it(string id)
    {
        var figure = Of(id);
        figure.IntervalContains.Length.ShouldBeGreaterThan(20);
        figure.Denominator.Scores.ShouldBeGreaterThan(0);
        figure.Denominator.Models.ShouldBeGreaterThan(0);
        figure.Denominator.Benchmarks.ShouldBeGreaterThan(0);
        figure.Question.ShouldEndWith("?");
        figure.Finding.ShouldEndWith(".");
        figure.Fits.ShouldNotBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_figure_has_rows_with_a_cell_for_every_column(string id)
    {
        var figure = Of(id);
        figure.Rows.ShouldNotBeEmpty();
        figure.Rows.ShouldAllBe(r => r.Count == figure.Columns.Count);
        figure.Columns.Select(c => c.Name).ShouldBeUnique();
        figure.Columns.ShouldAllBe(c => Regex.IsMatch(c.Name, "^[a-z][a-z0-9_]*$"));
        figure.Columns.ShouldContain(c => c.Name == figure.RowHeader && c.OnPage);
        foreach (var (lower, upper) in figure.Columns.Zip(figure.Columns.Skip(1)).Where(p => p.First.Kind == ColumnKind.Lower))
        {
            upper.Kind.ShouldBe(ColumnKind.Upper);
            lower.Digits.ShouldBe(upper.Digits);
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_chart_is_a_specification_without_theme_and_without_addresses(string id)
    {
        foreach (var chart in Of(id).Charts)
        {
            var text = chart.Specification.ToJsonString();
            text.ShouldNotMatch("#[0-9a-fA-F]{6}");
            text.ShouldNotContain("\"url\"");
            text.ShouldNotContain("\"font\"");
            var root = JsonDocument.Parse(text).RootElement;
            root.GetProperty("$schema").GetString().ShouldBe("https://vega.github.io/schema/vega-lite/v6.json");
            root.GetProperty("width").GetString().ShouldBe("container");
            root.GetProperty("description").GetString().ShouldBe(Of(id).Finding);
        }
    }

    [Fact]
    public void Unknown_is_a_word_and_never_zero()
    {
        var models = Of("models");
        var developer = models.Columns.ToList().FindIndex(c => c.Name == "developer");
        var published = models.Columns.ToList().FindIndex(c => c.Name == "published_index");
        models.Rows.ShouldContain(r => models.Columns[developer].Print(r[developer]) == "unknown");
        models.Rows.ShouldContain(r => models.Columns[published].Print(r[published]) == "unknown");
        new FigureColumn("x", "x", ColumnKind.Number).Print(FigureCell.Of(double.NaN)).ShouldBe("unknown");
        new FigureColumn("x", "x", ColumnKind.Number).Print(FigureCell.Of((double?)null)).ShouldBe("unknown");
        new FigureColumn("x", "x", ColumnKind.Date).Print(FigureCell.Of((DateOnly?)null)).ShouldBe("unknown");
    }

    [Fact]
    public void A_censored_lag_is_a_word()
    {
        var lags = Of("lag-by-definition");
        var months = lags.Columns.ToList().FindIndex(c => c.Name == "months");
        lags.Rows.Count(r => lags.Columns[months].Print(r[months]) == "censored").ShouldBe(1);
    }

    [Theory]
    [InlineData(-0.04, 1, "0.0")]
    [InlineData(-0.05, 1, "-0.1")]
    [InlineData(1234.5678, 2, "1234.57")]
    [InlineData(-0.0, 0, "0")]
    public void Numbers_are_fixed_and_zero_has_no_sign(double number, int digits, string expected) =>
        Words.Fixed(number, digits).ShouldBe(expected);
}
