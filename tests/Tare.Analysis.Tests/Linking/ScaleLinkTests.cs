using MathNet.Numerics.Distributions;
using Tare.Numerics;

namespace Tare.Analysis.Tests;

/// <summary>The line between two scales with errors on both, the models placed by it, and what it refuses.</summary>
public sealed class ScaleLinkTests
{
    private const double Level = 0.9;

    /// <summary>York et al. 2004, table II: Pearson's data with York's weights. The digits are those of the table; the tolerance is half a unit of its last.</summary>
    [Fact]
    public void The_line_is_the_published_one_of_pearsons_data_with_yorks_weights()
    {
        double[] x = [0, 0.9, 1.8, 2.6, 3.3, 4.4, 5.2, 6.1, 6.5, 7.4];
        double[] y = [5.9, 5.4, 4.4, 4.6, 3.5, 3.7, 2.8, 2.8, 2.4, 1.5];
        double[] xWeights = [1000, 1000, 500, 800, 200, 80, 60, 20, 1.8, 1];
        double[] yWeights = [1, 1.8, 4, 8, 20, 20, 70, 70, 100, 500];
        var points = new LinkPoints(x, y, Array.ConvertAll(xWeights, w => 1 / w), Array.ConvertAll(yWeights, w => 1 / w));
        var line = points.Line(0, points.LeastSquaresSlope(), out var converged);
        converged.ShouldBeTrue();
        line.Slope.ShouldBe(-0.480533407, 5e-10);
        line.Intercept.ShouldBe(5.479910224, 5e-10);
        Math.Sqrt(line.SlopeVariance).ShouldBe(0.057985009, 5e-10);
        Math.Sqrt(line.Variance(0)).ShouldBe(0.294970735, 5e-10);
        (line.Misfit / 8).ShouldBe(1.4833, 5e-5);
    }

    [Fact]
    public void With_one_ratio_of_errors_it_is_demings_line()
    {
        double[] x = [-1.2, 0.1, 0.7, 2.4, 2.9];
        double[] y = [3.1, 9.0, 8.2, 21.4, 19.0];
        var points = new LinkPoints(x, y, [.. x.Select(_ => 0.09)], [.. y.Select(_ => 1.5)]);
        var (_, _, xx, yy, xy) = LinkPoints.Moments(x, y);
        var ratio = 1.5 / 0.09;
        var head = yy - (ratio * xx);
        var deming = (head + Math.Sqrt((head * head) + (4 * ratio * xy * xy))) / (2 * xy);
        points.Line(0, points.LeastSquaresSlope(), out _).Slope.ShouldBe(deming, 1e-9 * deming);
    }

    /// <summary>x = 1 ... 4, y = 2, 4, 5, 9: slope 2.2, intercept -0.5, residual sum 1.8, residual variance 0.9; t(0.95; 2) = 2.919986.</summary>
    [Fact]
    public void Without_errors_it_is_the_textbooks_line_with_students_prediction_interval()
    {
        var finding = Link(Four(0).Append(Model("new", 2, 0)), Scale(0, 2, 4, 5, 9));
        finding.NotLinked.ShouldBeNull();
        finding.Slope.ShouldBe(2.2, 1e-12);
        finding.Intercept.ShouldBe(-0.5, 1e-12);
        finding.ResidualSpread.ShouldBe(Math.Sqrt(0.9), 1e-9);
        finding.Misfit.ShouldBeNull();
        var placed = finding.Placed.Single();
        placed.Value!.Value.ShouldBe(3.9, 1e-12);

        // The mixture is summed at 60 variances a decade: its quantiles agree with the t distribution to 1 in 10,000.
        var half = 2.919985580 * Math.Sqrt(0.9) * Math.Sqrt(1 + 0.25 + (0.25 / 5));
        (placed.Interval!.Upper - 3.9).ShouldBe(half, 1e-4 * half);
        (3.9 - placed.Interval.Lower).ShouldBe(half, 1e-4 * half);
    }

