using System.Text.Json.Nodes;
using Tare.Analysis;
using Tare.App.Runs;

namespace Tare.App.Json;

/// <summary>The result of <c>tare place RUN --json</c>, schema <c>tare/place-run/1</c>.</summary>
internal static class PlaceRunJson
{
    public static JsonObject Of(ScaleLinkFinding link, FitFinding fit, OpenedRun run, RunIdentities identities) =>
        new()
        {
            ["method"] = MethodJson.Summary(fit.Methodology),
            ["unit"] = link.Unit,
            ["level"] = fit.Abilities.Level,
            ["intervalContains"] = link.Placed.Select(p => p.Interval?.Contains).FirstOrDefault(c => c is not null),
            ["harnesses"] = Cli.Envelope.Strings(run.State.Plan.Harnesses),
            ["line"] = new JsonObject
            {
                ["slope"] = link.Slope,
                ["slopeStandardError"] = link.SlopeStandardError,
                ["intercept"] = link.Intercept,
                ["residualSpread"] = link.ResidualSpread,
                ["misfit"] = link.Misfit,
                ["degreesOfFreedom"] = link.DegreesOfFreedom,
            },
            ["leaveOneOut"] = new JsonObject
            {
                ["meanAbsoluteError"] = link.LeaveOneOutError,
                ["meanAbsoluteErrorOfMean"] = link.MeanOnlyError,
            },
            ["models"] = new JsonArray([.. link.Placed.Select(Placed)]),
            ["anchors"] = new JsonArray([.. link.Anchors.Select(Anchor)]),
            ["unresolved"] = new JsonArray([
                .. identities.Unresolved.Select(u => new JsonObject { ["label"] = u.Label, ["reason"] = u.Why }),
            ]),
        };

    private static JsonObject Placed(LinkedAbility p) =>
        new()
        {
            ["label"] = p.Label,
            ["value"] = p.Value,
            ["lower"] = p.Interval?.Lower,
            ["upper"] = p.Interval?.Upper,
            ["raw"] = p.Own,
            ["rawStandardError"] = p.OwnStandardError,
            ["extrapolated"] = p.IsExtrapolated,
            ["reason"] = p.Reason,
        };

    private static JsonObject Anchor(LinkAnchor a) =>
        new()
        {
            ["label"] = a.Label,
            ["id"] = a.Id,
            ["name"] = a.Name,
            ["raw"] = a.Own,
            ["rawStandardError"] = a.OwnStandardError,
            ["public"] = a.Public,
            ["publicStandardError"] = a.PublicStandardError,
            ["predicted"] = a.Predicted,
            ["residual"] = a.Residual,
            ["leftOutPredicted"] = a.LeftOutPredicted,
        };
}
