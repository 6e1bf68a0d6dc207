using System.Text.Json.Nodes;
using Tare.Analysis;
using Tare.Catalogue;

namespace Tare.App.Json;

/// <summary>The result of <c>tare multiverse --json</c>, schema <c>tare/multiverse/1</c>.</summary>
internal static class MultiverseJson
{
    public static JsonObject Of(MultiverseFinding f, MethodGrid grid, MultiverseOptions options, int fits) =>
        new()
        {
            ["grid"] = new JsonObject
            {
                ["name"] = grid.Name,
                ["title"] = grid.Title,
                ["base"] = grid.Base.Name,
                ["sha256"] = grid.Sha256,
            },
            ["unit"] = "months",
            ["specifications"] = f.Results.Count,
            ["known"] = f.Known,
            ["fits"] = fits,
            ["draws"] = options.Draws,
            ["significanceDraws"] = options.SignificanceDraws,
            ["median"] = f.Median,
            ["quantiles"] = new JsonArray([
                .. f.Quantiles.Select(q => new JsonObject { ["probability"] = q.Probability, ["months"] = q.Months }),
            ]),
            ["medianIntervalWidth"] = f.MedianWidth,
            ["choices"] = new JsonArray([.. f.Rows.Select(Choice)]),
            ["notComputable"] = new JsonArray([
                .. f.NotComputable.Select(r => new JsonObject { ["reason"] = r.Reason, ["count"] = r.Count }),
            ]),
        };

    private static JsonObject Choice(ChoiceRow c) =>
        new()
        {
            ["name"] = c.Name,
            ["varianceShare"] = c.VarianceShare,
            ["alternatives"] = new JsonArray([
                .. c.Alternatives.Select(a => new JsonObject
                {
                    ["name"] = a.Name,
                    ["count"] = a.Count,
                    ["lowerQuartile"] = a.LowerQuartile,
                    ["median"] = a.Median,
                    ["upperQuartile"] = a.UpperQuartile,
                }),
            ]),
        };
}
