using System.Text.Json.Nodes;
using Tare.Analysis;
using Tare.App.Cli;
using Tare.Records;

namespace Tare.App.Json;

/// <summary>The result of <c>tare influence --json</c>, schema <c>tare/influence/1</c>.</summary>
internal static class InfluenceJson
{
    public static JsonObject Of(InfluenceFinding f) =>
        new()
        {
            ["method"] = MethodJson.Summary(f.Methodology),
            ["estimand"] = f.Estimand.ToString(),
            ["unit"] = f.Estimand.Unit,
            ["value"] = f.Value,
            ["lower"] = f.Interval?.Lower,
            ["upper"] = f.Interval?.Upper,
            ["intervalContains"] = f.Interval?.Contains,
            ["leftOut"] = new JsonArray([
                .. f.Rows.Select(r => new JsonObject
                {
                    ["kind"] = KebabCase.Of(r.Kind),
                    ["id"] = r.Id,
                    ["name"] = r.Name,
                    ["scores"] = r.Scores,
                    ["value"] = r.Value,
                    ["change"] = r.Change,
                    ["reason"] = r.Reason,
                }),
            ]),
            ["reweighting"] = new JsonObject
            {
                ["draws"] = f.Reweightings,
                ["level"] = f.Reweighted?.Level,
                ["lower"] = f.Reweighted?.Lower,
                ["upper"] = f.Reweighted?.Upper,
                ["conclusionHolds"] = f.ReweightedHold,
            },
            ["flip"] = f.Flip is { } flip ? Flip(flip) : null,
        };

    private static JsonObject Flip(InfluenceFlip flip) =>
        new()
        {
            ["conclusion"] = flip.Conclusion.ToString(),
            ["holdsNow"] = flip.HoldsNow,
            ["removed"] = Envelope.Strings(flip.Removed),
            ["value"] = flip.Value,
            ["smallest"] = flip.IsSmallest,
            ["exactSize"] = flip.ExactSize,
            ["greedySize"] = flip.GreedySize,
            ["tried"] = flip.Tried,
        };
}
