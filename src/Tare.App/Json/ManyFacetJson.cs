using System.Text.Json.Nodes;
using Tare.App.Commands;
using Tare.Psychometrics;

namespace Tare.App.Json;

/// <summary>The result of <c>tare calibrate --family many-facet --json</c>, schema <c>tare/calibrate/1</c>.</summary>
internal static class ManyFacetJson
{
    public static JsonObject Of(ManyFacetCalibration fit, DesignSummary design, IReadOnlyList<FacetDiagnostics> facets) =>
        new()
        {
            ["family"] = "many-facet",
            ["logLikelihood"] = fit.Laplace?.LogLikelihood,
            ["parameters"] = null,
            ["converged"] = fit.Laplace?.Reached ?? true,
            ["iterations"] = null,
            ["standardErrorMethod"] = fit.Posterior is null ? "laplace" : "posterior",
            ["persons"] = Persons(fit),
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
            ["facets"] = Facets(fit),
            ["diagnostics"] = DiagnosticsJson.Of(fit, design, facets),
        };

    private static JsonArray Persons(ManyFacetCalibration fit) =>
        new([
            .. fit
                .Effects.Where(e => e.Term.Columns is [var only] && only == fit.Options.PersonColumn)
                .SelectMany(e => e.Levels)
                .Select(l =>
                    DiagnosticsJson.WithFit(
                        new JsonObject
                        {
                            ["id"] = l.Level[0],
                            ["value"] = l.Value,
                            ["standardError"] = l.StandardError,
                            ["reason"] = null,
                        },
                        null as PersonFit
                    )
                ),
        ]);

    private static JsonObject Facets(ManyFacetCalibration fit) =>
        new()
        {
            ["unit"] = "logit",
            ["level"] = fit.Options.IntervalLevel,
            ["intervalKind"] = fit.Posterior is null ? "normal given the estimated standard deviations" : "posterior quantiles",
            ["prior"] = fit.Posterior is null ? null : PriorText.Of(fit.Options.Prior),
            ["worstRHat"] = fit.Posterior?.WorstRHat,
            ["worstEss"] = fit.Posterior?.WorstEss,
            ["intercept"] = Effect(fit.Intercept),
            ["effects"] = new JsonArray([
                .. fit.Effects.Select(e => new JsonObject
                {
                    ["term"] = e.Term.Name,
                    ["columns"] = new JsonArray([.. e.Term.Columns.Select(c => (JsonNode)c)]),
                    ["levels"] = new JsonArray([.. e.Levels.Select(Effect)]),
                    ["withheld"] = e.Withheld.Count,
                }),
            ]),
        };

    private static JsonObject Effect(LevelEffect l) =>
        new()
        {
            ["level"] = new JsonArray([.. l.Level.Select(n => (JsonNode)n)]),
            ["value"] = l.Value,
            ["standardError"] = l.StandardError,
            ["lower"] = l.Lower,
            ["upper"] = l.Upper,
        };
}
