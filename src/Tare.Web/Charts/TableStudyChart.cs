using System.Text.Json.Nodes;
using static Tare.Web.Charts.Vega;

namespace Tare.Web.Charts;

/// <summary>Leads over the anchor: as printed, and as the public table implies under each choice.</summary>
internal static class TableStudyChart
{
    /// <summary>One mark.</summary>
    /// <param name="Setting">The choice, one row of the chart.</param>
    /// <param name="Model">The model.</param>
    /// <param name="Points">Its lead over the anchor.</param>
    /// <param name="Lower">Lower bound, or <see langword="null"/>.</param>
    /// <param name="Upper">Upper bound, or <see langword="null"/>.</param>
    /// <param name="Interval">What the bounds are, in words.</param>
    internal sealed record Lead(string Setting, string Model, double Points, double? Lower, double? Upper, string Interval);

    public static JsonObject Of(IReadOnlyList<Lead> leads, string anchor, string unit, string description)
    {
        var settings = leads.Select(l => l.Setting).Distinct(StringComparer.Ordinal).ToArray();
        var models = leads.Select(l => l.Model).Distinct(StringComparer.Ordinal).ToArray();
        var extent = Extent.Round([.. leads.SelectMany(l => new[] { l.Points, l.Lower, l.Upper }), 0], 12);
        var title = $"{unit} above {anchor}";
        var x = Quantity("points", title, extent.Low, extent.High);
        var from = Quantity("lower", title, extent.Low, extent.High);
        var y = new JsonObject
        {
            ["field"] = "setting",
            ["type"] = "nominal",
            ["title"] = null,
            ["scale"] = new JsonObject { ["domain"] = Texts(settings) },
            ["axis"] = new JsonObject
            {
                ["grid"] = true,
                ["ticks"] = false,
                ["labelLimit"] = Expression("width < 420 ? 130 : 260"),
            },
        };
        var tooltip = Tooltip(("setting", "Setting"), ("model", "Model"), ("text", title), ("interval", "Interval"));
        return Chart(
            description,
            settings.Length * (18 + (8 * models.Length)),
            new JsonObject { ["leads"] = Rows(leads.Select(Row)), ["zero"] = Rows([new JsonObject { ["points"] = 0 }]) },
            Layer("zero", Mark("rule", ("style", "zero")), new JsonObject { ["x"] = x.DeepClone() }),
            Layer(
                "leads",
                Mark("rule", ("strokeWidth", 2), ("opacity", 0.6)),
                new JsonObject
                {
                    ["x"] = from,
                    ["x2"] = Quantity("upper"),
                    ["y"] = y.DeepClone(),
                    ["yOffset"] = Offset(models),
                    ["color"] = Silent(ByColour("model", models, "ordinal")),
                }
            ),
            Layer(
                "leads",
                Mark("point", ("size", 75)),
                new JsonObject
                {
                    ["x"] = x.DeepClone(),
                    ["y"] = y.DeepClone(),
                    ["yOffset"] = Offset(models),
                    ["color"] = ByColour("model", models, "ordinal"),
                    ["shape"] = ByShape("model", models),
                    ["tooltip"] = tooltip,
                }
            )
        );
    }

    private static JsonObject Offset(string[] models) =>
        new()
        {
            ["field"] = "model",
            ["scale"] = new JsonObject { ["domain"] = Texts(models), ["paddingOuter"] = 0.9 },
        };

    private static JsonObject Row(Lead lead) =>
        new()
        {
            ["setting"] = lead.Setting,
            ["model"] = lead.Model,
            ["points"] = Number(lead.Points),
            ["lower"] = Number(lead.Lower ?? lead.Points),
            ["upper"] = Number(lead.Upper ?? lead.Points),
            ["text"] = Words.Signed(lead.Points, 0),
            ["interval"] = lead.Interval,
        };
}
