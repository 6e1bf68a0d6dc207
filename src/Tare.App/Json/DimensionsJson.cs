using System.Text.Json.Nodes;
using Tare.Psychometrics;
using Tare.Records;

namespace Tare.App.Json;

/// <summary>Calibrations in several dimensions, in schema <c>tare/calibrate/1</c>.</summary>
internal static class DimensionsJson
{
    public static JsonObject Of(DimensionalResult fit, string family) =>
        new()
        {
            ["family"] = family,
            ["estimator"] = "mml",
            ["logLikelihood"] = fit.LogLikelihood,
            ["parameters"] = fit.ParameterCount,
            ["converged"] = fit.Convergence.Reached,
            ["iterations"] = fit.Convergence.Iterations,
            ["standardErrorMethod"] = KebabCase.Of(fit.StandardErrors),
            ["persons"] = new JsonArray(),
            ["items"] = new JsonArray(),
            ["components"] = new JsonArray(),
            ["dimensions"] = new JsonObject
            {
                ["names"] = new JsonArray([.. fit.Dimensions.Select(d => (JsonNode)d)]),
                ["correlations"] = new JsonArray([.. fit.Correlations.Select(row => new JsonArray([.. row.Select(Value)]))]),
                ["items"] = new JsonArray([
                    .. fit.Items.Select(i => new JsonObject
                    {
                        ["id"] = i.Id,
                        ["domain"] = i.Domain,
                        ["generalSlope"] = Value(i.GeneralSlope),
                        ["domainSlope"] = Value(i.DomainSlope),
                        ["intercept"] = Value(i.Intercept),
                    }),
                ]),
                ["persons"] = new JsonArray([
                    .. fit.Persons.Select(p => new JsonObject
                    {
                        ["id"] = p.Id,
                        ["abilities"] = new JsonArray([.. p.Abilities.Select(Value)]),
                    }),
                ]),
            },
        };

    private static JsonObject Value(Estimate estimate) =>
        new()
        {
            ["value"] = (estimate as Estimate.Known)?.Value,
            ["standardError"] = (estimate as Estimate.Known)?.StandardError,
            ["reason"] = (estimate as Estimate.NotIdentified)?.Reason,
        };
}
