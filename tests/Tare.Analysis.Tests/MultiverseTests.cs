using Tare.Catalogue;
using Tare.Records;

namespace Tare.Analysis.Tests;

/// <summary>Grids on the curated data: against gaps one by one, in parts and in other orders, and their summary.</summary>
[Trait("tier", "gate")]
public sealed class MultiverseTests
{
    private static readonly MultiverseOptions s_options = new() { SignificanceDraws = 20 };

    private static readonly IReadOnlyDictionary<string, Evidence> s_evidences = new Dictionary<string, Evidence>(StringComparer.Ordinal)
    {
        [CuratedData.CuratedName] = CuratedData.Evidence(),
    };

    private static Specification[] Small
    {
        get
        {
            var eci = Methodologies.Get("eci");
            string[][] settings =
            [
                ["lag=records"],
                ["lag=trend-line", "date-rule=release"],
                ["lag=daily", "weighting=equal-domains"],
                ["lag=levels", "minimum-benchmarks=6"],
                ["lag=first-crossing", "follower-model=deepseek-v4-pro"],
                ["lag=catch-up", "as-of=2026-05-16"],
                ["chance-correction=undone", "lag=records"],
            ];
            return
            [
                .. settings.Select((s, k) => new Specification(k, MethodologyReader.With(eci, s), null)),
                new Specification(7, null, "no"),
            ];
        }
    }

    /// <summary>Months are rounded to 1e-4.</summary>
    [Fact]
    public void Every_specification_has_the_months_of_its_own_gap()
    {
        var results = new Multiverse(s_evidences, s_options).Results(Small, null, TestContext.Current.CancellationToken);
        foreach (var specification in Small.Where(s => s.Methodology is not null))
        {
            var m = specification.Methodology!;
            var fit = MethodologyFit.ForGap(CuratedData.Evidence(), m, 20, m.Level, null, TestContext.Current.CancellationToken);
            var gap = GapAnalysis.Of(fit.Abilities, GapOptions.From(m), TestContext.Current.CancellationToken);
            results[specification.Index].Months!.Value.ShouldBe(gap.HeadlineEstimate.Months!.Value, 0.51e-4);
        }

        results[7].ShouldBe(new SpecificationResult(7, null, null, null, 0, 0, "no"));
    }

    [Fact]
    public void Parts_order_and_threads_change_nothing()
    {
        var whole = new Multiverse(s_evidences, s_options with { Threads = 4 }).Results(Small, null, TestContext.Current.CancellationToken);
        var parts = new Multiverse(s_evidences, s_options with { Threads = 1 });
        var pieces = parts
            .InWorkOrder(Small)
            .Chunk(3)
            .SelectMany(p => parts.Results(p, null, TestContext.Current.CancellationToken))
            .OrderBy(r => r.Index);
        pieces.ShouldBe(whole);
    }

    [Fact]
    public void Specifications_that_differ_after_the_fit_share_it()
    {
        var eci = Methodologies.Get("eci");
        var multiverse = new Multiverse(s_evidences, s_options);
        string[] lags = ["records", "levels", "daily", "trend-line", "first-crossing"];
        Specification[] part = [.. lags.Select((l, k) => new Specification(k, MethodologyReader.With(eci, $"lag={l}"), null))];
        multiverse.Results(part, null, TestContext.Current.CancellationToken);
        multiverse.FitCount.ShouldBe(1);
    }

    [Fact]
    public void With_draws_every_specification_has_an_interval_that_holds_most_of_its_draws()
    {
        var results = new Multiverse(s_evidences, s_options with { Draws = 30 }).Results(
            Small,
            null,
            TestContext.Current.CancellationToken
        );
        results.Where(r => r.Months is not null).ShouldAllBe(r => r.Lower <= r.Upper && r.Lower != null);
    }

    /// <summary>Months = 10 a + b: the variance of each choice is that of its alternatives, and the two sum to all of it.</summary>
    [Fact]
    public void Variance_shares_of_a_sum_are_those_of_its_terms()
    {
        GridChoice[] choices = [new("tens", ["0", "1", "2"]), new("ones", ["0", "1"])];
        var results = Enumerable.Range(0, 6).Select(k => new SpecificationResult(k, (10 * (k / 2)) + (k % 2), null, null, 1, 0, null));
        var finding = MultiverseSummary.Of(choices, results.Reverse());
        var (tens, ones) = (200.0 / 3, 0.25);
        finding.Rows[0].VarianceShare.ShouldBe(tens / (tens + ones), 1e-12);
        finding.Rows[1].VarianceShare.ShouldBe(ones / (tens + ones), 1e-12);
        finding.Median.ShouldBe(10.5);
        finding.Rows[0].Alternatives[1].ShouldBe(new AlternativeRow("1", 2, 10.25, 10.5, 10.75));
        finding.Picks(5).ShouldBe([2, 1]);
    }

    [Fact]
    public void A_grid_without_any_answer_is_refused() =>
        Should
            .Throw<InputException>(() =>
                MultiverseSummary.Of([new("a", ["x"])], [new SpecificationResult(0, null, null, null, 0, 0, "an anchor is missing")])
            )
            .Message.ShouldContain("an anchor is missing");
}
