using System.Text.Json.Nodes;
using Tare.App.Commands;
using Tare.Psychometrics;
using Tare.Records;

namespace Tare.App.Json;

/// <summary>The result of <c>tare calibrate --json</c>, schema <c>tare/calibrate/1</c>.</summary>
internal static class CalibrateJson
{
    public static JsonObject Of(ItemCalibration fit, CalibrateDiagnostics diagnostics) =>
        new()
        {
            ["family"] = KebabCase.Of(fit.Options.Model),
            ["logLikelihood"] = fit.LogLikelihood,
            ["parameters"] = fit.ParameterCount,
            ["converged"] = fit.Convergence.Reached,
            ["iterations"] = fit.Convergence.Iterations,
            ["standardErrorMethod"] = KebabCase.Of(fit.StandardErrors),
            ["persons"] = new JsonArray([
                .. fit.Persons.Zip(diagnostics.Fit.Persons, (p, f) => DiagnosticsJson.WithFit(Value(p.Id, p.Ability), f)),
            ]),
            ["items"] = new JsonArray([.. fit.Items.Zip(diagnostics.Fit.Items, (i, f) => DiagnosticsJson.WithFit(Item(i), f))]),
            ["components"] = new JsonArray(),
            ["diagnostics"] = DiagnosticsJson.Of(diagnostics),
        };

    internal static JsonObject Value(string id, Estimate estimate) =>
        new()
        {
            ["id"] = id,
            ["value"] = (estimate as Estimate.Known)?.Value,
            ["standardError"] = (estimate as Estimate.Known)?.StandardError,
            ["reason"] = (estimate as Estimate.NotIdentified)?.Reason,
        };

    internal static JsonObject Item(CalibratedItem i) =>
        new()
        {
            ["id"] = i.Id,
            ["difficulty"] = (i.Difficulty as Estimate.Known)?.Value,
            ["discrimination"] = (i.Discrimination as Estimate.Known)?.Value,
            ["guessing"] = (i.Guessing as Estimate.Known)?.Value,
            ["standardErrors"] = new JsonObject
            {
                ["difficulty"] = (i.Difficulty as Estimate.Known)?.StandardError,
                ["discrimination"] = (i.Discrimination as Estimate.Known)?.StandardError,
                ["guessing"] = (i.Guessing as Estimate.Known)?.StandardError,
            },
            ["reason"] = (i.Difficulty as Estimate.NotIdentified)?.Reason,
        };
}
