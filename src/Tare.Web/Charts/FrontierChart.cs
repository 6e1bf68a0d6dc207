using System.Text.Json.Nodes;
using Tare.Analysis;
using static Tare.Web.Charts.Vega;

namespace Tare.Web.Charts;

/// <summary>Ability against release date: both groups, their intervals, frontiers, trends, and the names of record setters.</summary>
internal static class FrontierChart
{
    private const int Height = 520;
    private const string Neither = "in neither group";

    public static JsonObject Of(GapFinding gap, string description)
    {
        var groups = new[] { Words.Group(gap.Axis, gap.Leader), Words.Group(gap.Axis, gap.Follower) };
        var dated = gap.Abilities.Rows.Where(r => r.Date is not null && r.Date <= gap.AsOf).ToArray();
        var (first, last) = Span(dated, gap.AsOf);
        var extent = Extent.Around(dated.SelectMany(r => new[] { r.Value, r.Lower, r.Upper }), 5);
        var datasets = new JsonObject
        {
            ["models"] = Rows(dated.Select(r => ModelRow(r, gap))),
            ["frontiers"] = Rows(Steps(gap, gap.LeaderRecords, groups[0]).Concat(Steps(gap, gap.FollowerRecords, groups[1]))),
            ["trends"] = Rows(gap.Trends.SelectMany(t => TrendRows(t, gap))),
            ["labels"] = Rows(Labels(gap, dated, first, last, extent)),
        };
        var x = Time("Release date", first, last);
        var y = Quantity("ability", $"Ability ({gap.Abilities.Unit})", extent.Low, extent.High);
        var low = Quantity("lower", $"Ability ({gap.Abilities.Unit})", extent.Low, extent.High);
        return Chart(description, Height, datasets, Layers(groups, x, y, low));
    }

    private static JsonObject[] Layers(string[] groups, JsonObject x, JsonObject y, JsonObject low)
    {
        var colour = ("color", (JsonNode)Silent(ByColour("group", groups)));
        var upper = ("y2", (JsonNode)Quantity("upper"));
        var tooltip = ("tooltip", (JsonNode)Hints());
        var text = ("text", (JsonNode)Nominal("name"));
        var grouped = $"datum.group !== '{Neither}'";
        const string Shown = "width >= datum.from && width < datum.to";
        return
        [
            Layer("trends", Mark("area", ("opacity", 0.07)), XY(x, low, upper, colour)),
            Layer("trends", Mark("line", ("strokeDash", new JsonArray(5, 4)), ("strokeWidth", 1.2)), XY(x, y, colour)),
            Layer("models", Mark("rule", ("strokeWidth", 1)), XY(x, low, upper, colour, ("opacity", Opacity(0.55, 0.22))), Where(grouped)),
            Layer("frontiers", Mark("line", ("interpolate", "step-after"), ("strokeWidth", 2.2)), XY(x, y, colour)),
            Layer(
                "models",
                Mark("point", ("shape", "cross"), ("style", "neither")),
                XY(x, y, tooltip),
                Where($"datum.group === '{Neither}'")
            ),
            Layer("models", Mark("point"), XY(x, y, [tooltip, .. Membership(groups)]), Where(grouped)),
            Layer("labels", Label("label", "halo"), XY(x, y, text), Where(Shown)),
            Layer("labels", Label("label"), XY(x, y, text), Where(Shown)),
        ];
    }

    private static JsonArray Hints() =>
        Tooltip(
            ("name", "Model"),
            ("group", "Group"),
            ("day", "Released"),
            ("text", "Ability"),
            ("interval", "Interval"),
            ("scores", "Scores behind it")
        );

    private static IEnumerable<(string, JsonNode)> Membership(string[] groups) =>
        [("color", ByColour("group", groups)), ("shape", ByShape("group", groups)), ("opacity", Opacity(1, 0.4))];

    private static JsonObject Label(params string[] styles) =>
        Mark(
            "text",
            ("style", Texts(styles)),
            ("baseline", "middle"),
            ("dx", Expression("datum.dx")),
            ("dy", Expression("datum.dy")),
            ("align", Expression("datum.align"))
        );

    private static JsonObject Opacity(double record, double other) =>
        new()
        {
            ["condition"] = new JsonObject { ["test"] = "datum.record", ["value"] = record },
            ["value"] = other,
        };

    private static (DateOnly First, DateOnly Last) Span(AbilityRow[] dated, DateOnly asOf)
    {
        var first = dated.Length == 0 ? asOf.AddYears(-1) : dated.Min(r => r.Date!.Value);
        return (first.AddDays(-14), asOf.AddDays(21));
    }

