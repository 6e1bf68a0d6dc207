using System.Text.Json.Nodes;
using static Tare.Web.Charts.Vega;

namespace Tare.Web.Charts;

/// <summary>Answers as whole bars, shares as floating ones between them.</summary>
internal static class WaterfallChart
{
    private const string Answer = "answer";
    private const string More = "adds";
    private const string Less = "takes away";

    public static JsonObject Of(IReadOnlyList<StudyStep> steps, string unit, int digits, string description)
    {
        var extent = Extent.Round([.. steps.SelectMany(s => new double?[] { s.From, s.To }), 0], 12);
        var names = steps.Select(s => s.Name).ToArray();
        var x = Quantity("from", unit, extent.Low, extent.High + (0.12 * (extent.High - extent.Low)));
        var y = new JsonObject
        {
            ["field"] = "name",
            ["type"] = "nominal",
            ["title"] = null,
            ["scale"] = new JsonObject { ["domain"] = Texts(names), ["padding"] = 0.25 },
            ["axis"] = new JsonObject
            {
                ["grid"] = false,
                ["ticks"] = false,
                ["labelLimit"] = Expression("width < 420 ? 120 : 240"),
            },
        };
        var colour = ByColour("kind", [Answer, More, Less], "ordinal");
        var label = XY(Quantity("end", unit, extent.Low, extent.High + (0.12 * (extent.High - extent.Low))), y);
        label["text"] = Field("text");
        return Chart(
            description,
            (steps.Count * 34) + 20,
            new JsonObject { ["steps"] = Rows(steps.Select(s => Row(s, digits))), ["zero"] = Rows([new JsonObject { ["from"] = 0 }]) },
            Layer("zero", Mark("rule", ("style", "zero")), new JsonObject { ["x"] = x.DeepClone() }),
            Layer(
                "steps",
                Mark("bar"),
                XY(
                    x,
                    y,
                    ("x2", Quantity("to")),
                    ("color", colour),
                    ("tooltip", Tooltip(("name", "Choice"), ("before", "From"), ("after", "To"), ("text", unit)))
                )
            ),
            Layer("steps", Mark("text", ("align", "left"), ("dx", 5), ("style", "label")), label)
        );
    }

    private static JsonObject Row(StudyStep step, int digits) =>
        new()
        {
            ["name"] = step.Name,
            ["before"] = step.Before,
            ["after"] = step.After,
            ["from"] = Number(step.From, 4),
            ["to"] = Number(step.To, 4),
            ["end"] = Number(Math.Max(step.From, step.To), 4),
            ["kind"] =
                step.IsTotal ? Answer
                : step.To >= step.From ? More
                : Less,
            ["text"] = step.IsTotal ? Words.Fixed(step.To, digits) : Words.Signed(step.To - step.From, digits),
        };
}
