using System.Text.Json.Nodes;
using static Tare.Web.Charts.Vega;

namespace Tare.Web.Charts;

/// <summary>A point and its interval for each variance component, the largest first.</summary>
internal static class ComponentsChart
{
    public static JsonObject Of(IReadOnlyList<CalibrationComponent> components, string interval, string description)
    {
        var high = Extent.Round([0, .. components.SelectMany(c => new[] { c.StandardDeviation, c.Upper })]).High;
        var x = Quantity("sd", "Standard deviation, logits", 0, high);
        var y = Nominal("term");
        y["sort"] = Texts(components.Select(c => c.Term));
        y["title"] = null;
        y["axis"] = new JsonObject { ["grid"] = false, ["labelLimit"] = 200 };
        return Chart(
            description,
            components.Count * 34,
            new JsonObject { ["components"] = Rows(components.Select(c => Row(c, interval))) },
            Layer(
                "components",
                Mark("rule", ("strokeWidth", 2)),
                XY(Quantity("lower", "Standard deviation, logits", 0, high), y, ("x2", Quantity("upper"))),
                Where("isValid(datum.lower)")
            ),
            Layer(
                "components",
                Mark("point", ("size", 70)),
                XY(x, y, ("tooltip", Tooltip(("term", "Term"), ("text", "Standard deviation"))))
            )
        );
    }

    private static JsonObject Row(CalibrationComponent c, string interval) =>
        new()
        {
            ["term"] = c.Term,
            ["sd"] = Number(c.StandardDeviation, 4),
            ["lower"] = Number(c.Lower, 4),
            ["upper"] = Number(c.Upper, 4),
            ["text"] = c is { Lower: { } l, Upper: { } u }
                ? $"{Words.Fixed(c.StandardDeviation, 2)} ({interval} {Words.Range(l, u, 2)})"
                : $"{Words.Fixed(c.StandardDeviation, 2)} (no interval)",
        };
}
