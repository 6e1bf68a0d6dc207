using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Tare.Web.Charts;

namespace Tare.Web.Tests;

public sealed class LabelPlacementTests
{
    private const double Height = 520;

    [Fact]
    public void No_label_covers_another_or_leaves_the_plot_at_any_width() =>
        Check.One(
            Config.QuickThrowOnFailure.WithReplay(20261122, 11),
            Prop.ForAll<PositiveInt>(seed =>
            {
                var points = Points(seed.Get, 24);
                var placed = LabelPlacement.Place(points, [], [], Height);
                return Enumerable.Range(0, 45).Select(k => 200.0 + (25 * k)).All(width => Overlaps(points, placed, width) == 0);
            })
        );

    [Fact]
    public void A_lonely_point_has_a_label_on_every_page() =>
        LabelPlacement.Place([new("Alder 1", 0.5, 0.5, true)], [], [], Height).Select(p => p.From).ShouldBe(LabelPlacement.Tiers);

    [Fact]
    public void The_most_important_point_is_labelled_before_its_neighbours()
    {
        LabelPoint[] crowd = [.. Enumerable.Range(0, 40).Select(i => new LabelPoint($"Model number {i}", 0.5 + (i * 0.0005), 0.5, true))];
        var placed = LabelPlacement.Place(crowd, [], [], Height);
        placed.Where(p => p.Point == 0).Count().ShouldBe(LabelPlacement.Tiers.Length);
        placed.Select(p => p.Point).Distinct().Count().ShouldBeLessThan(20);
    }

    [Fact]
    [Trait("tier", "gate")]
    public void On_the_curated_data_the_leaders_of_today_are_labelled_and_nothing_overlaps()
    {
        var figure = ReportFigures.Of(RealReport.Value, "1")[0];
        var labels = figure.Charts[0].Specification["datasets"]!["labels"]!.AsArray();
        var names = labels.Where(l => (int)l!["to"]! > 5000).Select(l => (string)l!["name"]!).ToArray();
        names.ShouldContain(RealReport.Value.IndexGap.Vertical.LeaderModel.Name);
        names.ShouldContain(RealReport.Value.IndexGap.Vertical.FollowerModel.Name);
        names.Length.ShouldBeGreaterThan(15);
        labels.Select(l => ((string?)l!["name"], (int)l["from"]!)).ShouldBeUnique();
    }

    private static int Overlaps(LabelPoint[] points, IReadOnlyList<PlacedLabel> placed, double width)
    {
        var boxes = placed
            .Where(p => width >= p.From && width < p.To)
            .Select(p => LabelBox.Of(points[p.Point], p.Dx, p.Dy, p.Align, width, Height))
            .ToArray();
        var outside = boxes.Count(b => b.Left < -0.001 || b.Right > width + 0.001 || b.Top < 0 || b.Bottom > Height);
        var pairs = boxes.SelectMany((a, i) => boxes.Skip(i + 1).Where(b => a.Meets(b))).Count();
        return outside + pairs;
    }

    private static LabelPoint[] Points(int seed, int count) =>
        [
            .. Enumerable
                .Range(1, count)
                .Select(i => new LabelPoint(
                    new string('m', 3 + ((seed + (i * 7)) % 20)),
                    Fraction(Math.Sin((seed * 78.233) + (i * 12.9898)) * 43758.5453),
                    Fraction(Math.Sin((seed * 39.425) + (i * 73.156)) * 24634.6345),
                    i % 2 == 0
                )),
        ];

    private static double Fraction(double value) => value - Math.Floor(value);
}