    [Theory]
    [InlineData(3, 0.9)]
    [InlineData(3, 0.99)]
    [InlineData(5, 0.95)]
    [InlineData(12, 0.5)]
    public void Without_errors_the_interval_is_students_at_every_number_of_anchors(int count, double level)
    {
        var random = RandomSource.For("test/link/t", count);
        double[] x = [.. Enumerable.Range(0, count).Select(k => (double)k)];
        double[] y = [.. x.Select(v => (3 * v) + random.NextNormal())];
        var none = new double[count];
        var distribution = LinkDistribution.Of(new LinkPoints(x, y, none, none));
        var (meanX, _, xx, yy, xy) = LinkPoints.Moments(x, y);
        var s = Math.Sqrt((yy - (xy * xy / xx)) / (count - 2));
        var half = StudentT.InvCDF(0, 1, count - 2, (1 + level) / 2) * s * Math.Sqrt(1 + (1.0 / count) + ((7 - meanX) * (7 - meanX) / xx));
        (distribution.Quantile(7, 0, (1 + level) / 2) - distribution.Best.At(7)).ShouldBe(half, 2e-4 * half);
    }

    /// <summary>Errors of y alone, all with variance c: misfit = residual sum / (c + v), so v = 1.8 / 2 - c; and leaving one out by hand.</summary>
    [Fact]
    public void The_residual_spread_is_what_errors_leave_and_every_anchor_is_predicted_from_the_others()
    {
        var finding = Link(Four(0), Scale(0.4, 2, 4, 5, 9));
        finding.ResidualSpread.ShouldBe(Math.Sqrt(0.9 - 0.16), 1e-9);
        finding.Misfit!.Value.ShouldBe(1.8 / 0.16, 1e-9);

        // Without the first: 4, 5, 9 at 2, 3, 4 give slope 2.5 and 1 at x = 1; without the last 2, 4, 5 at 1, 2, 3 give 20/3 at 4.
        double[] predicted = [-1.5 + 2.5, LeastSquaresAt(2, (1, 2), (3, 5), (4, 9)), LeastSquaresAt(3, (1, 2), (2, 4), (4, 9)), 20 / 3.0];
        for (var k = 0; k < 4; k++)
        {
            finding.Anchors[k].LeftOutPredicted!.Value.ShouldBe(predicted[k], 1e-9);
        }

        finding.LeaveOneOutError!.Value.ShouldBe(predicted.Zip(new[] { 2.0, 4, 5, 9 }, (p, y) => Math.Abs(p - y)).Average(), 1e-9);
        finding.MeanOnlyError.ShouldBe((4 + (4 / 3.0) + 0 + (16 / 3.0)) / 4, 1e-12);
    }

    [Fact]
    public void Anchors_that_lie_on_a_line_within_their_errors_need_no_residual_spread()
    {
        var finding = Link(Four(0.3).Append(Model("new", 2.5, 0.5)), Scale(2, 2, 4, 5, 9));
        finding.ResidualSpread.ShouldBe(0);
        finding.Misfit!.Value.ShouldBeLessThan(2);
        var interval = finding.Placed.Single().Interval!;

        // Even so the interval is wider than that of a residual spread known to be nothing: four anchors cannot know it.
        var known = StandardNormal.Quantile(0.95) * Math.Sqrt((finding.Slope * finding.Slope * 0.25) + (4 / 4.0));
        (interval.Upper - interval.Lower).ShouldBeGreaterThan(2 * known);
    }

    /// <summary>
    /// Ten anchors whose own abilities are one seventh error (0.6² of 0.6² + 1.5²): least squares finds 6 x 0.86. The median of 1,000 slopes has a standard
    /// error of 0.03. Where the residual spread is estimated too, chance gives some of the own abilities' errors to it, which draws the slope down a little.
    /// </summary>
    [Fact]
    public void Errors_of_the_own_abilities_do_not_flatten_the_line()
    {
        var (known, estimated, flat) = (new List<double>(), new List<double>(), new List<double>());
        for (var replicate = 0; replicate < 1000; replicate++)
        {
            var random = RandomSource.For("test/link/slope", replicate);
            var truth = Enumerable.Range(0, 10).Select(_ => 1.5 * random.NextNormal()).ToArray();
            var points = new LinkPoints(
                [.. truth.Select(t => t + (0.6 * random.NextNormal()))],
                [.. truth.Select(t => 140 + (6 * t) + random.NextNormal())],
                [.. truth.Select(_ => 0.36)],
                [.. truth.Select(_ => 1.0)]
            );
            known.Add(points.Line(0, points.LeastSquaresSlope(), out _).Slope);
            estimated.Add(LinkDistribution.BestOf(points).Line.Slope);
            flat.Add(points.LeastSquaresSlope());
        }

        Quantiles.Of([.. known], 0.5).ShouldBe(6, 0.12);
        Quantiles.Of([.. estimated], 0.5).ShouldBe(6, 0.24);
        Quantiles.Of([.. flat], 0.5).ShouldBeLessThan(5.4);
    }

