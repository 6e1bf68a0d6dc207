using Tare.Catalogue;
using Tare.Records;
using Tare.Testing;

namespace Tare.Analysis.Tests;

/// <summary>The table of lags on the matrix that Epoch published in August 2026: an independent program's figures, stated to two decimals.</summary>
[Trait("tier", "gate")]
public sealed class AugustTests
{
    /// <summary>The figures are stated to 0.01 and computed on a level grid that starts within one step of ours.</summary>
    private const double Tolerance = 0.05;

    /// <summary>Catch-up depends on the widths of bootstrap intervals, whose Monte-Carlo error this covers.</summary>
    private const double CatchUpTolerance = 0.2;

    private static readonly Lazy<(Evidence Evidence, FitFinding Fit)> s_august = new(() =>
    {
        var source = ImportSource.FromPath(Mirror.PathOf(Path.Combine("epoch-2026-08", "eci_benchmarks.csv")));
        var evidence = EvidenceImporters.Import(source).Evidence;
        return (evidence, MethodologyFit.Of(evidence, Methodologies.Get("eci") with { ReleasedFrom = null }, 1000, 0.9));
    });

    [Theory]
    [InlineData(false, 6.58, 7.21, 7.09, 6.71, 4.25, 7.34, 16, 19)]
    [InlineData(true, 5.18, 6.32, 5.77, 6.49, 3.90, 6.73, 17, 20)]
    public void Every_definition_gives_the_stated_months(
        bool isRedated,
        double records,
        double levels,
        double daily,
        double trendLine,
        double catchUp,
        double verticalMean,
        int caught,
        int leaders
    )
    {
        var gap = Gap(isRedated);
        Cases.Months(gap, LagDefinition.Records)!.Value.ShouldBe(records, Tolerance);
        gap.Definitions.Single(d => d.Definition == LagDefinition.Records).Caught.ShouldBe(11);
        Cases.Months(gap, LagDefinition.Levels)!.Value.ShouldBe(levels, Tolerance);
        Cases.Months(gap, LagDefinition.Daily)!.Value.ShouldBe(daily, Tolerance);
        Cases.Months(gap, LagDefinition.TrendLine)!.Value.ShouldBe(trendLine, Tolerance);
        Cases.Months(gap, LagDefinition.CatchUp)!.Value.ShouldBe(catchUp, CatchUpTolerance);
        gap.Definitions.Single(d => d.Definition == LagDefinition.CatchUp)
            .ShouldSatisfyAllConditions(d => d.Caught.ShouldBe(caught), d => (d.Caught + d.Censored).ShouldBe(leaders));
        gap.Vertical.DailyMean.ShouldBe(verticalMean, Tolerance);
    }

    [Theory]
    [InlineData("DeepSeek-V4-Pro", 8.54, "GPT-5")]
    [InlineData("Kimi K2.6", 5.03, "Gemini 3 Pro")]
    [InlineData("GLM-5.1", 4.60, "Gemini 3 Pro")]
    public void A_named_model_is_behind_by_the_stated_months(string name, double months, string crossedBy)
    {
        var model = Gap(false).Models.Single(m => m.Name == name);
        model.Months!.Value.ShouldBe(months, Tolerance);
        model.CrossedBy.ShouldBe(crossedBy);
    }

    [Fact]
    public void The_optimum_is_the_one_that_an_independent_Newton_method_finds()
    {
        var (_, fit) = s_august.Value;
        fit.Objective.ShouldBe(6.5206954978, 1e-9);
        fit.GradientMaxNorm.ShouldBeLessThan(1e-9);
        fit.Exclusions.Sum(e => e.Count).ShouldBe(56);
    }

    [Fact]
    public void Models_in_neither_group_stay_out()
    {
        var gap = Gap(false);
        gap.Counts.ShouldBe((105, 95, 22));
    }

    [Fact]
    public void An_interval_agrees_with_that_of_an_independent_bootstrap()
    {
        // Stated for 500 draws of another stream: records [4.9, 7.5], daily [5.5, 8.2]; ends of 90 % intervals move by about 0.2 between streams.
        var gap = Gap(false);
        var records = gap.Definitions.Single(d => d.Definition == LagDefinition.Records).Interval!;
        (records.Lower, records.Upper).ShouldSatisfyAllConditions(i => i.Lower.ShouldBe(4.9, 0.3), i => i.Upper.ShouldBe(7.5, 0.3));
        var daily = gap.Definitions.Single(d => d.Definition == LagDefinition.Daily).Interval!;
        (daily.Lower, daily.Upper).ShouldSatisfyAllConditions(i => i.Lower.ShouldBe(5.5, 0.3), i => i.Upper.ShouldBe(8.2, 0.3));
    }

    private static GapFinding Gap(bool isRedated)
    {
        var (_, fit) = s_august.Value;
        var table = isRedated
            ? AbilityTables.Redated(fit.Abilities, new Dictionary<string, DateOnly>(StringComparer.Ordinal) { ["o3"] = new(2025, 4, 16) })
            : fit.Abilities;
        return GapAnalysis.Of(table, GapOptions.From(fit.Methodology));
    }
}
