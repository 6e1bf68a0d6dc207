using System.Text.Json.Nodes;
using Tare.Analysis;
using Tare.Records;
using static Tare.Web.Charts.Vega;

namespace Tare.Web.Charts;

/// <summary>The gap as it would have been computed month by month: one line with its interval.</summary>
internal static class HistoryChart
{
    public static JsonObject Months(IReadOnlyList<GapHistoryPoint> history, string description) =>
        Of(history, "Months behind", p => (p.CurrentLagMonths, p.CurrentLagInterval), description);

    public static JsonObject Points(IReadOnlyList<GapHistoryPoint> history, string unit, string description) =>
        Of(history, $"Gap ({unit})", p => (p.VerticalGap, p.VerticalGapInterval), description);

    private static JsonObject Of(
        IReadOnlyList<GapHistoryPoint> history,
        string title,
        Func<GapHistoryPoint, (double? Value, Interval? Interval)> pick,
        string description
    )
    {
        var picked = history.Select(p => (Point: p, Estimate: pick(p))).ToArray();
        var values = picked
            .SelectMany(p => new[] { p.Estimate.Value, p.Estimate.Interval?.Lower, p.Estimate.Interval?.Upper })
            .Append(0)
            .ToArray();
        var extent = Extent.Round(values, 12);
        var rows = picked.Select(p => Row(p.Point, p.Estimate.Value, p.Estimate.Interval));
        var first = history.Count == 0 ? new DateOnly(2024, 1, 1) : history[0].Date;
        var last = history.Count == 0 ? first.AddYears(1) : history[^1].Date;
        var x = Time("First of the month", first, last.AddDays(10));
        var y = Quantity("value", title, extent.Low, extent.High);
        var from = Quantity("lower", title, extent.Low, extent.High);
        var tooltip = Tooltip(
            ("day", "As of"),
            ("text", title),
            ("interval", "Interval"),
            ("leader", "Best leader"),
            ("follower", "Best follower"),
            ("behind", "Evidence then")
        );
        var band = new JsonObject
        {
            ["x"] = x.DeepClone(),
            ["y"] = from,
            ["y2"] = Quantity("upper"),
        };
        return Chart(
            description,
            240,
            new JsonObject { ["history"] = Rows(rows), ["zero"] = Rows([new JsonObject { ["value"] = 0 }]) },
            Layer("zero", Mark("rule", ("style", "zero")), new JsonObject { ["y"] = y.DeepClone() }),
            Layer("history", Mark("area", ("opacity", 0.16)), band),
            Layer("history", Mark("line", ("strokeWidth", 2), ("invalid", "break-paths-show-path-domains")), XY(x, y)),
            Layer("history", Mark("point", ("size", 40)), XY(x, y, ("tooltip", tooltip)))
        );
    }

    private static JsonObject Row(GapHistoryPoint point, double? value, Interval? interval) =>
        new()
        {
            ["date"] = Instant(point.Date),
            ["day"] = Day(point.Date),
            ["value"] = Number(value),
            ["lower"] = Number(interval?.Lower),
            ["upper"] = Number(interval?.Upper),
            ["text"] = value is { } v ? Words.Fixed(v, 1) : "censored",
            ["interval"] = Words.Interval(interval, 1),
            ["leader"] = point.LeaderName,
            ["follower"] = point.FollowerName,
            ["behind"] = $"{Words.Count(point.Scores, "score")} of {Words.Count(point.Models, "model")}",
        };
}