    [Fact]
    public void Origin_unit_and_order_of_either_scale_change_nothing_but_the_words()
    {
        var models = Lopsided().ToList();
        var target = Scale(1.5, 130, 138, 137, 150, 155);
        var first = Link(models, target);
        var moved = Link(
            models.Select(m => m with { Value = (2 * m.Value) - 3, StandardError = 2 * m.StandardError }),
            target with
            {
                Rows =
                [
                    .. target.Rows.Select(r =>
                        r with
                        {
                            Value = (10 * r.Value) + 7,
                            Lower = (10 * r.Lower) + 7,
                            Upper = (10 * r.Upper) + 7,
                        }
                    ),
                ],
            }
        );
        var turned = Link(models.AsEnumerable().Reverse(), target with { Rows = [.. target.Rows.Reverse()] });
        moved.Slope.ShouldBe(5 * first.Slope, 1e-9 * first.Slope);
        moved.ResidualSpread.ShouldBe(10 * first.ResidualSpread, 1e-7);
        foreach (var placed in first.Placed)
        {
            var other = moved.Placed.Single(p => p.Label == placed.Label);
            other.Value!.Value.ShouldBe((10 * placed.Value!.Value) + 7, 1e-6);
            other.Interval!.Lower.ShouldBe((10 * placed.Interval!.Lower) + 7, 1e-6);
            other.Interval.Upper.ShouldBe((10 * placed.Interval.Upper) + 7, 1e-6);
            other.IsExtrapolated.ShouldBe(placed.IsExtrapolated);
            var back = turned.Placed.Single(p => p.Label == placed.Label);
            back.Value!.Value.ShouldBe(placed.Value.Value, 1e-9);
            back.Interval!.Upper.ShouldBe(placed.Interval.Upper, 1e-7);
        }
    }

    [Fact]
    public void What_cannot_be_linked_says_why()
    {
        var target = Scale(1, 2, 4, 5, 9);
        Link(Four(0.1).Take(2), target).NotLinked!.ShouldContain("2 of the models are on the public scale");
        Link([], target).NotLinked!.ShouldContain("0 of the models are");
        Link(Four(0.1).Select(m => m with { Value = 1 }), target).NotLinked!.ShouldContain("differ no more here");
        Link(Four(2), target).NotLinked!.ShouldContain("differ no more here than their standard errors");
        Link(Four(0.1), Scale(1, 3, 3, 3, 3)).NotLinked!.ShouldContain("no more on the public scale");
        Link(Four(0.1), Scale(1, 9, 5, 4, 2)).NotLinked!.ShouldContain("no rising line");
        Link(Four(0.1).Take(2), target).Anchors.Count.ShouldBe(2);
    }

    [Fact]
    public void An_ability_at_infinity_is_neither_an_anchor_nor_placed()
    {
        var endless = new OwnAbility("m1", null, null) { AnchorId = "m1", Reason = "solved everything" };
        var finding = Link([endless, .. Four(0.1).Skip(1), new OwnAbility("other", null, null)], Scale(1, 2, 4, 5, 9));
        finding.Anchors.Select(a => a.Id).ShouldBe(["m2", "m3", "m4"]);
        finding.Placed.Select(p => p.Reason).ShouldBe(["solved everything", "no finite ability"]);
        finding.Placed.ShouldAllBe(p => p.Value == null && p.Interval == null);
        finding.Warnings.ShouldContain(w => w.StartsWith("3 anchors leave 1 degree of freedom", StringComparison.Ordinal));
    }

