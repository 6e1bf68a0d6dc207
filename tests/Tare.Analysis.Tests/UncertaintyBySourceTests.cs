using Tare.Catalogue;
using Tare.Records;

namespace Tare.Analysis.Tests;

/// <summary>Sources of uncertainty on CAISI's table and on the curated matrix.</summary>
[Trait("tier", "gate")]
public sealed class UncertaintyBySourceTests
{
    private static readonly Estimand s_lead = Estimand.Parse("elo:gpt-5.5:deepseek-v4-pro");

    private static UncertaintyOptions Options(int draws = 300) => new() { Draws = draws, Items = CuratedData.ItemCounts() };

    /// <summary>
    /// The published pilot (91 and 57 Elo) to the rounding of a pilot, 1 Elo: CAISI's printed half widths of 28 imply about 20 for a difference.
    /// </summary>
    [Theory]
    [InlineData("gpt-5.5", 91)]
    [InlineData("claude-opus-4.6", 57)]
    public void The_domain_jackknife_of_a_lead_on_caisis_table_is_far_wider_than_its_printed_interval(string model, double expected) =>
        Caisi(Estimand.Parse($"elo:{model}:deepseek-v4-pro"), Options(10)).DomainJackknife!.Value.ShouldBe(expected, 1);

    /// <summary>
    /// Two independent shares with known n: the delta method, sd = points a logit x sqrt(sum of Var(y) / (dP/dtheta)^2) / weights, is not in closed form
    /// here; instead a benchmark with four times the tasks must give half the error. 1,000 draws: the ratio of two standard deviations has a relative
    /// standard error of 1 / sqrt(1,000) = 3.2 %; 4 of them are 13 %.
    /// </summary>
    [Fact]
    public void Four_times_the_tasks_halve_the_response_error()
    {
        var one = Response(100);
        var four = Response(400);
        (one / four).ShouldBe(2, 0.26);

        double Response(int n) =>
            Row(
                Caisi(s_lead, Options(1000) with { Items = CuratedData.CaisiTable().Benchmarks.ToDictionary(b => b.Id, _ => n) }),
                UncertaintySource.Response
            ).StandardError!.Value;
    }

    /// <summary>What CAISI prints, 28 for each of two models at 95 %, is 20 for their difference: response sampling of the five benchmarks with a known size alone gives as much.</summary>
    [Fact]
    public void Response_sampling_alone_explains_the_printed_interval_and_the_domains_do_not_fit_in_it()
    {
        var finding = Caisi(s_lead, Options(1000));
        var printed = Math.Sqrt(2) * 28 / 1.96;
        Row(finding, UncertaintySource.Response).StandardError!.Value.ShouldBe(printed, 6);
        Row(finding, UncertaintySource.Domain).StandardError!.Value.ShouldBeGreaterThan(3 * printed);
    }

    [Fact]
    public void What_cannot_vary_says_why()
    {
        var rows = Caisi(s_lead, Options(10)).Rows;
        rows.Select(r => r.Source!.Value).ShouldBe(Enum.GetValues<UncertaintySource>());
        foreach (var source in new[] { UncertaintySource.ReleaseDate, UncertaintySource.FrontierSelection, UncertaintySource.Harness })
        {
            rows.Single(r => r.Source == source).StandardError.ShouldBeNull();
        }

        rows.Single(r => r.Source == UncertaintySource.Harness).Contains.ShouldContain("as published");
    }

    /// <summary>The row of the re-selected frontier is the interval that a gap prints: the same draws, to rounding.</summary>
    [Fact]
    public void The_row_of_the_printed_interval_is_the_printed_interval()
    {
        var eci = MethodologyReader.With(Methodologies.Get("eci"), "lag=records");
        var finding = UncertaintyBySource.Of(
            CuratedData.Evidence(),
            eci,
            Estimand.Months,
            Options(100),
            null,
            TestContext.Current.CancellationToken
        );
        var fit = MethodologyFit.ForGap(CuratedData.Evidence(), eci, 100, eci.Level, null, TestContext.Current.CancellationToken);
        var printed = GapAnalysis.Of(fit.Abilities, GapOptions.From(eci), TestContext.Current.CancellationToken).HeadlineEstimate;
        finding.Value.ShouldBe(printed.Months!.Value, 1e-9);
        var row = Row(finding, UncertaintySource.FrontierSelection).Interval!;
        row.Lower.ShouldBe(printed.Interval!.Lower, 1e-9);
        row.Upper.ShouldBe(printed.Interval.Upper, 1e-9);

        // Eight models have several dates, up to 3.8 months apart: far above the rounding of equal draws.
        Row(finding, UncertaintySource.ReleaseDate).StandardError!.Value.ShouldBeGreaterThan(0.01);
    }

    private static UncertaintyRow Row(UncertaintyFinding finding, UncertaintySource source) => finding.Rows.Single(r => r.Source == source);

    private static UncertaintyFinding Caisi(Estimand estimand, UncertaintyOptions options) =>
        UncertaintyBySource.Of(
            CuratedData.CaisiTable(),
            Methodologies.Get("caisi-2026"),
            estimand,
            options,
            null,
            TestContext.Current.CancellationToken
        );
}
