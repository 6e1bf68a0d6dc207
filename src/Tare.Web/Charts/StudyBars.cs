using System.Text.Json.Nodes;
using static Tare.Web.Charts.Vega;

namespace Tare.Web.Charts;

/// <summary>Horizontal bars with their numbers beside them.</summary>
internal static class StudyBars
{
    /// <summary>One bar.</summary>
    /// <param name="Name">Its label.</param>
    /// <param name="Kind">Its colour.</param>
    /// <param name="From">Where it starts.</param>
    /// <param name="To">Where it ends.</param>
    /// <param name="Text">What stands beside it.</param>
    internal sealed record Bar(string Name, string Kind, double From, double To, string Text);

    public static JsonObject Of(IReadOnlyList<Bar> bars, string title, string description, double? mark = null)
    {
        var kinds = bars.Select(b => b.Kind).Distinct(StringComparer.Ordinal).ToArray();
        var extent = Extent.Round([.. bars.SelectMany(b => new double?[] { b.From, b.To }), mark ?? 0], 12);
        var room = extent.High + (0.14 * (extent.High - extent.Low));
        var y = new JsonObject
        {
            ["field"] = "name",
            ["type"] = "nominal",
            ["title"] = null,
            ["scale"] = new JsonObject { ["domain"] = Texts(bars.Select(b => b.Name)), ["padding"] = 0.25 },
            ["axis"] = new JsonObject
            {
                ["grid"] = false,
                ["ticks"] = false,
                ["labelLimit"] = Expression("width < 420 ? 130 : 280"),
            },
        };
        var label = XY(Quantity("end", title, extent.Low, room), y);
        label["text"] = Field("text");
        return Chart(
            description,
            (bars.Count * 24) + 20,
            new JsonObject
            {
                ["bars"] = Rows(
                    bars.Select(b => new JsonObject
                    {
                        ["name"] = b.Name,
                        ["kind"] = b.Kind,
                        ["from"] = Number(b.From, 4),
                        ["to"] = Number(b.To, 4),
                        ["end"] = Number(Math.Max(b.From, b.To), 4),
                        ["text"] = b.Text,
                    })
                ),
                ["mark"] = Rows([new JsonObject { ["from"] = Number(mark ?? 0, 4) }]),
            },
            Layer("mark", Mark("rule", ("style", "zero")), new JsonObject { ["x"] = Quantity("from", title, extent.Low, room) }),
            Layer(
                "bars",
                Mark("bar"),
                XY(
                    Quantity("from", title, extent.Low, room),
                    y,
                    ("x2", Quantity("to")),
                    ("color", ByColour("kind", kinds, "ordinal")),
                    ("tooltip", Tooltip(("name", "What"), ("text", title)))
                )
            ),
            Layer("bars", Mark("text", ("align", "left"), ("dx", 5), ("style", "label")), label)
        );
    }
}
