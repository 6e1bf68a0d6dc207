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

    public static JsonObject Of(ManyFacetCalibration fit, DesignSummary design, IReadOnlyList<FacetDiagnostics> facets) =>
        new()
        {
            ["family"] = "many-facet",
            ["logLikelihood"] = fit.Laplace?.LogLikelihood,
            ["parameters"] = null,
            ["converged"] = fit.Laplace?.Reached ?? true,
            ["iterations"] = null,
            ["standardErrorMethod"] = fit.Posterior is null ? "laplace" : "posterior",
            ["persons"] = Effects(fit, "person"),
            ["items"] = new JsonArray(),
            ["components"] = new JsonArray([
                .. fit.Components.Select(c => new JsonObject
                {
                    ["term"] = c.Term,
                    ["sd"] = c.StandardDeviation,
                    ["lower"] = c.Lower,
                    ["upper"] = c.Upper,
                }),
            ]),
            ["diagnostics"] = DiagnosticsJson.Of(fit, design, facets),
        };

    private static JsonArray Effects(ManyFacetCalibration fit, string term) =>
        new([
            .. fit
                .Effects.Where(e => e.Term.Name == term)
                .SelectMany(e => e.Levels)
                .Select(l =>
                    DiagnosticsJson.WithFit(
                        new JsonObject
                        {
                            ["id"] = string.Join(" x ", l.Level),
                            ["value"] = l.Value,
                            ["standardError"] = l.StandardError,
                            ["reason"] = null,
                        },
                        null as PersonFit
                    )
                ),
        ]);

    private static JsonObject Value(string id, Estimate estimate) =>
        new()
        {
            ["id"] = id,
            ["value"] = (estimate as Estimate.Known)?.Value,
            ["standardError"] = (estimate as Estimate.Known)?.StandardError,
            ["reason"] = (estimate as Estimate.NotIdentified)?.Reason,
        };

    private static JsonObject Item(CalibratedItem i) =>
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
