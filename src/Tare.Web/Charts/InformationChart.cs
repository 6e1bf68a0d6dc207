using System.Text.Json.Nodes;
using Tare.Web.Figures;
using static Tare.Web.Charts.Vega;

namespace Tare.Web.Charts;

/// <summary>Test information and standard error over ability.</summary>
internal static class InformationChart
{
    public static JsonObject Information(IReadOnlyList<(double Theta, double Information)> rows, string description)
    {
        var high = Extent.Round([0, .. rows.Select(r => (double?)r.Information)]).High;
        var x = Ability(rows);
        var y = Quantity("information", "Information", 0, high);
        return Chart(
            description,
            240,
            new JsonObject
            {
                ["rows"] = Rows(
                    rows.Select(r => new JsonObject { ["ability"] = Number(r.Theta), ["information"] = Number(r.Information, 4) })
                ),
            },
            Layer("rows", Mark("area", ("opacity", 0.14)), XY(x, y)),
            Layer("rows", Mark("line", ("strokeWidth", 2)), XY(x, y))
        );
    }

    public static JsonObject Error(IReadOnlyList<(double Theta, double Information)> rows, string description)
    {
        var shown = rows.Where(r => r.Information >= 1 / (InformationFigure.HighestError * InformationFigure.HighestError)).ToArray();
        var high = Extent.Round([0, .. shown.Select(r => (double?)(1 / Math.Sqrt(r.Information)))]).High;
        var y = Quantity("error", "Standard error", 0, high);
        return Chart(
            description,
            240,
            new JsonObject
            {
                ["rows"] = Rows(
                    shown.Select(r => new JsonObject { ["ability"] = Number(r.Theta), ["error"] = Number(1 / Math.Sqrt(r.Information), 4) })
                ),
            },
            Layer("rows", Mark("line", ("strokeWidth", 2)), XY(Ability(rows), y))
        );
    }

    private static JsonObject Ability(IReadOnlyList<(double Theta, double Information)> rows) =>
        Quantity("ability", "Ability, logits", rows[0].Theta, rows[^1].Theta);
}
