using System.Text.Json.Nodes;
using Tare.Costs;
using static Tare.Web.Charts.Vega;

namespace Tare.Web.Charts;

/// <summary>The two charts of costs: ratios over the length of the context, and a member's cost over the number of members.</summary>
internal static class CostChart
{
    private const string Cache = "cache";
    private const string Operations = "operations a token";
    private const string Own = "own final run";
    private const string Joint = "joint final run";

    public static JsonObject Ratios(ServingComparison comparison, string description)
    {
        var rows = comparison
            .Points.SelectMany(p =>
                new[] { (Point: p, Series: Cache, Ratio: p.CacheRatio), (Point: p, Series: Operations, Ratio: p.FlopRatio) }
            )
            .Where(r => r.Ratio is not null)
            .ToArray();
        var extent = Extent.Round([.. rows.Select(r => 100 * r.Ratio), 0, 100]);
        var x = Contexts(comparison.Points);
        var y = Quantity("percent", $"Per cent of {comparison.ReferenceId}", extent.Low, extent.High);
        var tooltip = Tooltip(("series", "Ratio of"), ("tokens", "Context"), ("text", "Ratio"));
        string[] series = [Cache, Operations];
        return Chart(
            description,
            320,
            new JsonObject
            {
                ["ratios"] = Rows(
                    rows.Select(r => new JsonObject
                    {
                        ["context"] = r.Point.ContextTokens,
                        ["tokens"] = $"{Words.Fixed(r.Point.ContextTokens, 0)} tokens",
                        ["series"] = r.Series,
                        ["percent"] = Number(100 * r.Ratio),
                        ["text"] = $"{Words.Fixed(100 * r.Ratio!.Value, 1)} %",
                    })
                ),
            },
            Layer("ratios", Mark("line", ("strokeWidth", 2)), XY(x, y, ("color", Silent(ByColour("series", series))))),
            Layer(
                "ratios",
                Mark("point", ("filled", true), ("size", 60), ("opacity", 1)),
                XY(x, y, ("color", ByColour("series", series)), ("shape", ByShape("series", series)), ("tooltip", tooltip))
            )
        );
    }

    public static JsonObject Members(IReadOnlyList<ConsortiumPoint> curve, string description)
    {
        var rows = curve
            .SelectMany(p => new[] { (p.Members, Series: Own, Cost: p.OwnFinalRun), (p.Members, Series: Joint, Cost: p.JointFinalRun) })
            .ToArray();
        var extent = Extent.Round([.. rows.Select(r => (double?)r.Cost.Upper), 0, 1]);
        const string Title = "Cost of a member, relative to alone";
        var x = Quantity("members", "Members", 1, curve.Count == 0 ? 2 : Math.Max(2, curve.Max(p => p.Members)));
        var y = Quantity("central", Title, extent.Low, extent.High);
        var from = Quantity("lower", Title, extent.Low, extent.High);
        var tooltip = Tooltip(("series", "Rule"), ("members", "Members"), ("text", "Relative cost"));
        string[] series = [Own, Joint];
        return Chart(
            description,
            320,
            new JsonObject
            {
                ["costs"] = Rows(
                    rows.Select(r => new JsonObject
                    {
                        ["members"] = r.Members,
                        ["series"] = r.Series,
                        ["central"] = Number(r.Cost.Central, 4),
                        ["lower"] = Number(r.Cost.Lower, 4),
                        ["upper"] = Number(r.Cost.Upper, 4),
                        ["text"] = $"{Words.Fixed(r.Cost.Central, 2)} ({Words.Range(r.Cost.Lower, r.Cost.Upper, 2)})",
                    })
                ),
            },
            Layer(
                "costs",
                Mark("area", ("opacity", 0.15)),
                XY(x, from, ("y2", Quantity("upper")), ("color", Silent(ByColour("series", series))))
            ),
            Layer("costs", Mark("line", ("strokeWidth", 2)), XY(x, y, ("color", Silent(ByColour("series", series))))),
            Layer(
                "costs",
                Mark("point", ("filled", true), ("size", 50), ("opacity", 1)),
                XY(x, y, ("color", ByColour("series", series)), ("shape", ByShape("series", series)), ("tooltip", tooltip))
            )
        );
    }

    /// <summary>Context lengths on a binary logarithm, with a tick at each power of two.</summary>
    private static JsonObject Contexts(IReadOnlyList<ServingRatio> points)
    {
        var first = points.Count == 0 ? 1L : points.Min(p => p.ContextTokens);
        var last = points.Count == 0 ? 2L : points.Max(p => p.ContextTokens);
        var ticks = Enumerable.Range(0, 33).Select(power => 1L << power).Where(t => t >= first && t <= last);
        var x = Quantity("context", "Tokens in the context", first, Math.Max(last, first + 1));
        x["scale"]!["type"] = "log";
        x["scale"]!["base"] = 2;
        x["axis"] = new JsonObject
        {
            ["values"] = new JsonArray([.. ticks.Select(t => (JsonNode)t)]),
            ["labelExpr"] =
                "datum.value >= 1048576 ? datum.value / 1048576 + 'M' : datum.value >= 1024 ? datum.value / 1024 + 'K' : datum.value + ''",
            ["labelOverlap"] = true,
        };
        return x;
    }
}
