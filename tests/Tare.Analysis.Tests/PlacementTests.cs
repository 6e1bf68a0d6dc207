using Tare.Catalogue;
using Tare.Records;

namespace Tare.Analysis.Tests;

/// <summary>Placing one model on fixed benchmarks.</summary>
public sealed class PlacementTests
{
    private static readonly Lazy<(Evidence Evidence, FitFinding Fit)> s_curated = new(() =>
    {
        var evidence = CuratedData.Evidence();
        return (evidence, MethodologyFit.Of(evidence, Methodologies.Get("eci"), 200, 0.9));
    });

    [Theory]
    [InlineData("deepseek-v4-pro")]
    [InlineData("gpt-5.5")]
    [InlineData("gpt-4-mar-2023")]
    public void A_model_of_the_fit_gets_its_own_value_back(string id)
    {
        var (evidence, fit) = s_curated.Value;
        var row = fit.Abilities.Rows.FirstOrDefault(r => r.Id == id) ?? fit.Abilities.Rows[0];
        var placed = Place(evidence.Scores.Where(s => s.ModelId == row.Id));
        placed.Kind.ShouldBe(PlacementKind.Placed);

        // The fit stops at a projected gradient of 1e-10; the curvature of one ability is above 0.01 and a logit is about 20 points.
        placed.Value!.Value.ShouldBe(row.Value, 1e-6);
        placed.Interval!.Lower.ShouldBe(row.Lower!.Value, 1.5);
        placed.Interval.Upper.ShouldBe(row.Upper!.Value, 1.5);
    }

    [Fact]
    public void Too_few_scores_are_said_and_not_a_number()
    {
        foreach (var count in new[] { 0, 1 })
        {
            var placed = Place(s_curated.Value.Evidence.Scores.Where(s => s.ModelId == "gpt-5.5").Take(count));
            placed.Kind.ShouldBe(PlacementKind.NotIdentified);
            placed.Value.ShouldBeNull();
            placed.Explanation.ShouldContain("at least 2");
        }
    }

    [Fact]
    public void Every_score_at_the_top_gives_a_bound_and_says_so()
    {
        var items = s_curated.Value.Fit.Items.Take(4).ToList();
        var top = Place(items.Select(i => new Score("x", i.Id, 1)));
        top.Kind.ShouldBe(PlacementKind.AtLeast);
        top.Interval.ShouldBeNull();
        top.Explanation.ShouldContain("only a bound");
        items.Select(i => top.Benchmarks.Single(b => b.Id == i.Id).Predicted).Min().ShouldBe(0.95, 1e-9);
        var bottom = Place(items.Select(i => new Score("x", i.Id, 0)));
        bottom.Kind.ShouldBe(PlacementKind.AtMost);
        bottom.Value!.Value.ShouldBeLessThan(top.Value!.Value);
    }

    [Fact]
    public void The_next_benchmark_is_the_one_with_the_steepest_curve_at_the_estimate()
    {
        var (_, fit) = s_curated.Value;
        var placed = Place(s_curated.Value.Evidence.Scores.Where(s => s.ModelId == "deepseek-v4-pro").Take(6));
        var theta = placed.Raw!.Value;
        var slopes = fit
            .Items.Where(i => placed.Benchmarks.Single(b => b.Id == i.Id).Observed is null)
            .Select(i =>
            {
                var p = 1 / (1 + Math.Exp(-i.RawDiscrimination * (theta - i.RawDifficulty)));
                return (i.Id, Slope: i.RawDiscrimination * p * (1 - p));
            })
            .OrderByDescending(s => s.Slope)
            .Take(3);
        placed.Next.Select(n => n.Id).ShouldBe(slopes.Select(s => s.Id));
        placed.Next.ShouldAllBe(n => n.StandardErrorAfter < n.StandardErrorBefore);
    }

    [Fact]
    public void Bad_scores_are_named()
    {
        Should.Throw<InputException>(() => Place([new Score("x", "gpqa-diamnd", 0.5)])).Message.ShouldContain("near: gpqa-diamond");
        Should.Throw<InputException>(() => Place([new Score("x", "gpqa-diamond", 1.3)])).Message.ShouldContain("1.3");
        Should.Throw<InputException>(() => Place([new Score("x", "gpqa-diamond", double.NaN)])).Message.ShouldContain("NaN");
        Should
            .Throw<InputException>(() => Place([new Score("x", "gpqa-diamond", 0.5), new Score("x", "GPQA diamond", 0.5)]))
            .Message.ShouldContain("twice");
    }

    private static PlacementFinding Place(IEnumerable<Score> scores) =>
        Placement.Of(scores, s_curated.Value.Fit, 200, 0.9, TestContext.Current.CancellationToken);
}