    private static JsonObject ModelRow(AbilityRow row, GapFinding gap)
    {
        var member = row.Group == gap.Leader || row.Group == gap.Follower;
        var records = row.Group == gap.Leader ? gap.LeaderRecords : gap.FollowerRecords;
        var unit = gap.Abilities.Unit;
        return new JsonObject
        {
            ["name"] = row.Name,
            ["group"] = member ? Words.Group(gap.Axis, row.Group!) : Neither,
            ["date"] = Instant(row.Date!.Value),
            ["day"] = Day(row.Date!.Value),
            ["ability"] = Number(row.Value),
            ["lower"] = Number(row.Lower),
            ["upper"] = Number(row.Upper),
            ["text"] = $"{Words.Fixed(row.Value, 1)} {unit}",
            ["interval"] = row is { Lower: { } low, Upper: { } high } ? Words.Range(low, high, 1) : "none: an anchor is fixed",
            ["scores"] = row.Observations,
            ["record"] = member && records.Any(r => r.Id == row.Id),
        };
    }

    private static IEnumerable<JsonObject> Steps(GapFinding gap, IReadOnlyList<AbilityRow> records, string group)
    {
        foreach (var record in records.Where(r => r.Date is not null))
        {
            yield return Step(record.Date!.Value, record.Value, group);
        }

        if (records.Count > 0)
        {
            yield return Step(gap.AsOf, records[^1].Value, group);
        }
    }

    private static JsonObject Step(DateOnly date, double value, string group) =>
        new()
        {
            ["date"] = Instant(date),
            ["ability"] = Number(value),
            ["group"] = group,
        };

    private static IEnumerable<JsonObject> TrendRows(TrendLine trend, GapFinding gap) =>
        trend.Band.Select(p => new JsonObject
        {
            ["date"] = Instant(p.Date),
            ["ability"] = Number(p.Value),
            ["lower"] = Number(p.Lower),
            ["upper"] = Number(p.Upper),
            ["group"] = Words.Group(gap.Axis, trend.Group),
        });

    private static IEnumerable<JsonObject> Labels(GapFinding gap, AbilityRow[] dated, DateOnly first, DateOnly last, Extent extent)
    {
        double X(DateOnly date) => (date.DayNumber - first.DayNumber) / (double)(last.DayNumber - first.DayNumber);
        LabelPoint Point(AbilityRow row, bool above) => new(Short(row.Name), X(row.Date!.Value), 1 - extent.Share(row.Value), above);
        (double, double)[] Line(IReadOnlyList<AbilityRow> records) =>
            [
                .. records.Where(r => r.Date is not null).Select(r => (X(r.Date!.Value), 1 - extent.Share(r.Value))),
                .. records.TakeLast(1).Select(r => (X(gap.AsOf), 1 - extent.Share(r.Value))),
            ];

        var leaders = gap.LeaderRecords.Where(r => r.Date is not null).Reverse().Select(r => (Row: r, Above: true)).ToArray();
        var followers = gap.FollowerRecords.Where(r => r.Date is not null).Reverse().Select(r => (Row: r, Above: false)).ToArray();
        var named = Enumerable
            .Range(0, Math.Max(leaders.Length, followers.Length))
            .SelectMany(i => leaders.Skip(i).Take(1).Concat(followers.Skip(i).Take(1)))
            .ToArray();
        var ids = named.Select(n => n.Row.Id).ToHashSet(StringComparer.Ordinal);
        var others = dated.Where(r => !ids.Contains(r.Id)).Select(r => Point(r, above: true)).ToArray();
        var places = LabelPlacement.Place(
            [.. named.Select(n => Point(n.Row, n.Above))],
            others,
            [Line(gap.LeaderRecords), Line(gap.FollowerRecords)],
            Height
        );
        return places.Select(p => new JsonObject
        {
            ["name"] = Short(named[p.Point].Row.Name),
            ["date"] = Instant(named[p.Point].Row.Date!.Value),
            ["ability"] = Number(named[p.Point].Row.Value),
            ["from"] = p.From,
            ["to"] = p.To,
            ["dx"] = Number(p.Dx),
            ["dy"] = Number(p.Dy),
            ["align"] = p.Align,
        });
    }

    /// <summary>A name that is too long for a label is cut; the tooltip and the table have it whole.</summary>
    private static string Short(string name) => name.Length <= 26 ? name : name[..25] + "…";
}