    [Fact]
    public void Places_beyond_the_anchors_and_links_without_worth_are_warned_of()
    {
        var finding = Link(Four(0.1).Append(Model("far", 9, 0.2)).Append(Model("near", 2, 0.2)), Scale(1, 2, 4, 5, 9));
        finding.Placed.Select(p => p.IsExtrapolated).ShouldBe([true, false]);
        finding.Warnings.ShouldContain(w => w.StartsWith("far: its own ability 9.00 lies outside", StringComparison.Ordinal));
        Link(Four(0.1), Scale(0.1, 5, 2, 1, 7)).Warnings.ShouldContain(w => w.Contains("worth little", StringComparison.Ordinal));
        Link(Four(0), Scale(0, 2, 4, 6, 8)).Warnings.ShouldContain(w => w.Contains("no bounds here", StringComparison.Ordinal));
    }

    [Fact]
    public void Anchors_without_error_on_one_line_place_a_model_on_it()
    {
        var finding = Link(Four(0).Append(Model("new", 2.5, 0.5)), Scale(0, 2, 4, 6, 8));
        var placed = finding.Placed.Single();
        placed.Value!.Value.ShouldBe(5, 1e-9);

        // Nothing but the model's own standard error is left: 2 points a logit.
        (placed.Interval!.Upper - 5).ShouldBe(StandardNormal.Quantile(0.95), 1e-5);
    }

    [Fact]
    public void Broken_contracts_are_refused()
    {
        var target = Scale(1, 2, 4, 5, 9);
        Should.Throw<ArgumentException>(() => Link([Model("a", 1, 0.1) with { AnchorId = "m9" }], target)).Message.ShouldContain("'m9'");
        Should
            .Throw<ArgumentException>(() =>
                Link([Model("a", 1, 0.1) with { AnchorId = "m1" }, Model("b", 1, 0.1) with { AnchorId = "m1" }], target)
            )
            .Message.ShouldContain("same anchor");
        Should.Throw<ArgumentException>(() => Link([Model("a", 1, 0.1), Model("a", 2, 0.1)], target));
        Should.Throw<ArgumentException>(() => Link([new OwnAbility("a", 1, null) { AnchorId = "m1" }], target));
    }

    private static double LeastSquaresAt(double at, params (double X, double Y)[] points)
    {
        var (meanX, meanY) = (points.Average(p => p.X), points.Average(p => p.Y));
        var slope = points.Sum(p => (p.X - meanX) * (p.Y - meanY)) / points.Sum(p => (p.X - meanX) * (p.X - meanX));
        return meanY + (slope * (at - meanX));
    }

    private static ScaleLinkFinding Link(IEnumerable<OwnAbility> models, AbilityTable target) => ScaleLink.Of([.. models], target, Level);

    private static OwnAbility Model(string label, double value, double error) => new(label, value, error);

    /// <summary>Four anchors m1 ... m4 at 1 ... 4.</summary>
    private static IEnumerable<OwnAbility> Four(double error) =>
        Enumerable.Range(1, 4).Select(k => Model($"m{k}", k, error) with { AnchorId = $"m{k}" });

    private static IEnumerable<OwnAbility> Lopsided() =>
        [
            Model("m1", -1.3, 0.4) with
            {
                AnchorId = "m1",
            },
            Model("new", 0.4, 0.35),
            Model("m2", 0.2, 0.3) with
            {
                AnchorId = "m2",
            },
            Model("m3", 0.1, 0.5) with
            {
                AnchorId = "m3",
            },
            Model("m4", 1.4, 0.3) with
            {
                AnchorId = "m4",
            },
            Model("far", 3.1, 0.9),
            Model("m5", 2.2, 0.6) with
            {
                AnchorId = "m5",
            },
        ];

    /// <summary>Models m1, m2, ... on a public scale with one standard error, as bounds of level 0.9.</summary>
    private static AbilityTable Scale(double error, params double[] values)
    {
        var half = StandardNormal.Quantile(0.95) * error;
        return Cases.Table([.. values.Select((v, k) => Cases.Row($"m{k + 1}", "g", Cases.Start, v, half))]);
    }
}
