namespace Tare.Web.Charts;

/// <summary>Places labels beside points so that none covers another label or a labelled point, at any width of the page.</summary>
/// <remarks>
/// Greedy in the order given: each point takes the cheapest of eight places, or gets no label. A placement serves a range of
/// widths and must be free at its narrow end, middle and wide end.
/// </remarks>
internal static class LabelPlacement
{
    /// <summary>Narrow ends of the ranges of widths, pixels.</summary>
    public static readonly int[] Tiers = [200, 280, 360, 440, 520, 600, 680, 760, 840, 920, 1000, 1080, 1160];

    private const int Unbounded = 100_000;
    private const double Gap = 7;
    private const double PointRadius = 5;

    /// <summary>The labels that fit.</summary>
    /// <param name="points">Points with labels, the most important first.</param>
    /// <param name="others">Points without labels, better left uncovered.</param>
    /// <param name="steps">Corners of step lines, better not crossed: each line goes right, then up.</param>
    /// <param name="height">Height of the plot, pixels.</param>
    public static IReadOnlyList<PlacedLabel> Place(
        IReadOnlyList<LabelPoint> points,
        IReadOnlyList<LabelPoint> others,
        IReadOnlyList<IReadOnlyList<(double X, double Y)>> steps,
        double height
    )
    {
        var placed = new List<PlacedLabel>();
        for (var tier = 0; tier < Tiers.Length; tier++)
        {
            var from = Tiers[tier];
            var to = tier + 1 < Tiers.Length ? Tiers[tier + 1] : Unbounded;
            placed.AddRange(PlaceTier(points, others, steps, height, from, to));
        }

        return placed;
    }

    private static List<PlacedLabel> PlaceTier(
        IReadOnlyList<LabelPoint> points,
        IReadOnlyList<LabelPoint> others,
        IReadOnlyList<IReadOnlyList<(double X, double Y)>> steps,
        double height,
        int from,
        int to
    )
    {
        double[] widths = to == Unbounded ? [from, from + 100, from + 300] : [from, (from + to) / 2.0, to];
        var taken = widths.Select(w => points.Select(p => LabelBox.Around(p, PointRadius, w, height)).ToList()).ToArray();
        var soft = widths
            .Select(w =>
                others.Select(p => LabelBox.Around(p, 3, w, height)).Concat(steps.SelectMany(s => Segments(s, w, height))).ToArray()
            )
            .ToArray();
        var placed = new List<PlacedLabel>();
        for (var i = 0; i < points.Count; i++)
        {
            var best = Best(points[i], i, widths, height, taken, soft);
            if (best is not { } place)
            {
                continue;
            }

            placed.Add(new(i, from, to, place.Dx, place.Dy, place.Align));
            for (var w = 0; w < widths.Length; w++)
            {
                taken[w].Add(LabelBox.Of(points[i], place.Dx, place.Dy, place.Align, widths[w], height));
            }
        }

        return placed;
    }

    private static IEnumerable<LabelBox> Segments(IReadOnlyList<(double X, double Y)> corners, double width, double height)
    {
        for (var i = 1; i < corners.Count; i++)
        {
            var (x, y) = (corners[i].X * width, corners[i].Y * height);
            var (before, level) = (corners[i - 1].X * width, corners[i - 1].Y * height);
            yield return new(before, level - 1, x, level + 1);
            yield return new(x - 1, Math.Min(y, level), x + 1, Math.Max(y, level));
        }
    }

    private static (double Dx, double Dy, string Align)? Best(
        LabelPoint point,
        int index,
        double[] widths,
        double height,
        List<LabelBox>[] taken,
        LabelBox[][] soft
    )
    {
        (double Dx, double Dy, string Align)? best = null;
        var lowest = double.PositiveInfinity;
        var rank = 0;
        foreach (var place in Places(point.Above))
        {
            var cost = (double)rank++;
            for (var w = 0; w < widths.Length && cost < lowest; w++)
            {
                var box = LabelBox.Of(point, place.Dx, place.Dy, place.Align, widths[w], height);
                var outside = box.Left < 0 || box.Right > widths[w] || box.Top < 0 || box.Bottom > height;
                var covered = taken[w].Where((other, k) => k != index && other.Meets(box)).Any();
                cost = outside || covered ? double.PositiveInfinity : cost + (2 * soft[w].Count(other => other.Meets(box)));
            }

            if (cost < lowest)
            {
                (best, lowest) = (place, cost);
            }
        }

        return best;
    }

    private static (double Dx, double Dy, string Align)[] Places(bool above)
    {
        var side = above ? -1 : 1;
        return
        [
            (side * Gap * 0.7, side * Gap * 1.3, above ? "right" : "left"),
            (0, side * Gap * 2, "center"),
            (side * Gap * 1.4, 0, above ? "right" : "left"),
            (-side * Gap * 0.7, side * Gap * 1.3, above ? "left" : "right"),
            (-side * Gap * 1.4, 0, above ? "left" : "right"),
            (side * Gap * 0.7, -side * Gap * 1.3, above ? "right" : "left"),
            (0, -side * Gap * 2, "center"),
            (-side * Gap * 0.7, -side * Gap * 1.3, above ? "left" : "right"),
        ];
    }
}
