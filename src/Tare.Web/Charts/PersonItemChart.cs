using System.Text.Json.Nodes;
using Tare.Web.Figures;
using static Tare.Web.Charts.Vega;

namespace Tare.Web.Charts;

/// <summary>Two histograms back to back over one scale: persons to the left, items to the right.</summary>
internal static class PersonItemChart
{
    private const string PersonSide = "persons";
    private const string ItemSide = "items";
    private const int MostNamed = 80;

    /// <summary>Room at the right for the names of items, as a multiple of the longest bar.</summary>
    private const double RoomForNames = 1.9;

    public static JsonObject Of(IReadOnlyList<AbilityBin> bins, string description)
    {
        var persons = Math.Max(1, bins.Sum(b => b.Persons));
        var items = Math.Max(1, bins.Sum(b => b.Items.Count));
        var longest = bins.Max(b => Math.Max((double)b.Persons / persons, (double)b.Items.Count / items));
        var isNamed = items <= MostNamed;
        var x = Quantity(
            "share",
            "Share of all persons (left) and of all items (right)",
            -longest * 1.05,
            longest * (isNamed ? RoomForNames : 1.05)
        );
        x["axis"] = new JsonObject { ["tickCount"] = Expression("width < 520 ? 4 : 8"), ["labelExpr"] = "format(abs(datum.value), '.0%')" };
        var y = Quantity("lower", "Logits", bins[0].Lower, bins[^1].Upper);
        var tooltip = Tooltip(("stretch", "Logits"), ("count", "Count"), ("names", "Items"));
        return Chart(
            description,
            440,
            new JsonObject
            {
                ["bars"] = Rows(bins.SelectMany(b => Bars(b, persons, items))),
                ["labels"] = Rows(isNamed ? bins.Where(b => b.Items.Count > 0).Select(b => Label(b, items)) : []),
            },
            Layer(
                "bars",
                Mark("rect", ("opacity", 0.85)),
                XY(
                    x,
                    y,
                    ("x2", Quantity("zero")),
                    ("y2", Quantity("upper")),
                    ("color", ByColour("side", [PersonSide, ItemSide])),
                    ("tooltip", tooltip)
                )
            ),
            Layer(
                "labels",
                Mark("text", ("style", "label"), ("align", "left"), ("baseline", "middle"), ("dx", 5)),
                XY(x, Quantity("middle", "Logits", bins[0].Lower, bins[^1].Upper), ("text", Nominal("names"))),
                Where("width >= 640")
            )
        );
    }

    private static IEnumerable<JsonObject> Bars(AbilityBin bin, int persons, int items)
    {
        if (bin.Persons > 0)
        {
            yield return Bar(bin, PersonSide, -(double)bin.Persons / persons, bin.Persons, "");
        }

        if (bin.Items.Count > 0)
        {
            yield return Bar(bin, ItemSide, (double)bin.Items.Count / items, bin.Items.Count, PersonItemFigure.Names(bin.Items));
        }
    }

    // A thin gap between neighbours keeps stretches apart without a border.
    private static JsonObject Bar(AbilityBin bin, string side, double share, int count, string names) =>
        new()
        {
            ["side"] = side,
            ["share"] = Number(share, 5),
            ["zero"] = 0,
            ["lower"] = Number(bin.Lower + 0.01, 2),
            ["upper"] = Number(bin.Upper - 0.01, 2),
            ["stretch"] = Words.Range(bin.Lower, bin.Upper, 2),
            ["count"] = $"{Words.Whole(count)} {side}",
            ["names"] = names,
        };

    private static JsonObject Label(AbilityBin bin, int items) =>
        new()
        {
            ["share"] = Number((double)bin.Items.Count / items, 5),
            ["middle"] = Number((bin.Lower + bin.Upper) / 2, 3),
            ["names"] = PersonItemFigure.Names(bin.Items, 3),
        };
}
