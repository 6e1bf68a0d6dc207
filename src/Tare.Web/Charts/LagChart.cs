using System.Text.Json.Nodes;
using Tare.Analysis;
using static Tare.Web.Charts.Vega;

namespace Tare.Web.Charts;

/// <summary>Months behind under each definition, one row a definition, one mark a method.</summary>
internal static class LagChart
{
    public static JsonObject Of(IReadOnlyList<(string Series, GapFinding Gap)> series, string description)
    {
        var names = series.Select(s => s.Series).ToArray();
        var lags = series.SelectMany(s => s.Gap.Definitions).ToArray();
        var values = lags.SelectMany(l => new[] { l.Months, l.Interval?.Lower, l.Interval?.Upper }).Append(0).ToArray();
        var extent = Extent.Round(values, 12);
        var rows = series.SelectMany(s => s.Gap.Definitions.Where(d => d.Months is not null).Select(d => Row(s.Series, d)));
        var definitions = series[0].Gap.Definitions.Select(d => Words.Name(d.Definition)).ToArray();
        var y = new JsonObject
        {
            ["field"] = "definition",
            ["type"] = "nominal",
            ["title"] = null,
            ["scale"] = new JsonObject { ["domain"] = Texts(definitions) },
            ["axis"] = new JsonObject { ["grid"] = true, ["ticks"] = false },
        };
        var offset = new JsonObject
        {
            ["field"] = "series",
            ["scale"] = new JsonObject { ["domain"] = Texts(names), ["paddingOuter"] = 0.7 },
        };
        var x = Quantity("months", "Months behind", extent.Low, extent.High);
        var from = Quantity("lower", "Months behind", extent.Low, extent.High);
        var tooltip = Tooltip(
            ("series", "Method"),
            ("definition", "Definition"),
            ("text", "Lag"),
            ("interval", "Interval"),
            ("terms", "Mean over")
        );
        return Chart(
            description,
            definitions.Length * ((series.Count * 16) + 22),
            new JsonObject { ["lags"] = Rows(rows), ["zero"] = Rows([new JsonObject { ["months"] = 0 }]) },
            Layer("zero", Mark("rule", ("style", "zero")), new JsonObject { ["x"] = x.DeepClone() }),
            Layer(
                "lags",
                Mark("rule", ("strokeWidth", 2)),
                XY(from, y, ("yOffset", offset), ("x2", Quantity("upper")), ("color", Silent(ByColour("series", names, "ordinal"))))
            ),
            Layer(
                "lags",
                Mark("point", ("size", 75)),
                XY(
                    x,
                    y,
                    ("yOffset", offset),
                    ("shape", Stacked(ByShape("series", names))),
                    ("tooltip", tooltip),
                    ("color", Stacked(ByColour("series", names, "ordinal")))
                )
            )
        );
    }

    /// <summary>The names of the methods are long: one below the other unless the page is wide.</summary>
    private static JsonObject Stacked(JsonObject scaled)
    {
        scaled["legend"] = new JsonObject { ["columns"] = Expression("width < 800 ? 1 : 3") };
        return scaled;
    }

    private static JsonObject Row(string series, LagEstimate lag) =>
        new()
        {
            ["series"] = series,
            ["definition"] = Words.Name(lag.Definition),
            ["months"] = Number(lag.Months),
            ["lower"] = Number(lag.Interval?.Lower ?? lag.Months),
            ["upper"] = Number(lag.Interval?.Upper ?? lag.Months),
            ["text"] = Words.Months(lag),
            ["interval"] = Words.Interval(lag.Interval, 1),
            ["terms"] = $"{Words.Whole(lag.Caught)} {lag.Terms}, {Words.Whole(lag.Censored)} censored",
        };
}
