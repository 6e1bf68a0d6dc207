using System.Text.Json.Nodes;
using Tare.Analysis;
using static Tare.Web.Charts.Vega;

namespace Tare.Web.Charts;

/// <summary>One scale against another: the shared models, the fitted line, and where a new model would fall.</summary>
internal static class ScaleChart
{
    public const string Ungrouped = "in neither group";
    private const int LabelledAtMost = 8;

    public static JsonObject Of(
        ScaleConverter converter,
        Func<string, string> groupOf,
        IReadOnlyList<string> groups,
        string toTitle,
        string description
    )
    {
        var points = converter.Points.OrderBy(p => p.From).ToArray();
        var x = Extent.Round([.. points.Select(p => (double?)p.From)]);
        var y = Extent.Round([.. points.SelectMany(p => new[] { p.To, p.Lower, p.Upper })]);
        var all = groups.Concat(points.Select(p => groupOf(p.Id)).Where(g => g == Ungrouped).Take(1)).ToArray();
        var across = Quantity("from", converter.FromUnit, x.Low, x.High);
        var up = Quantity("to", toTitle, y.Low, y.High);
        var line = Quantity("predicted", toTitle, y.Low, y.High);
        var band = Quantity("lower", toTitle, y.Low, y.High);
        var tooltip = Tooltip(
            ("name", "Model"),
            ("group", "Group"),
            ("fromText", converter.FromUnit),
            ("toText", toTitle),
            ("expected", "Line and interval")
        );
        var labels = points.Length <= LabelledAtMost ? Labels(points, x, y) : [];
        return Chart(
            description,
            340,
            new JsonObject { ["points"] = Rows(points.Select(p => Row(p, groupOf(p.Id), converter))), ["labels"] = Rows(labels) },
            Layer("points", Mark("area", ("opacity", 0.12)), XY(across, band, ("y2", Quantity("upper")))),
            Layer("points", Mark("line", ("strokeWidth", 1.5)), XY(across, line)),
            Layer(
                "points",
                Mark("point", ("opacity", 0.85)),
                XY(across, up, ("color", ByColour("group", all)), ("shape", ByShape("group", all)), ("tooltip", tooltip))
            ),
            Layer(
                "labels",
                Mark(
                    "text",
                    ("style", "label"),
                    ("baseline", "middle"),
                    ("dx", Expression("datum.dx")),
                    ("dy", Expression("datum.dy")),
                    ("align", Expression("datum.align"))
                ),
                XY(across, up, ("text", Nominal("name"))),
                Where("width >= datum.min && width < datum.max")
            )
        );
    }

    private static IEnumerable<JsonObject> Labels(ScalePoint[] points, Extent x, Extent y)
    {
        var places = LabelPlacement.Place(
            [.. points.Select(p => new LabelPoint(p.Name, x.Share(p.From), 1 - y.Share(p.To), true))],
            [],
            [],
            340
        );
        return places.Select(p => new JsonObject
        {
            ["name"] = points[p.Point].Name,
            ["from"] = Number(points[p.Point].From),
            ["to"] = Number(points[p.Point].To),
            ["min"] = p.From,
            ["max"] = p.To,
            ["dx"] = Number(p.Dx),
            ["dy"] = Number(p.Dy),
            ["align"] = p.Align,
        });
    }

    private static JsonObject Row(ScalePoint point, string group, ScaleConverter converter) =>
        new()
        {
            ["name"] = point.Name,
            ["group"] = group,
            ["from"] = Number(point.From),
            ["to"] = Number(point.To),
            ["predicted"] = Number(point.Predicted),
            ["lower"] = Number(point.Lower),
            ["upper"] = Number(point.Upper),
            ["fromText"] = Words.Fixed(point.From, 1),
            ["toText"] = Words.Fixed(point.To, 0),
            ["expected"] = point is { Lower: { } low, Upper: { } high }
                ? $"{Words.Fixed(point.Predicted, 0)} ({Words.Level(converter.Level)} {Words.Range(low, high, 0)})"
                : $"{Words.Fixed(point.Predicted, 0)} (interval unknown: fewer than 3 shared models)",
        };
}
