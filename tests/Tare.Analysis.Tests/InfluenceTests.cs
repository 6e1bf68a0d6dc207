using Tare.Catalogue;
using Tare.Records;

namespace Tare.Analysis.Tests;

/// <summary>What is left out, against methodologies that leave it out themselves; and planted benchmarks that carry a conclusion.</summary>
[Trait("tier", "gate")]
public sealed class InfluenceTests
{
    private static readonly InfluenceOptions s_few = new()
    {
        Draws = 0,
        Reweightings = 20,
        ExactSize = 1,
        GreedySize = 3,
    };

    [Theory]
    [InlineData(InfluenceKind.Benchmark, "gpqa-diamond", "exclude-benchmarks=gpqa-diamond")]
    [InlineData(InfluenceKind.Domain, "mathematics", "exclude-domains=mathematics")]
    [InlineData(InfluenceKind.Model, "o3", "exclude-models=o3")]
    public void Leaving_out_is_the_methodology_that_leaves_it_out(InfluenceKind kind, string id, string setting)
    {
        var eci = MethodologyReader.With(Methodologies.Get("eci"), "lag=records");
        var row = Of(eci, null).Rows.Single(r => r.Kind == kind && r.Id == id);
        row.Value!.Value.ShouldBe(Months(MethodologyReader.With(eci, setting)), 1e-9);
        row.Change!.Value.ShouldBe(row.Value.Value - Months(eci), 1e-9);
    }

    [Fact]
    public void An_anchor_cannot_be_left_out_and_says_so() =>
        Of(Methodologies.Get("mcnair"), null).Rows.Single(r => r.Id == "gpt-5").Reason!.ShouldContain("anchor 'gpt-5'");

    /// <summary>Without GPQA the index gives another lag; a bound between the two is turned over by leaving it out, and by one benchmark at least.</summary>
    [Fact]
    public void A_conclusion_that_one_benchmark_carries_is_turned_over_by_one()
    {
        var eci = MethodologyReader.With(Methodologies.Get("eci"), "lag=trend-line");
        var without = Of(eci, null).Rows.Where(r => r.Kind == InfluenceKind.Benchmark).MaxBy(r => r.Change)!;
        var bound = Math.Round(without.Value!.Value - (without.Change!.Value / 100), 6);
        var flip = Of(eci, new Conclusion(Estimand.Months, true, bound)).Flip!;
        flip.HoldsNow.ShouldBeTrue();
        flip.Removed.ShouldBe([without.Id]);
        flip.IsSmallest.ShouldBeTrue();
    }

    [Fact]
    public void A_conclusion_that_nothing_turns_over_has_no_set()
    {
        var flip = Of(Methodologies.Get("mcnair"), Conclusion.Parse("months < 100")).Flip!;
        (flip.HoldsNow, flip.Removed.Count, flip.Value).ShouldBe((true, 0, null));
        flip.Tried.ShouldBeGreaterThan(32 * 3);
    }

    [Fact]
    public void Re_weighting_keeps_the_answer_inside_its_range()
    {
        var finding = Of(Methodologies.Get("mcnair"), Conclusion.Parse("months < 100"));
        finding.Reweightings.ShouldBe(20);
        finding.ReweightedHold.ShouldBe(1);
        finding.Reweighted!.Lower.ShouldBeLessThan(finding.Reweighted.Upper);
    }

    [Theory]
    [InlineData("months < 6", 5.9, true)]
    [InlineData("months < 6", 6.0, false)]
    [InlineData(" months >4.5", 5, true)]
    [InlineData("points > 7", 6.9, false)]
    public void A_conclusion_is_read_and_checked(string text, double value, bool holds) =>
        Conclusion.Parse(text).Holds(value).ShouldBe(holds);

    [Theory]
    [InlineData("months = 6")]
    [InlineData("years < 6")]
    [InlineData("months < six")]
    [InlineData("")]
    public void Another_text_is_refused(string text) =>
        Should.Throw<InputException>(() => Conclusion.Parse(text)).Message.ShouldContain("--conclusion");

    private static InfluenceFinding Of(Methodology methodology, Conclusion? conclusion) =>
        Influence.Of(CuratedData.Evidence(), methodology, conclusion, s_few, null, TestContext.Current.CancellationToken);

    private static double Months(Methodology m)
    {
        var fit = MethodologyFit.ForGap(CuratedData.Evidence(), m, 0, m.Level, null, TestContext.Current.CancellationToken);
        return GapAnalysis.Of(fit.Abilities, GapOptions.From(m), TestContext.Current.CancellationToken).HeadlineEstimate.Months!.Value;
    }
}
