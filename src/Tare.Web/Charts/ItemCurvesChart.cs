using System.Text.Json.Nodes;
using static Tare.Web.Charts.Vega;

namespace Tare.Web.Charts;

/// <summary>Probability of a right answer over ability: a line for each item, some of them named.</summary>
internal static class ItemCurvesChart
{
    private const double LowestLabel = 0.18;
    private const double LabelSpan = 0.64;

    public static JsonObject Of(
        IReadOnlyList<double> abilities,
        IReadOnlyList<CalibrationItem> named,
        IReadOnlyList<CalibrationItem> faint,
        string description
    )
    {
        var x = Quantity("ability", "Ability, logits", abilities[0], abilities[^1]);
        var y = Quantity("probability", "Probability of a right answer", 0, 1);
        var tooltip = Tooltip(("item", "Item"), ("values", "Parameters"));
        return Chart(
            description,
            380,
            new JsonObject
            {
                ["faint"] = Rows(faint.SelectMany(i => Line(i, abilities, 2))),
                ["named"] = Rows(named.SelectMany(i => Line(i, abilities, 1))),
                ["labels"] = Rows(named.Select((i, k) => Label(i, k, named.Count, abilities))),
            },
            Layer("faint", Mark("line", ("opacity", 0.16), ("strokeWidth", 1)), XY(x, y, ("detail", Nominal("item")))),
            Layer("named", Mark("line", ("strokeWidth", 2)), XY(x, y, ("detail", Nominal("item")), ("tooltip", tooltip))),
            Layer(
                "labels",
                Mark("text", ("style", "halo"), ("align", "right"), ("dx", -7), ("fontSize", 11.5), ("limit", 150)),
                XY(x, y, ("text", Nominal("item"))),
                Where("width >= 520")
            ),
            Layer(
                "labels",
                Mark("text", ("style", "label"), ("align", "right"), ("dx", -7), ("limit", 150)),
                XY(x, y, ("text", Nominal("item"))),
                Where("width >= 520")
            )
        );
    }

    private static IEnumerable<JsonObject> Line(CalibrationItem item, IReadOnlyList<double> abilities, int step)
    {
        for (var k = 0; k < abilities.Count; k += step)
        {
            yield return new JsonObject
            {
                ["item"] = item.Id,
                ["ability"] = Number(abilities[k]),
                ["probability"] = Number(item.Curve[k], 4),
                ["values"] = Values(item),
            };
        }
    }

    /// <summary>The easiest item is named high and the hardest low, each at the left of its own curve: there the other curves leave room.</summary>
    private static JsonObject Label(CalibrationItem item, int place, int count, IReadOnlyList<double> abilities)
    {
        var height = LowestLabel + (count == 1 ? LabelSpan / 2 : LabelSpan * (count - 1 - place) / (count - 1));
        var at = Enumerable.Range(0, abilities.Count).MinBy(k => Math.Abs(item.Curve[k] - height));
        return new JsonObject
        {
            ["item"] = item.Id,
            ["ability"] = Number(abilities[at]),
            ["probability"] = Number(item.Curve[at], 4),
        };
    }

    private static string Values(CalibrationItem item) =>
        $"difficulty {Words.Fixed(item.Difficulty!.Value, 2)}, discrimination {Words.Fixed(item.Discrimination!.Value, 2)}"
        + (item.Guessing is > 0 and var c ? $", guessing {Words.Fixed(c, 2)}" : "");
}
