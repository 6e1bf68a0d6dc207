namespace Tare.Web;

/// <summary>Sentences of the page of a calibration.</summary>
internal static class CalibrationText
{
    /// <summary>The answer at the top.</summary>
    public static string Lead(CalibrationReport report)
    {
        if (report.Components.Count > 0)
        {
            return Components(report);
        }

        var known = report.Items.Where(i => i.Difficulty is not null).ToArray();
        var counts =
            $"{Words.Count(known.Length, "item")} of {Words.Whole(report.Items.Count)} {(known.Length == 1 ? "has" : "have")} a difficulty";
        return known.Length == 0
            ? $"{counts}: the answers do not identify one."
            : $"{counts}, from {Words.Fixed(known.Min(i => i.Difficulty!.Value), 2)} to {Words.Fixed(known.Max(i => i.Difficulty!.Value), 2)} logits. {Precision(report)}";
    }

    /// <summary>Where the test measures best, and how well.</summary>
    public static string Precision(CalibrationReport report)
    {
        var best = Best(report);
        return best is not { } k
            ? "The items carry no information."
            : $"Together they measure best at an ability of {Words.Fixed(report.Abilities[k], 1)} logits, with a standard error of "
                + $"{Words.Fixed(1 / Math.Sqrt(report.Information[k]), 2)} for a person who answers every item once.";
    }

    /// <summary>The largest component.</summary>
    public static string Components(CalibrationReport report)
    {
        var largest = report.Components.MaxBy(c => c.StandardDeviation)!;
        return $"Of {Words.Count(report.Components.Count, "term")}, {largest.Term} moves the answers most: a standard deviation of "
            + $"{Words.Fixed(largest.StandardDeviation, 2)} logits{(largest is { Lower: { } l, Upper: { } u } ? $" ({report.ComponentIntervals} {Words.Range(l, u, 2)})" : "")}.";
    }

    private static int? Best(CalibrationReport report)
    {
        int? best = null;
        for (var k = 0; k < report.Information.Count; k++)
        {
            if (report.Information[k] > 0 && (best is null || report.Information[k] > report.Information[best.Value]))
            {
                best = k;
            }
        }

        return best;
    }
}
